export type Allowance = { readonly is: 'go' } | { readonly is: 'wait'; readonly retryAfterS: number };

export type Limit = { readonly burst: number; readonly perSecond: number };

export type RateLimit = {
  /** Takes one from the bucket of this key. */
  readonly take: (key: string) => Allowance;
  /** Looks without taking. */
  readonly look: (key: string) => Allowance;
};

type Bucket = { readonly tokens: number; readonly at: number };
const MOST_KEYS = 10_000;

/** Token buckets: so many at once, refilled so fast. */
export function createRateLimit({ burst, perSecond }: Limit, now: () => number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const filled = (key: string): number => {
    const bucket = buckets.get(key);
    if (!bucket) return burst;
    // A clock set back refills nothing for its while, and takes nothing away.
    return Math.min(burst, bucket.tokens + (Math.max(0, now() - bucket.at) / 1000) * perSecond);
  };
  const allowance = (tokens: number): Allowance =>
    tokens >= 1 ? { is: 'go' } : { is: 'wait', retryAfterS: Math.ceil((1 - tokens) / perSecond) };
  return {
    look: (key) => allowance(filled(key)),
    take(key) {
      const tokens = filled(key);
      const answer = allowance(tokens);
      // A flood of made-up keys must not fill the memory; full buckets say nothing.
      if (buckets.size >= MOST_KEYS && !buckets.has(key)) buckets.clear();
      buckets.set(key, { tokens: answer.is === 'go' ? tokens - 1 : tokens, at: now() });
      return answer;
    },
  };
}
