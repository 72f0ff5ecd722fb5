/** A string that cannot be swapped with another kind of id; plain strings still fit, so that literals need no cast. */
type Id<Kind extends string> = string & { readonly kindOfId?: Kind };

export type BranchId = Id<'branch'>;
export type ServiceId = Id<'service'>;
export type CounterId = Id<'counter'>;
export type TellerId = Id<'teller'>;
export type DeviceId = Id<'device'>;
export type ClassId = Id<'class'>;
export type TicketId = Id<'ticket'>;
export type InvitationId = Id<'invitation'>;
export type FactId = Id<'fact'>;
/** Business date of the branch, `2026-11-22`; sorts as text. */
export type BusinessDay = Id<'day'>;
/** What is printed: service letter and at least three digits, `A017`. */
export type TicketNumber = Id<'ticket-number'>;
