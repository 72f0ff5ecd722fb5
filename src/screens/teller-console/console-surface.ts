import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { TicketNumber } from '#domain/id.ts';
import type { Modes } from '#platform/accessibility/modes.ts';
import type { tellerConsolePhrases } from '#platform/i18n/phrases/teller-console.ts';
import type { Wording } from '#platform/i18n/wording.ts';
import type { Trouble } from '#platform/sync/device.ts';
import { type Aside, type Missed, missedInGrace, parkedHere } from './counter-view.ts';
import { allows, type Command } from './shortcuts.ts';
import type { TellerConsole } from './teller-console.ts';
import { type ServiceTotal, serviceTotals, type WaitingRow, waitingRows } from './waiting-view.ts';

const MINUTE_MS = 60_000;

export type ConsoleWords = Wording<typeof tellerConsolePhrases>;
export type DialogName = 'pause' | 'transfer' | 'came-back' | 'resume' | 'display';

/** What one glance at the console shows, and what keys and buttons do there. */
export type ConsoleSurface = {
  readonly desk: TellerConsole;
  readonly words: ConsoleWords;
  readonly modes: Modes;
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  /** Hands everything not yet sent to the person in front, as a file. */
  readonly saveRescue: () => void;
  /** Nothing is under way here: the page may be loaded anew. */
  readonly isIdle: ReadonlySignal<boolean>;
  readonly dialog: Signal<DialogName | null>;
  readonly filter: Signal<'mine' | 'all'>;
  /** What is typed into the number field of a cut-off console. */
  readonly typed: Signal<string>;
  readonly allRows: ReadonlySignal<readonly WaitingRow[]>;
  /** As filtered. */
  readonly rows: ReadonlySignal<readonly WaitingRow[]>;
  readonly totals: ReadonlySignal<readonly ServiceTotal[]>;
  readonly parked: ReadonlySignal<readonly Aside[]>;
  readonly missed: ReadonlySignal<readonly Missed[]>;
  readonly run: (command: Command) => void;
  readonly main: (number?: TicketNumber) => void;
};

export type SurfaceParts = {
  readonly desk: TellerConsole;
  readonly words: ConsoleWords;
  readonly modes: Modes;
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  readonly saveRescue: () => void;
};

export function createConsoleSurface(parts: SurfaceParts): ConsoleSurface {
  const { desk, config } = parts;
  const dialog = signal<DialogName | null>(null);
  const filter = signal<'mine' | 'all'>('mine');
  const counter = desk.counterId;
  const branch = computed(() => config.value.branch);
  // Lists show whole minutes: they are made anew once a minute and when the day changes, not every second.
  const minute = computed(() => Math.floor(desk.clock.value / MINUTE_MS) * MINUTE_MS);
  const nowIn = () => Math.max(minute.value, desk.clock.peek());
  const all = computed(() =>
    waitingRows({
      branch: branch.value,
      day: desk.day.value,
      counter,
      now: nowIn(),
      next: desk.maybeNext.ticketId.value,
    }),
  );
  const parked = computed(() => parkedHere(desk.day.value, counter));
  const surface = {
    ...parts,
    isIdle: computed(() => isBetweenVisitors(desk) && dialog.value === null),
    dialog,
    filter,
    typed: signal(''),
    allRows: all,
    rows: computed(() => (filter.value === 'mine' ? all.value.filter((row) => row.mine) : all.value)),
    totals: computed(() => serviceTotals(branch.value, counter, all.value)),
    parked,
    missed: computed(() => missedInGrace(branch.value, desk.day.value, counter, nowIn())),
    main: desk.main,
  };
  return { ...surface, run: (command) => runCommand(surface, command) };
}

const BETWEEN = new Set(['no-counter', 'revoked', 'signed-out', 'closed', 'paused', 'ready']);

function isBetweenVisitors(desk: TellerConsole): boolean {
  return BETWEEN.has(desk.step.value) && desk.asker.state.value.is === 'idle' && !desk.signing.busy.value;
}

type Runnable = Omit<ConsoleSurface, 'run'>;

function runCommand(surface: Runnable, command: Command): void {
  if (allows(surface.desk.step.peek(), command)) COMMANDS[command](surface);
}

const COMMANDS: Readonly<Record<Command, (surface: Runnable) => void>> = {
  main: ({ desk }) => desk.main(),
  skip: ({ desk }) => desk.maybeNext.skip(),
  recall: ({ desk }) => desk.ask({ kind: 'recall' }),
  'no-show': ({ desk }) => desk.ask({ kind: 'no-show' }),
  park: ({ desk }) => desk.ask({ kind: 'park' }),
  'sign-out': ({ desk }) => desk.ask({ kind: 'sign-out' }),
  transfer: openDialog('transfer'),
  pause: openDialog('pause'),
  'came-back': openDialog('came-back'),
  resume,
  waiting: toggleFilter,
};

function openDialog(name: DialogName): (surface: Runnable) => void {
  return ({ dialog }) => {
    dialog.value = name;
  };
}

function toggleFilter({ filter }: Runnable): void {
  filter.value = filter.peek() === 'mine' ? 'all' : 'mine';
}

/** One parked ticket needs no choice. */
function resume({ desk, dialog, parked }: Runnable): void {
  const [first, ...others] = parked.peek();
  if (!first) return;
  if (others.length > 0) dialog.value = 'resume';
  else desk.ask({ kind: 'resume-ticket', ticketId: first.ticket.ticketId });
}
