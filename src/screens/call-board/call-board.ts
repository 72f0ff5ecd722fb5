import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { BusinessDay } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { Language } from '#platform/i18n/wording.ts';
import type { Schedule } from '#platform/lobby-mode/schedule.ts';
import type { Connection, Journal, Trouble } from '#platform/sync/device.ts';
import {
  type CallShown,
  type CounterShown,
  callsOf,
  countersOf,
  pageOf,
  type ServiceShown,
  servicesOf,
} from './board-view.ts';

/** A change flashes this long, then stays as it is. */
export const FLASH_MS = 3000;
const TICK_MS = 1000;
const PAGE_MS = 10_000;
/** Chinese hangs twice as long as English. */
const LANGUAGE_TURNS = ['zh-CN', 'zh-CN', 'en'] as const;
const SHIFT_MS = 10 * 60_000;
const MINUTE_MS = 60_000;
/** After a cut only calls as young as this flash; older ones are just shown. */
const NEWS_MS = 30_000;
/** A small square walked once in 80 minutes: no pixel shows the same edge all day. */
const SHIFTS = [
  [0, 0],
  [2, 0],
  [3, 2],
  [2, 3],
  [0, 3],
  [-2, 3],
  [-3, 2],
  [-2, 0],
] as const;

export type BoardPorts = {
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  readonly journal: Pick<Journal, 'day'>;
  readonly now: () => number;
  readonly today: () => BusinessDay;
  readonly schedule: Schedule;
};

/** Since when the wall is not true any more. */
export type Stale = { readonly since: number; readonly minutes: number };

export type BoardStep = 'revoked' | 'cut' | 'live';
export type BoardState = { readonly connected: boolean; readonly revoked: boolean };

export function stepFor({ connected, revoked }: BoardState): BoardStep {
  if (revoked) return 'revoked';
  return connected ? 'live' : 'cut';
}

export type CallBoard = {
  readonly step: ReadonlySignal<BoardStep>;
  readonly stale: ReadonlySignal<Stale | null>;
  readonly calls: ReadonlySignal<readonly CallShown[]>;
  /** Keys of calls that flash now. */
  readonly fresh: ReadonlySignal<ReadonlySet<string>>;
  readonly counters: ReadonlySignal<readonly CounterShown[]>;
  readonly services: ReadonlySignal<readonly ServiceShown[]>;
  /** Of the services' names, which take turns. */
  readonly language: ReadonlySignal<Language>;
  /** Start of the minute the clock shows. */
  readonly minute: ReadonlySignal<number>;
  readonly shiftPx: ReadonlySignal<{ readonly x: number; readonly y: number }>;
  readonly stop: () => void;
};

/** The wall: no hand ever touches it, so everything follows from the day, the line and the clock. */
export function createCallBoard(ports: BoardPorts): CallBoard {
  const { config, connection, troubles, journal, now, schedule } = ports;
  const clock = signal(now());
  const branch = computed(() => config.value.branch);
  const turn = computed(() => Math.floor(clock.value / PAGE_MS));
  // Yesterday's calls must not hang there in the morning, even before the first entry of today.
  const day = computed(() => ofToday(journal.day.value, clock.value > 0 ? ports.today() : ''));
  const calls = computed(() => callsOf(day.value, branch.value));
  const counters = computed(() => countersOf(day.value, branch.value));
  const services = computed(() => servicesOf(day.value, branch.value));
  const flashing = followNews(calls, ports);
  const stopTicking = tick(schedule, () => {
    clock.value = now();
  });
  return {
    step: computed(() =>
      stepFor({
        connected: connection.value.is === 'connected',
        revoked: troubles.value.some((trouble) => trouble.code === 'revoked'),
      }),
    ),
    stale: computed(() => staleSince(connection.value, clock.value)),
    calls,
    fresh: flashing.fresh,
    counters: computed(() => pageOf(counters.value, turn.value)),
    services: computed(() => pageOf(services.value, Math.floor(turn.value / LANGUAGE_TURNS.length))),
    language: computed(() => LANGUAGE_TURNS[turn.value % LANGUAGE_TURNS.length] ?? 'zh-CN'),
    minute: computed(() => Math.floor(clock.value / MINUTE_MS) * MINUTE_MS),
    shiftPx: computed(() => shiftAt(Math.floor(clock.value / SHIFT_MS))),
    stop: () => {
      stopTicking();
      flashing.stop();
    },
  };
}

function ofToday(day: BranchDay, today: BusinessDay): BranchDay {
  if (day.day === today) return day;
  return { ...day, tickets: {}, counters: {}, calls: [], invitations: {}, servedOffline: {} };
}

function staleSince(connection: Connection, now: number): Stale | null {
  if (connection.is === 'connected') return null;
  return { since: connection.since, minutes: Math.max(0, Math.floor((now - connection.since) / MINUTE_MS)) };
}

function shiftAt(turn: number): { readonly x: number; readonly y: number } {
  const [x, y] = SHIFTS[turn % SHIFTS.length] ?? SHIFTS[0];
  return { x, y };
}

function tick(schedule: Schedule, run: () => void): () => void {
  let cancel = schedule(TICK_MS, again);
  function again() {
    run();
    cancel = schedule(TICK_MS, again);
  }
  return () => cancel();
}

/** A call or recall not seen before flashes; what hung there when the board started does not. */
function followNews(calls: ReadonlySignal<readonly CallShown[]>, { now, schedule }: BoardPorts) {
  const fresh = signal<ReadonlySet<string>>(new Set());
  let known = new Set(calls.peek().map((call) => call.key));
  const cancels = new Set<() => void>();
  const settle = (keys: ReadonlySet<string>) => {
    fresh.value = new Set([...fresh.peek()].filter((key) => !keys.has(key)));
  };
  const stopFollowing = effect(() => {
    const shown = calls.value;
    const news = shown.filter((call) => !known.has(call.key) && now() - call.at < NEWS_MS);
    known = new Set(shown.map((call) => call.key));
    if (news.length === 0) return;
    const keys = new Set(news.map((call) => call.key));
    fresh.value = new Set([...fresh.peek(), ...keys]);
    const cancel = schedule(FLASH_MS, () => {
      cancels.delete(cancel);
      settle(keys);
    });
    cancels.add(cancel);
  });
  const stop = () => {
    stopFollowing();
    for (const cancel of cancels) cancel();
  };
  return { fresh, stop };
}
