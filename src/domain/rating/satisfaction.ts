import type { Entry } from '#domain/event.ts';
import { currentRatings } from './current-ratings.ts';
import type { LevelCode } from './scale.ts';

/** Shares of `n` ratings, 0 to 1; `null` without any. Three different figures, never one called 满意度. */
export type Satisfaction = {
  readonly n: number;
  readonly byLevel: Readonly<Record<LevelCode, number>>;
  /** 优评率: level 5. */
  readonly excellent: number | null;
  /** 满意率: levels 4 and 5. */
  readonly satisfied: number | null;
  /** 非差评率: levels 3, 4 and 5. */
  readonly notBad: number | null;
  /** 差评率: levels 1 and 2. */
  readonly bad: number | null;
};

/** The figures over any stretch of the journal. A correction replaces what it corrects; a repeat is not counted. */
export function satisfactionOf(entries: readonly Entry[]): Satisfaction {
  const byLevel = { VS5: 0, S4: 0, N3: 0, D2: 0, VD1: 0 };
  for (const { current } of currentRatings(entries).values()) byLevel[current.fact.level] += 1;
  const excellent = byLevel.VS5;
  const satisfied = excellent + byLevel.S4;
  const notBad = satisfied + byLevel.N3;
  const n = notBad + byLevel.D2 + byLevel.VD1;
  const share = (count: number) => (n === 0 ? null : count / n);
  return {
    n,
    byLevel,
    excellent: share(excellent),
    satisfied: share(satisfied),
    notBad: share(notBad),
    bad: share(n - notBad),
  };
}
