import type { BranchId, ClassId, CounterId, ServiceId, TellerId } from '#domain/id.ts';
import type { ReasonTagId } from '#domain/rating/scale.ts';

/** Wording in every language of the branch. */
export type Words = { readonly 'zh-CN': string; readonly en: string };

/** Minutes after midnight, branch time. */
export type OpeningHours = {
  readonly days: readonly number[];
  readonly fromMin: number;
  readonly toMin: number;
};

export type Service = {
  readonly id: ServiceId;
  readonly letter: string;
  readonly name: Words;
  /** What it is for, one plain sentence. */
  readonly purpose: Words;
  /** Papers to have ready. */
  readonly bring: Words;
  readonly icon: string;
  /** Where to sit while waiting. */
  readonly waitingArea: Words;
  readonly hours: readonly OpeningHours[];
  readonly typicalMinutes: number;
};

export type VisitorClass = {
  readonly id: ClassId;
  readonly name: Words;
  /** 0 is ordinary; a higher one may overtake lower ones, within the bound. */
  readonly precedence: number;
  /** The question that offers it, asked once, never a demanded proof; `null`: not offered at the kiosk. */
  readonly question: Words | null;
};

export type Counter = {
  readonly id: CounterId;
  /** What is painted above it: 3. */
  readonly label: string;
  readonly services: readonly ServiceId[];
};

export type Teller = {
  readonly id: TellerId;
  /** As the bank allows it to be shown: 李静, 李**, 李经理. */
  readonly shownName: string;
  readonly stars: number;
  readonly photo: string | null;
};

export type ReasonTag = {
  readonly id: ReasonTagId;
  readonly words: Words;
  readonly about: 'teller' | 'branch';
};
export type ReasonDictionary = { readonly version: number; readonly low: readonly ReasonTag[] };

export type QueueRules = {
  /** No ticket is passed by later ones more than this many times. */
  readonly maxPassed: number;
  /** After this wait a ticket is passed by nobody. */
  readonly ageingMin: number;
  /** A no-show may come back within this time and is placed near the front. */
  readonly graceMin: number;
  /** A returned no-show waits behind this many calls. */
  readonly returnBehind: number;
};

/** What every device of the branch knows of it: no PIN, no secret. */
export type Branch = {
  readonly id: BranchId;
  readonly name: Words;
  readonly timeZone: string;
  readonly services: readonly Service[];
  readonly classes: readonly VisitorClass[];
  readonly counters: readonly Counter[];
  readonly tellers: readonly Teller[];
  readonly rules: QueueRules;
  readonly reasons: ReasonDictionary;
  readonly helpDesk: Words;
};
