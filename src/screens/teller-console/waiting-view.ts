import type { Branch, Service, VisitorClass } from '#domain/branch/branch.ts';
import type { CounterId, TicketId } from '#domain/id.ts';
import { callNext } from '#domain/queue/call-next.ts';
import { waitingLine } from '#domain/queue/line.ts';
import type { BranchDay, Ticket } from '#domain/queue/queue.ts';
import { counterById, mayCall } from '#domain/queue/who-serves.ts';

const MINUTE_MS = 60_000;

export type WaitingRow = {
  readonly ticket: Ticket;
  readonly service: Service | undefined;
  readonly ticketClass: VisitorClass | undefined;
  /** This counter may call it. */
  readonly mine: boolean;
  /** Whom this counter would call now. */
  readonly next: boolean;
  readonly waitedMin: number;
  readonly overdue: boolean;
};

export type ServiceTotal = {
  readonly service: Service;
  readonly mine: boolean;
  readonly waiting: number;
  readonly longestMin: number;
};

type Here = {
  readonly branch: Branch;
  readonly day: BranchDay;
  readonly counter: CounterId;
  readonly now: number;
};
type Looking = Here & { readonly next: TicketId | null };

/** Everyone who waits, first in line first. */
export function waitingRows({ branch, day, counter, now, next }: Looking): readonly WaitingRow[] {
  const own = counterById(branch, counter);
  const services = new Map(branch.services.map((service) => [service.id, service]));
  const classes = new Map(branch.classes.map((each) => [each.id, each]));
  return waitingLine(day, branch).map((ticket) => ({
    ticket,
    service: services.get(ticket.service),
    ticketClass: classes.get(ticket.ticketClass),
    mine: own !== undefined && mayCall(branch, day, own, ticket),
    next: ticket.ticketId === next,
    waitedMin: minutesBetween(ticket.takenAt, now),
    overdue: isOverdue(ticket, now),
  }));
}

/** Whom this counter would call, by the same rule as the branch's authority. */
export function nextHere({ branch, day, counter, now }: Here): TicketId | null {
  const next = callNext(branch, day, counter, now);
  return next.ok ? next.value.ticketId : null;
}

export function serviceTotals(
  branch: Branch,
  counter: CounterId,
  rows: readonly WaitingRow[],
): readonly ServiceTotal[] {
  const served = counterById(branch, counter)?.services ?? [];
  return branch.services.map((service) => {
    const waiting = rows.filter((row) => row.ticket.service === service.id);
    return {
      service,
      mine: served.includes(service.id),
      waiting: waiting.length,
      longestMin: Math.max(0, ...waiting.map((row) => row.waitedMin)),
    };
  });
}

export function minutesBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / MINUTE_MS));
}

export function isOverdue({ promised, takenAt }: Ticket, now: number): boolean {
  return promised !== null && now - takenAt > promised.toMin * MINUTE_MS;
}
