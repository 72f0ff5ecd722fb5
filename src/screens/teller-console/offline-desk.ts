import { type ReadonlySignal, signal } from '@preact/signals';
import type { BusinessDay, CounterId, TellerId, TicketNumber } from '#domain/id.ts';
import type { CounterChannel } from '#platform/sync/counter-channel.ts';
import type { Journal, Notebook } from '#platform/sync/device.ts';

const SERVING = 'offline-serving';
const SERVED = 'offline-served';

export type OfflineServing = { readonly number: TicketNumber; readonly startedAt: number };
export type OfflineServed = {
  readonly number: TicketNumber;
  readonly at: number;
  readonly servedMs: number;
};
type ServedNote = { readonly day: BusinessDay; readonly served: readonly OfflineServed[] };

export type OfflineDeskPorts = {
  readonly journal: Pick<Journal, 'record'>;
  readonly notebook: Notebook;
  readonly channel: Pick<CounterChannel, 'tell'>;
  readonly today: () => BusinessDay;
  readonly now: () => number;
  readonly newId: () => string;
};

export type Place = { readonly counter: CounterId; readonly teller: TellerId };

export type OfflineDesk = {
  /** Whom the teller serves by typed number; outlives a reload and the return of the line. */
  readonly serving: ReadonlySignal<OfflineServing | null>;
  /** Of today, newest first. */
  readonly served: ReadonlySignal<readonly OfflineServed[]>;
  /** The disk refused: nothing was recorded. */
  readonly unwritten: ReadonlySignal<boolean>;
  readonly recover: () => Promise<void>;
  readonly start: (number: TicketNumber) => Promise<void>;
  readonly cancel: () => Promise<void>;
  /** Records whom this desk serves, or somebody called before the cut. */
  readonly finish: (who: OfflineServing, place: Place) => Promise<void>;
};

/** The teller's work while the line is cut: what happened is a fact, written before the screen says so. */
export function createOfflineDesk(ports: OfflineDeskPorts): OfflineDesk {
  const { journal, notebook, channel, today, now, newId } = ports;
  const serving = signal<OfflineServing | null>(null);
  const served = signal<readonly OfflineServed[]>([]);
  const unwritten = signal(false);
  let recording = false;

  const start = async (number: TicketNumber) => {
    if (serving.peek()) return;
    serving.value = { number, startedAt: now() };
    unwritten.value = false;
    await notebook.write(SERVING, serving.peek());
  };
  const cancel = async () => {
    serving.value = null;
    await notebook.erase(SERVING);
  };
  const finish = async (who: OfflineServing, place: Place) => {
    if (recording) return;
    recording = true;
    const at = now();
    const invitationId = newId();
    const servedMs = Math.max(0, Math.round(at - who.startedAt));
    const { number } = who;
    const written = await journal.record({
      kind: 'visitor-served-offline',
      ...place,
      number,
      invitationId,
      servedMs,
    });
    recording = false;
    unwritten.value = written.is === 'unwritten';
    if (written.is === 'unwritten') return;
    channel.tell({ kind: 'finished-offline', invitationId, ...place, number, at });
    served.value = [{ number, at, servedMs }, ...served.peek()];
    await cancel();
    await notebook.write(SERVED, { day: today(), served: served.peek() } satisfies ServedNote);
  };
  const recover = async () => {
    const [open, list] = await Promise.all([
      notebook.read<OfflineServing>(SERVING),
      notebook.read<ServedNote>(SERVED),
    ]);
    if (open) serving.value = open;
    if (list?.day === today()) served.value = list.served;
  };

  return { serving, served, unwritten, recover, start, cancel, finish };
}
