import { randomUUID } from 'node:crypto';
import type { Hello } from '#contract/journal.ts';
import type { BranchId, BusinessDay, DeviceId } from '#domain/id.ts';
import { LAST_TICKET_COUNT, parseTicketNumber } from '#domain/queue/ticket-number.ts';
import {
  alongLane,
  blockIn,
  CONNECTED_LANE,
  isInLane,
  leasedLane,
  type NumberLane,
} from '#domain/sync/number-lanes.ts';
import type { Lease } from '#domain/sync/protocol.ts';
import { dayOrdinal, daysAfter } from './business-day.ts';
import { counterFor, moveCounter, type NumberLine } from './number-counter.ts';
import type { Db } from './tables.ts';

const BLOCK = 300;
/** A kiosk that is cut off has at least so many of every letter: a busy day of one service. */
const ENOUGH = 250;
const DAYS_AHEAD = 3;
/** More than could be given out over the line between a backup and its restore. */
const JUMP = 1000;
/** More than all kiosks of a branch could be handed in that time: each takes a block after midnight. */
const LEASED_JUMP = 10 * BLOCK;

export type LeaseCase = {
  readonly branch: BranchId;
  readonly device: DeviceId;
  readonly today: BusinessDay;
  readonly letters: readonly string[];
  readonly hello: Pick<Hello, 'leases' | 'seen'>;
  readonly now: number;
};

/**
 * New blocks for a kiosk that holds too few numbers of a letter on a day. A block is handed out in one answer
 * only: if that is lost, its numbers are a gap, because a repeat could give them twice.
 */
export async function topUpLeases(db: Db, lease: LeaseCase): Promise<readonly Lease[]> {
  const fresh: Lease[] = [];
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = daysAfter(lease.today, ahead);
    for (const letter of lease.letters) {
      if (leftOf(lease.hello.leases, day, letter) >= ENOUGH) continue;
      const block = await nextBlock(db, lease, { branch: lease.branch, day, letter });
      if (block) fresh.push(block);
    }
  }
  return fresh;
}

function leftOf(held: Hello['leases'], day: BusinessDay, letter: string): number {
  return held
    .filter((one) => one.day === day && one.letter === letter)
    .reduce((left, one) => left + Math.max(0, one.to - one.next + 1), 0);
}

async function nextBlock(db: Db, { device, now }: LeaseCase, line: NumberLine): Promise<Lease | null> {
  const counter = await counterFor(db, line);
  const block = blockIn(laneOf(line.day), counter.lease_next, BLOCK);
  if (block === null) return null;
  const { from, to } = block;
  const id = randomUUID();
  await insertLease(db, { ...line, id, device, from_no: from, to_no: to, issued_at: now });
  await moveCounter(db, line, { next: counter.next, lease_next: to + 1 });
  return { id, day: line.day, letter: line.letter, next: from, to };
}

function laneOf(day: BusinessDay): NumberLane {
  return leasedLane(dayOrdinal(day));
}

async function insertLease(db: Db, row: NumberLine & LeaseRow): Promise<void> {
  await db
    .insertInto('lease')
    .values({ ...row })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
type LeaseRow = {
  readonly id: string;
  readonly device: string;
  readonly from_no: number;
  readonly to_no: number;
  readonly issued_at: number;
};

/** After a restore: every line of numbers of these days goes on far above anything that may have been given out. */
export async function jumpNumbers(
  db: Db,
  { branch, today, letters }: Pick<LeaseCase, 'branch' | 'today' | 'letters'>,
): Promise<void> {
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead += 1) {
    for (const letter of letters) {
      const line = { branch, day: daysAfter(today, ahead), letter };
      const { next, lease_next } = await counterFor(db, line);
      await moveCounter(db, line, {
        next: alongLane(CONNECTED_LANE, next, JUMP),
        lease_next: alongLane(laneOf(line.day), lease_next, LEASED_JUMP),
      });
    }
  }
}

/** Whatever a device holds or has seen printed is never given out again, even if this database forgot it. */
export async function respectSeenNumbers(db: Db, lease: LeaseCase): Promise<void> {
  for (const held of await forgottenLeases(db, lease)) await respectLease(db, lease, held);
  const { day, highest } = lease.hello.seen;
  if (day === null) return;
  for (const number of highest) {
    const seen = parseTicketNumber(number);
    if (seen === null || !lease.letters.includes(seen.letter)) continue;
    await liftAbove(db, { branch: lease.branch, day, letter: seen.letter }, seen.count);
  }
}

async function forgottenLeases(db: Db, { hello, letters }: LeaseCase): Promise<readonly Lease[]> {
  const held = hello.leases.filter(({ letter, to }) => letters.includes(letter) && to <= LAST_TICKET_COUNT);
  if (held.length === 0) return [];
  const ids = held.map(({ id }) => id);
  const rows = await db.selectFrom('lease').select('id').where('id', 'in', ids).execute();
  const known = new Set(rows.map(({ id }) => id));
  return held.filter(({ id }) => !known.has(id));
}

async function respectLease(db: Db, { branch, device, now }: LeaseCase, held: Lease): Promise<void> {
  const line = { branch, day: held.day, letter: held.letter };
  const block = { id: held.id, device, from_no: held.next, to_no: held.to, issued_at: now };
  await insertLease(db, { ...line, ...block });
  await liftAbove(db, line, held.to);
}

/** A count belongs to the line's numbers over the line, to its leased ones, or to those of another day. */
async function liftAbove(db: Db, line: NumberLine, count: number): Promise<void> {
  const { next, lease_next } = await counterFor(db, line);
  const leased = await db
    .selectFrom('lease')
    .select('id')
    .where('branch', '=', line.branch)
    .where('day', '=', line.day)
    .where('letter', '=', line.letter)
    .where('from_no', '<=', count)
    .where('to_no', '>=', count)
    .limit(1)
    .executeTakeFirst();
  const to = {
    next: leased || !isInLane(CONNECTED_LANE, count) ? next : Math.max(next, count + 1),
    lease_next: isInLane(laneOf(line.day), count) ? Math.max(lease_next, count + 1) : lease_next,
  };
  if (to.next !== next || to.lease_next !== lease_next) await moveCounter(db, line, to);
}
