import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Schedule } from './schedule.ts';

/** `warningMs` 0: ends without a question, where nothing is lost by it. */
export type IdleLimits = { readonly idleMs: number; readonly warningMs: number };

/** accessibility.md § 5.6 */
export const STANDARD_LIMITS: IdleLimits = { idleMs: 60_000, warningMs: 30_000 };
/** Elder, voice and keypad. */
export const PATIENT_LIMITS: IdleLimits = { idleMs: 120_000, warningMs: 45_000 };

const SECOND_MS = 1000;

/**
 *   resting ──watch()──▶ watching ──idleMs──▶ warning ──warningMs──▶ onReset, resting
 *                           ▲                    │
 *                           └──── touched() ─────┘   without limit
 */
export type IdleState =
  | { readonly is: 'resting' }
  | { readonly is: 'watching' }
  | { readonly is: 'warning'; readonly leftMs: number; readonly ofMs: number };

export type Idle = {
  readonly state: ReadonlySignal<IdleState>;
  /** A visitor is here: the clock starts, or starts anew with these limits. */
  readonly watch: (limits: IdleLimits) => void;
  /** Any touch or key; does nothing while resting. */
  readonly touched: () => void;
  /** Nobody is here. */
  readonly rest: () => void;
  /** The clock stands still while the signal is true (speech, a printer at work). */
  readonly holdWhile: (holding: ReadonlySignal<boolean>) => () => void;
};

type IdlePorts = { readonly schedule: Schedule; readonly onReset: () => void };

/** The visitor's clock. It wakes at most once a second, and only during the warning. */
export function createIdle({ schedule, onReset }: IdlePorts): Idle {
  const state = signal<IdleState>({ is: 'resting' });
  let limits = STANDARD_LIMITS;
  let held = false;
  let cancel: () => void = () => {};

  const go = (next: IdleState) => {
    cancel();
    cancel = () => {};
    state.value = next;
    if (held || next.is === 'resting') return;
    if (next.is === 'watching') cancel = schedule(limits.idleMs, warn);
    else cancel = schedule(Math.min(SECOND_MS, next.leftMs), countDown);
  };
  const end = () => {
    go({ is: 'resting' });
    onReset();
  };
  const warn = () => {
    if (limits.warningMs > 0) go({ is: 'warning', leftMs: limits.warningMs, ofMs: limits.warningMs });
    else end();
  };
  const countDown = () => {
    const current = state.peek();
    if (current.is !== 'warning') return;
    const leftMs = current.leftMs - SECOND_MS;
    if (leftMs > 0) go({ ...current, leftMs });
    else end();
  };
  const touched = () => {
    if (state.peek().is !== 'resting') go({ is: 'watching' });
  };

  return {
    state,
    touched,
    watch: (next) => {
      limits = next;
      go({ is: 'watching' });
    },
    rest: () => go({ is: 'resting' }),
    holdWhile: (holding) =>
      effect(() => {
        held = holding.value;
        go(state.peek());
      }),
  };
}
