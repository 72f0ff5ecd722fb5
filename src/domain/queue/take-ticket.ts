import type { Branch } from '#domain/branch/branch.ts';
import { branchState, serviceState } from '#domain/branch/hours.ts';
import type { TicketTaken } from '#domain/event.ts';
import { accept, type Result, refuse } from '#domain/result.ts';
import { ordinaryClass } from './precedence.ts';

/** What the kiosk knows when the visitor has chosen; the number is the server's or the lease's. */
export type TicketWish = Omit<TicketTaken, 'kind'> & { readonly weekday: number; readonly minute: number };

export type TicketRefusal = 'unknown-service' | 'service-closed' | 'branch-closed';

/** Makes the fact of a ticket, unless nobody would serve it. A class the branch no longer has is the ordinary one. */
export function takeTicket(branch: Branch, wish: TicketWish): Result<TicketTaken, TicketRefusal> {
  const { weekday, minute, ...ticket } = wish;
  const service = branch.services.find(({ id }) => id === wish.service);
  if (service === undefined) return refuse('unknown-service');
  if (!branchState(branch, weekday, minute).open) return refuse('branch-closed');
  if (!serviceState(service, weekday, minute).open) return refuse('service-closed');
  const known = branch.classes.some(({ id }) => id === wish.ticketClass);
  const ticketClass = known ? wish.ticketClass : (ordinaryClass(branch)?.id ?? wish.ticketClass);
  return accept({ kind: 'ticket-taken', ...ticket, ticketClass });
}
