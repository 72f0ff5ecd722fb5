import type { Entry } from '#domain/event.ts';
import type { Role } from './role.ts';

/** What a role may see of a line of the journal: levels and reasons are for the lobby manager and the figures only. */
export function entryFor(role: Role, entry: Entry): Entry {
  if (role === 'insight' || role === 'lobby') return entry;
  const { fact } = entry;
  if (fact.kind !== 'rating-given' && fact.kind !== 'rating-explained') return entry;
  const { invitationId, counter, teller } = fact;
  return { ...entry, fact: { kind: 'rating-received', invitationId, counter, teller } };
}
