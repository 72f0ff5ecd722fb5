import { type ReadonlySignal, signal } from '@preact/signals';
import type { Asked } from '#contract/requests.ts';
import type { Schedule } from '#platform/lobby-mode/schedule.ts';
import type { Answered, Connection, Requester } from '#platform/sync/device.ts';

const ANSWER_MS = 5000;
const TRIES = 3;
const SETTLE_MS = 5000;

export type SignInError =
  | { readonly is: 'fields' | 'wrong' | 'elsewhere' | 'cut' | 'no-answer' }
  | { readonly is: 'locked'; readonly until: number }
  | { readonly is: 'refused'; readonly code: string };

export type SignIn = {
  readonly busy: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<SignInError | null>;
  readonly signIn: (teller: string, pin: string) => Promise<boolean>;
};

export type SignInPorts = {
  readonly requester: Requester;
  readonly connection: ReadonlySignal<Connection>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly schedule: Schedule;
};

/** 工号 and PIN. The PIN is handed on and kept nowhere. */
export function createSignIn({ requester, connection, now, newId, schedule }: SignInPorts): SignIn {
  const busy = signal(false);
  const error = signal<SignInError | null>(null);

  const fail = (failure: SignInError) => {
    error.value = failure;
    busy.value = false;
    return false;
  };
  // One requestId for all tries: a lost answer must not count as another wrong PIN.
  const askSeveralTimes = async (asked: Asked, requestId: string) => {
    let answered: Answered = { is: 'no-answer' };
    for (let tries = 0; tries < TRIES && answered.is === 'no-answer'; tries += 1) {
      answered = await requester.ask(asked, { timeoutMs: ANSWER_MS, requestId });
    }
    return answered;
  };
  const signIn = async (typedTeller: string, pin: string) => {
    const teller = typedTeller.normalize('NFKC').trim();
    if (busy.peek()) return false;
    if (!/^[A-Za-z0-9]{1,12}$/.test(teller) || !/^\d{4,12}$/.test(pin)) return fail({ is: 'fields' });
    if (connection.peek().is === 'cut') return fail({ is: 'cut' });
    busy.value = true;
    error.value = null;
    const asked = { kind: 'sign-in', teller, pin } as const;
    const answered = await askSeveralTimes(asked, newId());
    if (answered.is !== 'done') return fail(errorOf(answered, now()));
    // The day itself ends the waiting: the step changes. This only frees the button should the entry never come.
    schedule(SETTLE_MS, () => {
      busy.value = false;
    });
    return true;
  };
  return { busy, error, signIn };
}

function errorOf(answered: Answered, now: number): SignInError {
  if (answered.is !== 'refused') return { is: 'no-answer' };
  if (answered.retryAfterMs !== undefined && answered.retryAfterMs > 0)
    return { is: 'locked', until: now + answered.retryAfterMs };
  return REFUSED[answered.code] ?? { is: 'refused', code: answered.code };
}

const REFUSED: Readonly<Record<string, SignInError>> = {
  'wrong-pin': { is: 'wrong' },
  'unknown-teller': { is: 'wrong' },
  'signed-in-elsewhere': { is: 'elsewhere' },
};
