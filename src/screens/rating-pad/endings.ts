import type { InvitationId } from '#domain/id.ts';
import type { Claim, Ending, PadLedger } from './pad-ledger.ts';

/** Ends invitations nobody answered. What the disk refuses stays owed, is tried again, and is never shown meanwhile. */
export function createEndings(ledger: PadLedger) {
  const owed = new Map<InvitationId, { readonly due: Ending; readonly claim: Claim }>();
  const underway = new Set<InvitationId>();

  const end = async (endings: readonly Ending[], claim: Claim): Promise<void> => {
    if (endings.length === 0) return;
    for (const { guest } of endings) underway.add(guest.invitationId);
    const ended = await ledger.end(endings, claim);
    for (const due of endings) {
      const id = due.guest.invitationId;
      underway.delete(id);
      if (ended === 'unwritten') owed.set(id, { due, claim });
      else owed.delete(id);
    }
  };
  return {
    end,
    endOwed: () => {
      for (const [id, { due, claim }] of owed) if (!underway.has(id)) void end([due], claim);
    },
    isEnding: (invitation: InvitationId) => owed.has(invitation) || underway.has(invitation),
  };
}
