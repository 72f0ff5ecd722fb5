import type { Role } from '#domain/branch/role.ts';

/** Why there is no device here; the pairing screen has a sentence for each. */
export type UnpairedReason =
  | 'no-device'
  | 'code-unknown'
  | 'code-used'
  | 'no-answer'
  | 'storage-wiped'
  | 'storage-broken'
  | 'not-secure';

export type Paired =
  | { readonly is: 'paired'; readonly device: string; readonly role: Role; readonly goTo: string }
  | { readonly is: 'unpaired'; readonly reason: UnpairedReason };

/** Turns a code, as typed or from the link, into a device of this browser. */
export function pairDevice(_code: string): Promise<Paired> {
  return Promise.resolve({ is: 'unpaired', reason: 'no-answer' });
}
