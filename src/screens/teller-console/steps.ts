import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { CounterId, TellerId } from '#domain/id.ts';
import { counterOf } from '#domain/queue/counter-of.ts';
import type { BranchDay, CounterState } from '#domain/queue/queue.ts';
import type { TellerRequest } from '#domain/queue/request.ts';
import { createIdle, type Idle } from '#platform/lobby-mode/idle.ts';
import type { Schedule } from '#platform/lobby-mode/schedule.ts';
import type { Connection, Trouble } from '#platform/sync/device.ts';
import { type ConsoleStep, stepFor } from './console-step.ts';
import { type Called, calledHere } from './counter-view.ts';
import type { OfflineServing } from './offline-desk.ts';

/** What the big button asks; the other steps record instead of asking. */
export const MAIN_REQUEST: Partial<Record<ConsoleStep, TellerRequest>> = {
  closed: { kind: 'open-counter' },
  paused: { kind: 'open-counter' },
  ready: { kind: 'call-next' },
  serving: { kind: 'finish' },
};

const IDLE = { idleMs: 30 * 60_000, warningMs: 60_000 } as const;
/** Signed in and nobody at the counter. A cut line cannot sign anybody out. */
const MAY_IDLE: ReadonlySet<ConsoleStep> = new Set(['closed', 'paused', 'ready']);

export type Seen = {
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  readonly day: ReadonlySignal<BranchDay>;
  readonly teller: ReadonlySignal<TellerId | null>;
  readonly servingOffline: ReadonlySignal<OfflineServing | null>;
};

export type Steps = {
  readonly counter: ReadonlySignal<CounterState>;
  readonly called: ReadonlySignal<Called | null>;
  readonly step: ReadonlySignal<ConsoleStep>;
};

/** The state of this counter as the day tells it, and the step that follows from it. */
export function followSteps(counterId: CounterId, seen: Seen): Steps {
  const { config, connection, troubles, day, teller, servingOffline } = seen;
  const counter = computed(() => counterOf(day.value, counterId));
  const called = computed(() => calledHere(day.value, counterId));
  const step = computed(() =>
    stepFor({
      hasCounter: config.value.device.counter !== null,
      revoked: troubles.value.some(({ code }) => code === 'revoked'),
      connected: connection.value.is === 'connected',
      signedIn: teller.value !== null,
      status: counter.value.status,
      serving: called.value !== null,
      servingOffline: servingOffline.value !== null,
    }),
  );
  return { counter, called, step };
}

/** Asks a teller who left, then signs out; never while a visitor is served. */
export function idleSignOut(
  step: ReadonlySignal<ConsoleStep>,
  schedule: Schedule,
  signOut: () => void,
): Idle & { readonly stop: () => void } {
  const idle = createIdle({ schedule, onReset: signOut });
  const stop = effect(() => {
    if (MAY_IDLE.has(step.value)) idle.watch(IDLE);
    else idle.rest();
  });
  return {
    ...idle,
    stop: () => {
      stop();
      idle.rest();
    },
  };
}
