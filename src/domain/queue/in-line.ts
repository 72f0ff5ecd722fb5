import type { Ticket } from './queue.ts';

type Placed = Pick<Ticket, 'placedAt' | 'joinedPosition'>;

/** Order of the line: by place, then by journal position. */
export function inLine(one: Placed, other: Placed): number {
  return one.placedAt - other.placedAt || one.joinedPosition - other.joinedPosition;
}
