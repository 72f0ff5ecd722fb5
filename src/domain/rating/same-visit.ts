import type { Entry } from '#domain/event.ts';
import type { InvitationId, TicketId, TicketNumber } from '#domain/id.ts';

type Mention = { readonly invitationId: InvitationId; readonly place: string };

/** Which invitation a rating truly answers: a rating by number, or a repeated finish, answers the first finish's. */
export function invitationAnswered(entries: readonly Entry[]): (invitation: InvitationId) => InvitationId {
  const numbers = numbersOf(entries);
  const firstAt = new Map<string, InvitationId>();
  const placeOf = new Map<InvitationId, string>();
  for (const entry of entries) {
    const finish = finishOf(entry, numbers);
    if (finish !== null && !firstAt.has(finish.place)) firstAt.set(finish.place, finish.invitationId);
    const mention = finish ?? byNumber(entry);
    if (mention !== null && !placeOf.has(mention.invitationId))
      placeOf.set(mention.invitationId, mention.place);
  }
  return (invitation) => firstAt.get(placeOf.get(invitation) ?? '') ?? invitation;
}

function numbersOf(entries: readonly Entry[]): ReadonlyMap<TicketId, TicketNumber> {
  const numbers = new Map<TicketId, TicketNumber>();
  for (const { fact } of entries) {
    if (fact.kind === 'ticket-taken' && !numbers.has(fact.ticketId)) numbers.set(fact.ticketId, fact.number);
  }
  return numbers;
}

function finishOf({ fact, day }: Entry, numbers: ReadonlyMap<TicketId, TicketNumber>): Mention | null {
  if (fact.kind !== 'ticket-finished' && fact.kind !== 'visitor-served-offline') return null;
  const number = fact.kind === 'visitor-served-offline' ? fact.number : numbers.get(fact.ticketId);
  if (number === undefined) return null;
  return { invitationId: fact.invitationId, place: `${day} ${fact.counter} ${number}` };
}

function byNumber({ fact, day }: Entry): Mention | null {
  if (fact.kind !== 'rating-by-number') return null;
  return { invitationId: fact.invitationId, place: `${day} ${fact.counter} ${fact.number}` };
}
