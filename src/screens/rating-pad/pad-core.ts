import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { BusinessDay, CounterId } from '#domain/id.ts';
import type { Modes } from '#platform/accessibility/modes.ts';
import type { Schedule } from '#platform/lobby-mode/schedule.ts';
import type { CounterChannel } from '#platform/sync/counter-channel.ts';
import type { Connection, Device, Journal, Notebook } from '#platform/sync/device.ts';
import type { Exclusively } from './one-tab-at-a-time.ts';
import { padFactsAt } from './pad-facts.ts';
import { createPadLedger, type PadLedger } from './pad-ledger.ts';
import { shareNote } from './pad-note.ts';
import { lapseOf, RESTING, type Session } from './session.ts';

export type RatingPadPorts = {
  readonly journal: Journal;
  readonly notebook: Notebook;
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  /** ms since 1970 by the corrected clock. */
  readonly now: () => number;
  /** ms of a clock that never jumps: every timer and every measured answer. */
  readonly mono: () => number;
  readonly today: () => BusinessDay;
  readonly newId: () => string;
  readonly schedule: Schedule;
  readonly channel: Pick<CounterChannel, 'listen'>;
  readonly modes: Modes;
  /** Somebody standing there can see the screen. */
  readonly visible: ReadonlySignal<boolean>;
  readonly exclusively: Exclusively;
  readonly rescueExport: Device['rescueExport'];
  readonly saveFile: (text: string) => void;
};

/** What the parts of the model work on together. */
export type PadCore = {
  readonly ports: RatingPadPorts;
  readonly counter: CounterId;
  readonly ledger: PadLedger;
  readonly session: Signal<Session>;
  /** Changes the session; its timer follows. */
  readonly go: (next: Session) => void;
  /** Starts the timer of the present session anew. */
  readonly rearm: () => void;
  readonly stop: () => void;
  /** Time has run out for the present session. */
  onLapse: () => void;
  /** An answer is on its way to the disk: nothing else may happen meanwhile. */
  readonly isWriting: () => boolean;
  readonly write: <Value>(work: () => Promise<Value>) => Promise<Value>;
};

export function createPadCore(ports: RatingPadPorts): PadCore {
  const { notebook, today, exclusively, journal, now, mono, schedule } = ports;
  const counter = ports.config.peek().device.counter ?? '';
  const session = signal<Session>(RESTING);
  let cancel = () => {};
  let isWriting = false;
  const ledger = createPadLedger({
    journal,
    now,
    note: shareNote({ notebook, today, exclusively }),
    facts: padFactsAt(counter),
  });
  const core: PadCore = {
    ports,
    counter,
    ledger,
    session,
    isWriting: () => isWriting,
    write: async (work) => {
      isWriting = true;
      try {
        return await work();
      } finally {
        isWriting = false;
        core.rearm();
      }
    },
    onLapse: () => {},
    stop: () => cancel(),
    go: (next) => {
      session.value = next;
      core.rearm();
    },
    rearm: () => {
      cancel();
      const lapse = lapseOf(session.peek(), isElder(core));
      cancel = lapse ? schedule(Math.max(0, lapse.at - mono()), () => core.onLapse()) : () => {};
    },
  };
  return core;
}

export function isElder({ ports }: PadCore): boolean {
  return ports.modes.size.peek() === 'elder';
}
