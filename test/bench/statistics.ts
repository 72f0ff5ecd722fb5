/** Median of per-round ratios with a 90 % bootstrap interval. */
export type Ratio = { readonly middle: number; readonly low: number; readonly high: number };

const RESAMPLES = 2000;

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Linear between neighbours; `NaN` for no values, so that nothing is ever made up. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Ours and the limit of the same round belong together. */
export function ratioOf(ours: readonly number[], limit: readonly number[]): Ratio {
  const ratios = ours.flatMap((value, round) => {
    const beside = limit[round];
    return beside === undefined || beside === 0 ? [] : [value / beside];
  });
  const random = seeded(20_261_122);
  const medians = Array.from({ length: RESAMPLES }, () =>
    median(ratios.map(() => ratios[Math.floor(random() * ratios.length)] ?? Number.NaN)),
  );
  return { middle: median(ratios), low: percentile(medians, 5), high: percentile(medians, 95) };
}

/** The same figures give the same interval on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
