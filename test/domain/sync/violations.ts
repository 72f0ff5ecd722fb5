import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import { type Kept, TODAY } from './model.ts';
import type { Outcome } from './run-history.ts';

/** What must never be true of a branch after any history; empty: nothing is. */
export function violationsOf(outcome: Outcome): readonly string[] {
  return [
    ...missing(outcome),
    ...doubled(outcome),
    ...reordered(outcome),
    ...sameNumbers(outcome),
    ...diverged(outcome),
  ];
}

function missing({ server, devices, promised }: Outcome): string[] {
  const { entries, quarantine } = server.data;
  const there = new Set([...entries.map(({ id }) => id), ...quarantine]);
  const waiting = new Set(
    devices.flatMap(({ disk }) => disk.outbox.filter((kept) => kept.seq > disk.cursor.upTo)),
  );
  const waitingIds = new Set([...waiting].map(({ id }) => id));
  return promised
    .filter(({ id }) => !there.has(id))
    .map(({ id }) => (waitingIds.has(id) ? `stuck: ${id}` : `lost: ${id}`));
}

function doubled({ server }: Outcome): string[] {
  const { entries, quarantine } = server.data;
  const ids = [...entries.map(({ id }) => id), ...quarantine];
  return repeats(ids).map((id) => `twice: ${id}`);
}

/** What one device recorded first comes first. */
function reordered({ server, promised }: Outcome): string[] {
  const order = new Map(promised.map(({ id }, index) => [id, index]));
  const last = new Map<string, number>();
  return server.data.entries.flatMap(({ id, device }) => {
    const before = last.get(device) ?? -1;
    const now = order.get(id) ?? -1;
    last.set(device, now);
    return now < before ? [`out of order: ${id}`] : [];
  });
}

function sameNumbers({ promised, wentBackUnnoticed }: Outcome): string[] {
  // Until somebody tells it, such a server cannot know what it gave out: its own start is what must notice.
  if (wentBackUnnoticed) return [];
  return repeats(promised.flatMap(numberOf)).map((number) => `same number: ${number}`);
}

function diverged({ server, devices }: Outcome): string[] {
  const truth = JSON.stringify(server.data.entries.reduce(foldDay, emptyDay(TODAY)));
  return devices
    .filter(({ disk }) => JSON.stringify(disk.day) !== truth)
    .map(({ name }) => `diverged: ${name}`);
}

function numberOf({ fact }: Kept): string[] {
  return fact.kind === 'ticket-taken' ? [fact.number] : [];
}

function repeats(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
