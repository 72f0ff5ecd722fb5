import type { Branch } from '#domain/branch/branch.ts';
import type { CounterId, TicketId } from '#domain/id.ts';
import { accept, type Result, refuse } from '#domain/result.ts';
import { chooseNext } from './choose-next.ts';
import { waitingLine } from './line.ts';
import { precedenceOf } from './precedence.ts';
import type { BranchDay } from './queue.ts';
import { counterById } from './who-serves.ts';

export type NextCall = { readonly ticketId: TicketId; readonly passed: readonly TicketId[] };

/** Whom this counter calls next, and who is passed by that. Works on a cut-off console too: it decides nothing. */
export function callNext(
  branch: Branch,
  day: BranchDay,
  counterId: CounterId,
  now: number,
): Result<NextCall, 'nobody-waiting' | 'unknown-counter'> {
  if (counterById(branch, counterId) === undefined) return refuse('unknown-counter');
  const line = waitingLine(day, branch, counterId);
  const standing = line.map(({ placedAt, passed, ticketClass }) => ({
    placedAt,
    passed,
    precedence: precedenceOf(branch, ticketClass),
  }));
  const chosen = chooseNext(standing, branch.rules, now);
  const ticket = line[chosen];
  if (ticket === undefined) return refuse('nobody-waiting');
  const passed = line.slice(0, chosen).map(({ ticketId }) => ticketId);
  return accept({ ticketId: ticket.ticketId, passed });
}
