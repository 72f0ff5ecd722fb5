import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { TellerRequest } from '#domain/queue/request.ts';
import type { Schedule } from '#platform/lobby-mode/schedule.ts';
import type { Answered, Connection, Requester } from '#platform/sync/device.ts';

const ANSWER_MS = 4000;
const AGAIN_AFTER_MS = [400, 1000, 2000, 4000] as const;
/** Younger than this, an unanswered question is asked again as soon as the line is back. Older: only by hand. */
const FORGET_MS = 20_000;
/** The answer is there; the entry itself may come by another way, but not much later. */
const SETTLE_MS = 2000;

/**
 *   idle ──ask()──▶ asking ──answer──▶ settling ──its entry folded──▶ idle
 *                    │   ▲
 *          no answer ▼   │ again, with the same requestId
 *                 unanswered ──letGo()──▶ idle
 */
export type AskState =
  | { readonly is: 'idle' }
  | { readonly is: 'asking'; readonly asked: TellerRequest; readonly tries: number }
  | { readonly is: 'settling'; readonly asked: TellerRequest }
  | { readonly is: 'unanswered'; readonly asked: TellerRequest };

export type Refusal = { readonly asked: TellerRequest; readonly code: string };

export type Asker = {
  readonly state: ReadonlySignal<AskState>;
  readonly refusal: ReadonlySignal<Refusal | null>;
  /** Ignored while a question is under way: ten presses are one request. The same one unanswered is asked again. */
  readonly ask: (asked: TellerRequest) => void;
  readonly askAgain: () => void;
  readonly letGo: () => void;
  readonly stop: () => void;
};

export type AskerPorts = {
  readonly requester: Requester;
  readonly connection: ReadonlySignal<Connection>;
  /** Position up to which this console sees the day. */
  readonly position: ReadonlySignal<number>;
  /** Changes when this counter's own state changes: the effect of a question whose answer was lost. */
  readonly ownState: ReadonlySignal<string>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly schedule: Schedule;
};

type Open = {
  readonly requestId: string;
  readonly asked: TellerRequest;
  readonly since: number;
  readonly before: string;
};

/** Sends one question at a time, and the same one until it is answered: never a second call. */
export function createAsker(ports: AskerPorts): Asker {
  const { requester, connection, position, ownState, now, newId, schedule } = ports;
  const state = signal<AskState>({ is: 'idle' });
  const refusal = signal<Refusal | null>(null);
  let open: Open | null = null;
  let cancel: () => void = () => {};

  const become = (next: AskState) => {
    cancel();
    cancel = () => {};
    if (next.is === 'idle') open = null;
    state.value = next;
  };
  const settle = (asked: TellerRequest, at: number) => {
    if (position.peek() >= at) return become({ is: 'idle' });
    become({ is: 'settling', asked });
    const stopWaiting = effect(() => {
      if (position.value >= at && state.peek().is === 'settling') become({ is: 'idle' });
    });
    const stopTimer = schedule(SETTLE_MS, () => become({ is: 'idle' }));
    cancel = () => {
      stopTimer();
      // From inside the effect itself its own disposer is not there yet.
      queueMicrotask(stopWaiting);
    };
  };
  const answer = (question: Open, tries: number, answered: Answered) => {
    if (open !== question || state.peek().is !== 'asking') return;
    if (answered.is === 'done') return settle(question.asked, answered.position);
    if (answered.is === 'refused') {
      refusal.value = { asked: question.asked, code: answered.code };
      return become({ is: 'idle' });
    }
    const wait = AGAIN_AFTER_MS[tries - 1];
    if (wait === undefined || connection.peek().is === 'cut')
      return become({ is: 'unanswered', asked: question.asked });
    cancel = schedule(wait, () => send(question, tries + 1));
  };
  const send = (question: Open, tries: number) => {
    become({ is: 'asking', asked: question.asked, tries });
    open = question;
    requester
      .ask(question.asked, { timeoutMs: ANSWER_MS, requestId: question.requestId })
      .then((answered) => answer(question, tries, answered))
      .catch(() => answer(question, tries, { is: 'no-answer' }));
  };
  const askAgain = () => {
    if (open && state.peek().is === 'unanswered') send(open, 1);
  };
  const ask = (asked: TellerRequest) => {
    if (open && state.peek().is !== 'unanswered') return;
    refusal.value = null;
    if (open && JSON.stringify(open.asked) === JSON.stringify(asked)) return askAgain();
    send({ asked, requestId: newId(), since: now(), before: ownState.peek() }, 1);
  };

  // The line is back: ask a young question again by itself. An old one could call a visitor nobody expects any more.
  const stopFollowing = effect(() => {
    const connected = connection.value.is === 'connected';
    if (connected && open && state.peek().is === 'unanswered' && now() - open.since < FORGET_MS) askAgain();
  });
  // Its effect is in the journal: the answer was lost, the deed was not.
  const stopWatching = effect(() => {
    const own = ownState.value;
    if (open && own !== open.before && state.peek().is !== 'settling') become({ is: 'idle' });
  });

  return {
    state,
    refusal,
    ask,
    askAgain,
    letGo: () => {
      refusal.value = null;
      if (state.peek().is === 'unanswered') become({ is: 'idle' });
    },
    stop: () => [cancel, stopFollowing, stopWatching].forEach((stop) => void stop()),
  };
}
