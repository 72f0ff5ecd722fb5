import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { BusinessDay, CounterId, TellerId, TicketNumber } from '#domain/id.ts';
import { counterOf } from '#domain/queue/counter-of.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { TellerRequest } from '#domain/queue/request.ts';
import type { IdleState } from '#platform/lobby-mode/idle.ts';
import type { Schedule } from '#platform/lobby-mode/schedule.ts';
import type { CounterChannel } from '#platform/sync/counter-channel.ts';
import type { Connection, Journal, Notebook, Requester, Trouble } from '#platform/sync/device.ts';
import { type Asker, createAsker } from './asker.ts';
import { ownStateText } from './counter-view.ts';
import { createMaybeNext, type MaybeNext } from './maybe-next.ts';
import { createOfflineDesk, type OfflineDesk } from './offline-desk.ts';
import { keepSession, type Seat } from './session-note.ts';
import { allows } from './shortcuts.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { followSteps, idleSignOut, MAIN_REQUEST, type Steps } from './steps.ts';

const TICK_MS = 1000;
/** A second press of the same big button must not hit what has just taken its place. */
const STEADY_MS = 500;

export type ConsolePorts = {
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  readonly journal: Pick<Journal, 'day' | 'unsent' | 'record'>;
  readonly requester: Requester;
  readonly notebook: Notebook;
  readonly channel: Pick<CounterChannel, 'tell'>;
  readonly now: () => number;
  readonly today: () => BusinessDay;
  readonly newId: () => string;
  readonly schedule: Schedule;
};

export type TellerConsole = Steps & {
  readonly counterId: CounterId;
  readonly teller: ReadonlySignal<TellerId | null>;
  readonly day: ReadonlySignal<BranchDay>;
  readonly connection: ReadonlySignal<Connection>;
  readonly unsent: ReadonlySignal<number>;
  readonly now: () => number;
  /** Moves once a second. */
  readonly clock: ReadonlySignal<number>;
  readonly maybeNext: MaybeNext;
  readonly asker: Asker;
  readonly desk: OfflineDesk;
  readonly signing: SignIn;
  readonly idle: ReadonlySignal<IdleState>;
  /** The one big action of this step; with a number: whom to serve offline. */
  readonly main: (number?: TicketNumber) => void;
  readonly ask: (asked: TellerRequest) => void;
  readonly touched: () => void;
  /** Reads what the notebook keeps over a reload. */
  readonly recover: () => Promise<void>;
  readonly stop: () => void;
};

/** One counter's desk: what the branch must agree on is asked, what happened while cut off is recorded. */
export function createTellerConsole(ports: ConsolePorts): TellerConsole {
  const { config, connection, notebook, schedule } = ports;
  const { day, unsent } = ports.journal;
  const counterId = config.peek().device.counter ?? '';
  const clock = ticking(ports);
  const connected = computed(() => connection.value.is === 'connected');
  const session = keepSession(notebook, seatAt(counterId, connected, day));
  const desk = createOfflineDesk(ports);
  const steps = followSteps(counterId, {
    ...ports,
    day,
    teller: session.teller,
    servingOffline: desk.serving,
  });
  const asker = createAsker({
    ...ports,
    position: computed(() => day.value.position),
    ownState: computed(() => ownStateText(day.value, counterId)),
  });
  const branch = computed(() => config.value.branch);
  const maybeNext = createMaybeNext({ branch, day, counter: counterId, connected, clock: clock.at });
  const idle = idleSignOut(steps.step, schedule, () => asker.ask({ kind: 'sign-out' }));
  const main = mainAction({ ...steps, ...ports, counterId, teller: session.teller, asker, desk, maybeNext });
  return {
    ...steps,
    counterId,
    teller: session.teller,
    day,
    connection,
    unsent,
    now: ports.now,
    clock: clock.at,
    maybeNext,
    asker,
    desk,
    signing: createSignIn(ports),
    idle: idle.state,
    main: main.run,
    ask: asker.ask,
    touched: idle.touched,
    recover: async () => void (await Promise.all([session.recover(), desk.recover()])),
    stop: () => {
      for (const part of [asker, idle, main, maybeNext, session, clock]) part.stop();
    },
  };
}

type MainParts = Steps & {
  readonly counterId: CounterId;
  readonly teller: ReadonlySignal<TellerId | null>;
  readonly asker: Asker;
  readonly desk: OfflineDesk;
  readonly maybeNext: MaybeNext;
  readonly now: () => number;
  readonly schedule: Schedule;
};

function mainAction({ step, called, counterId, teller, asker, desk, maybeNext, now, schedule }: MainParts) {
  let steadyAt = 0;
  let early = 0;
  let forget: () => void = () => {};
  const stop = effect(() => {
    if (!step.value) return;
    steadyAt = now() + STEADY_MS;
    early = 0;
    forget();
  });
  const finishOffline = () => {
    const before = called.peek();
    const who = desk.serving.peek() ?? (before && { number: before.ticket.number, startedAt: before.since });
    if (who) void desk.finish(who, { counter: counterId, teller: teller.peek() ?? '' });
  };
  const act = (number?: TicketNumber) => {
    const at = step.peek();
    const asked = MAIN_REQUEST[at];
    if (asked) return asker.ask(asked);
    if (at !== 'cut') return finishOffline();
    const next = number ?? maybeNext.number.peek();
    if (next !== null) void desk.start(next);
  };
  // One press on a button that has just come waits until it stands; more of them are impatience and do nothing.
  const wait = (number?: TicketNumber) => {
    early += 1;
    forget();
    if (early === 1 && step.peek() !== 'cut') forget = schedule(steadyAt - now(), () => act(number));
  };
  const run = (number?: TicketNumber) => {
    if (!allows(step.peek(), 'main')) return;
    if (now() < steadyAt) wait(number);
    else act(number);
  };
  return {
    run,
    stop: () => {
      stop();
      forget();
    },
  };
}

function seatAt(
  counter: CounterId,
  connected: ReadonlySignal<boolean>,
  day: ReadonlySignal<BranchDay>,
): ReadonlySignal<Seat> {
  return computed(() => ({
    connected: connected.value,
    teller: counterOf(day.value, counter).teller,
    day: day.value.day,
  }));
}

function ticking({ schedule, now }: Pick<ConsolePorts, 'schedule' | 'now'>) {
  const at = signal(now());
  let cancel = schedule(TICK_MS, again);
  function again() {
    at.value = now();
    cancel = schedule(TICK_MS, again);
  }
  return { at, stop: () => cancel() };
}
