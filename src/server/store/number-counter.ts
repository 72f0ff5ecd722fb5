import type { BranchId, BusinessDay, DeviceId, TicketId, TicketNumber } from '#domain/id.ts';
import { formatTicketNumber } from '#domain/queue/ticket-number.ts';
import { alongLane, CONNECTED_LANE, LANE_END } from '#domain/sync/number-lanes.ts';
import type { Db, Tables } from './tables.ts';

/** One line of numbers: a letter on one day of one branch. */
export type NumberLine = { readonly branch: BranchId; readonly day: BusinessDay; readonly letter: string };

export type Counter = Tables['number_counter'];

/** A line's counter, made when it is first needed. The branch must be locked. */
export async function counterFor(db: Db, line: NumberLine): Promise<Counter> {
  const found = await db
    .selectFrom('number_counter')
    .selectAll()
    .where('branch', '=', line.branch)
    .where('day', '=', line.day)
    .where('letter', '=', line.letter)
    .executeTakeFirst();
  if (found) return found;
  const fresh = { ...line, next: 1, lease_next: 1 };
  await db.insertInto('number_counter').values(fresh).execute();
  return fresh;
}

export async function moveCounter(
  db: Db,
  line: NumberLine,
  to: { readonly next: number; readonly lease_next: number },
): Promise<void> {
  await db
    .updateTable('number_counter')
    .set({ next: to.next, lease_next: to.lease_next })
    .where('branch', '=', line.branch)
    .where('day', '=', line.day)
    .where('letter', '=', line.letter)
    .execute();
}

export type Grant = NumberLine & {
  readonly ticketId: TicketId;
  readonly device: DeviceId;
  readonly now: number;
};

/** The number of a ticket; however often it is asked for, the same. `null`: the day's numbers are used up. */
export async function grantNumber(db: Db, grant: Grant): Promise<TicketNumber | null> {
  const { branch, day, letter, ticketId } = grant;
  const before = await db
    .selectFrom('number_grant')
    .select('number')
    .where('branch', '=', branch)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  if (before) return before.number;
  const line = { branch, day, letter };
  const counter = await counterFor(db, line);
  const count = await firstUnleased(db, line, counter.next);
  if (count >= LANE_END) return null;
  await moveCounter(db, line, { next: count + 1, lease_next: counter.lease_next });
  const number = formatTicketNumber(letter, count);
  await db
    .insertInto('number_grant')
    .values({ branch, day, number, ticket_id: ticketId, device: grant.device, granted_at: grant.now })
    .execute();
  return number;
}

/** Blocks of an earlier release lie among the numbers given over the line. */
async function firstUnleased(db: Db, line: NumberLine, from: number): Promise<number> {
  const blocks = await db
    .selectFrom('lease')
    .select(['from_no', 'to_no'])
    .where('branch', '=', line.branch)
    .where('day', '=', line.day)
    .where('letter', '=', line.letter)
    .where('to_no', '>=', from)
    .orderBy('from_no')
    .execute();
  const inLane = (count: number): number => alongLane(CONNECTED_LANE, count, 0);
  return blocks.reduce(
    (count, block) => (block.from_no <= count && count <= block.to_no ? inLane(block.to_no + 1) : count),
    inLane(from),
  );
}
