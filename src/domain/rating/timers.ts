/** From the finish to the visible invitation, at most. */
export const INVITATION_OPENS_MS = 1_000;
/** A pad that learns of a finish later than this does not ask: the visitor has gone. */
export const OFFER_WITHIN_MS = 60_000;
/** An unanswered invitation ends after this, as `timeout`. */
export const INVITATION_MS = 30_000;
/** Once, when the screen was touched and no level chosen. */
export const TOUCHED_EXTRA_MS = 15_000;
export const ELDER_EXTRA_MS = 30_000;
export const SECOND_VOICE_MS = 12_000;
/** 点错了,改一下. */
export const CHANGE_WINDOW_MS = 5_000;
/** Without a touch on the reasons page. */
export const REASONS_IDLE_MS = 15_000;
/** The same for every level. */
export const THANKS_MS = 2_500;

export type Patience = { readonly touched: boolean; readonly elder: boolean };

/** How long an invitation stays, from being visible. */
export function invitationMs({ touched, elder }: Patience): number {
  return INVITATION_MS + (elder ? ELDER_EXTRA_MS : 0) + (touched ? TOUCHED_EXTRA_MS : 0);
}
