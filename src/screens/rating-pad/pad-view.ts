import type { ReadonlySignal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { Modes } from '#platform/accessibility/modes.ts';
import type { ratingPadPhrases } from '#platform/i18n/phrases/rating-pad.ts';
import type { Wording } from '#platform/i18n/wording.ts';
import type { Connection, Trouble } from '#platform/sync/device.ts';
import type { RatingPad } from './rating-pad.ts';
import type { Step } from './step.ts';

export type PadWording = Wording<typeof ratingPadPhrases>;

/** What every view of the pad is given. */
export type PadView = {
  readonly pad: RatingPad;
  readonly words: PadWording;
  readonly modes: Modes;
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  readonly unsent: ReadonlySignal<number>;
  readonly version: string;
  /** Where the last finger was, in mm from the screen's start corner; `null` after a key. */
  readonly fingerMm: () => { readonly x: number; readonly y: number } | null;
};

/** One step and what it needs. */
export type StepView<Kind extends Step['is']> = {
  readonly view: PadView;
  readonly step: Extract<Step, { readonly is: Kind }>;
};
