import type { Kiosk } from './kiosk.ts';
import type { KioskWording } from './ticket-words.ts';

/** What every step's view is given. */
export type StepProps = { readonly kiosk: Kiosk; readonly wording: KioskWording };
