import type { Fact } from '#domain/event.ts';
import type { CounterId, TellerId } from '#domain/id.ts';
import { inLine } from '#domain/queue/in-line.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** Nobody leaves a visitor who was called; who was parked here waits again at the old place. */
export function signOut({ day, at, serving }: AskedAt): TellerVerdict {
  return serving === null ? accept(leaving(day, at)) : refuse('still-serving');
}

/** The facts of a teller leaving a counter at which nobody is served. */
export function leaving(
  day: BranchDay,
  at: { readonly counter: CounterId; readonly teller: TellerId },
): readonly Fact[] {
  const parkedHere = Object.values(day.tickets)
    .filter(({ state }) => state.is === 'parked' && state.counter === at.counter)
    .sort(inLine);
  return [
    ...parkedHere.map(
      ({ ticketId, placedAt }): Fact => ({ kind: 'ticket-returned', ...at, ticketId, placedAt }),
    ),
    { kind: 'teller-signed-out', ...at },
  ];
}
