import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import { branchState, type OpenState, type WeekMoment } from '#domain/branch/hours.ts';
import type { BusinessDay, ClassId, ServiceId } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { Modes } from '#platform/accessibility/modes.ts';
import type { Miss } from '#platform/accessibility/press-rules.ts';
import type { TicketPrinter } from '#platform/hardware/ticket-printer.ts';
import { weekMoment } from '#platform/i18n/times.ts';
import type { IdleState } from '#platform/lobby-mode/idle.ts';
import type { Schedule } from '#platform/lobby-mode/schedule.ts';
import { createStaffPanel, type StaffPanel } from '#platform/lobby-mode/staff-panel.ts';
import type { Connection, Device, Journal, Notebook, Requester, Trouble } from '#platform/sync/device.ts';
import { type Outlook, outlookOf } from './intent.ts';
import { type Step, stepFor, type Visit } from './kiosk-state.ts';
import { type Offer, offersOf } from './offers.ts';
import { stopOf } from './quiet-line.ts';
import { slipOf } from './slip-of.ts';
import { createTicketVisit } from './ticket-visit.ts';
import { createVisitClock } from './visit-clock.ts';
import { createVisitorActions, type VisitorActions } from './visitor-actions.ts';

const MINUTE_MS = 60_000;
const ANSWER_MS = 4000;

export type KioskParts = {
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  readonly journal: Journal;
  readonly requester: Requester;
  readonly notebook: Notebook;
  readonly printer: TicketPrinter;
  readonly modes: Modes;
  readonly rescueExport: Device['rescueExport'];
  readonly saveFile: (text: string) => void;
  readonly now: () => number;
  readonly today: () => BusinessDay;
  readonly newId: () => string;
  readonly schedule: Schedule;
};

export type Kiosk = VisitorActions & {
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  readonly unsent: ReadonlySignal<number>;
  readonly modes: Modes;
  readonly staff: StaffPanel;
  readonly step: ReadonlySignal<Step>;
  readonly idle: ReadonlySignal<IdleState>;
  /** Nobody is here: the page may load anew. */
  readonly isUnused: ReadonlySignal<boolean>;
  readonly offers: ReadonlySignal<readonly Offer[]>;
  readonly branch: ReadonlySignal<OpenState>;
  readonly day: ReadonlySignal<BranchDay>;
  /** Where now falls in the branch's week. */
  readonly moment: ReadonlySignal<WeekMoment>;
  /** What somebody who took this ticket now would be told. */
  readonly outlook: (service: ServiceId, ticketClass: ClassId) => Outlook;
  /** Now, to the minute. */
  readonly minute: ReadonlySignal<number>;
  /** Why the last press did nothing, for a few seconds. */
  readonly miss: ReadonlySignal<Miss | null>;
  /** Finishes what a crash left open; before the first visitor. */
  readonly start: () => Promise<void>;
  /** The visit is over; nothing of it stays. */
  readonly done: () => void;
  /** Any touch or key at all. */
  readonly touched: () => void;
  readonly missed: (why: Miss) => void;
};

/** The lobby touchscreen: one visitor after the other takes a ticket. */
export function createKiosk(parts: KioskParts): Kiosk {
  const { config, connection, troubles, journal, modes, schedule } = parts;
  const visit = signal<Visit>({ at: 'start' });
  const miss = signal<Miss | null>(null);
  const minute = minuteSignal(parts);
  const staff = createStaffPanel(parts);
  const moment = computed(() => weekMoment(minute.value, config.value.branch.timeZone));
  const branch = computed(() => branchState(config.value.branch, moment.value.weekday, moment.value.minute));
  const offers = computed(() => offersOf(config.value.branch, journal.day.value, moment.value));
  const tickets = createTicketVisit({
    ...parts,
    visit,
    slipOf: (ticket) => slipOf(ticket, config.peek().branch, journal.day.peek()),
  });
  const done = () => {
    if (visit.peek().at === 'taking') return;
    batch(() => {
      visit.value = { at: 'start' };
      miss.value = null;
      modes.resetModes();
    });
    void tickets.close();
  };
  const idle = createVisitClock({ visit, modes, schedule, onReset: done });
  const step = computed(() =>
    stepFor({
      visit: visit.value,
      staff: staff.isOpen.value,
      outOfOrder: stopOf(troubles.value) !== null,
      branch: branch.value,
    }),
  );
  return {
    ...{ config, connection, troubles, modes, staff, step, offers, branch, moment, minute, miss, done },
    day: journal.day,
    unsent: journal.unsent,
    idle: idle.state,
    isUnused: computed(
      () => visit.value.at === 'start' && idle.state.value.is === 'resting' && !staff.isOpen.value,
    ),
    touched: idle.touched,
    outlook: (service, ticketClass) => outlookOf(parts, { service, ticketClass }),
    start: tickets.resume,
    missed: answerMisses(miss, schedule),
    ...createVisitorActions({ ...parts, visit, offers, tickets, done }),
  };
}

function minuteSignal({ now, schedule }: Pick<KioskParts, 'now' | 'schedule'>): ReadonlySignal<number> {
  const minute = signal(now());
  const tick = () => {
    minute.value = now();
    schedule(MINUTE_MS - (now() % MINUTE_MS), tick);
  };
  tick();
  return minute;
}

/** The latest answer counts, and its own few seconds. */
function answerMisses(miss: Signal<Miss | null>, schedule: Schedule): (why: Miss) => void {
  let cancel: () => void = () => {};
  return (why) => {
    cancel();
    miss.value = why;
    cancel = schedule(ANSWER_MS, () => {
      miss.value = null;
    });
  };
}
