/** One of the 20 rows of `reference/performance.md` § 2: what is asked for, and how a value is judged. */
export type Aim = {
  readonly measure: string;
  readonly unit: 'ratio' | 'KiB' | 'ms' | 'count' | 'B' | 's';
  /** Not above (for `atLeast`: not below) this. */
  readonly aim: number | null;
  readonly moonshot: number | null;
  readonly atLeast?: true;
};

const ratio = (measure: string, aim: number, moonshot: number): Aim => ({
  measure,
  unit: 'ratio',
  aim,
  moonshot,
});

export const AIMS = {
  '1': { measure: 'JS to the first usable screen, brotli', unit: 'KiB', aim: 20, moonshot: 13 },
  '2': { measure: 'requests to the first screen', unit: 'count', aim: 4, moonshot: 1 },
  '3': { measure: 'everything the box needs, without fonts and voice', unit: 'KiB', aim: 150, moonshot: 75 },
  '3 fonts': { measure: 'font subset in the precache', unit: 'KiB', aim: 400, moonshot: 400 },
  '4': ratio('cold ready', 1.8, 1.3),
  '5': ratio('main-thread work to the first screen', 2, 1.4),
  '6': { measure: 'TTI ÷ ready', unit: 'ratio', aim: 1.05, moonshot: 1 },
  '7': { measure: 'reboots without network that failed', unit: 'count', aim: 0, moonshot: 0 },
  '8': ratio('ready after a reboot without network', 1.8, 1.3),
  '9 p50': ratio('tap → result drawn, server up, p50', 1.3, 1.1),
  '9 p95': ratio('tap → result drawn, server up, p95', 1.5, 1.1),
  '9 down': ratio('tap → result drawn, server down, p50', 1.3, 1.1),
  '9 disk': ratio('tap → on disk (strict), p50', 1.3, 1.1),
  '10': { measure: 'press → first frame that shows it, p95 at 6 ×', unit: 'ms', aim: 85, moonshot: null },
  '10 at 10 ×': { measure: 'the same at 10 ×', unit: 'ms', aim: null, moonshot: 50 },
  '11': ratio('main-thread work per tap', 1.5, 1.2),
  '12 full speed': { measure: 'long tasks over 50 ms, full speed', unit: 'count', aim: 0, moonshot: 0 },
  '12 at 6 ×': { measure: 'longest task after load at 6 ×', unit: 'ms', aim: 100, moonshot: 50 },
  '13': { measure: 'heap growth per visit, after GC', unit: 'B', aim: 268, moonshot: 10 },
  '13 nodes': { measure: 'DOM nodes and listeners more than before', unit: 'count', aim: 0, moonshot: 0 },
  '14': ratio('idle CPU of the whole browser', 2, 1.2),
  '15': ratio('renderer memory (PSS)', 1.3, 1.15),
  '16': ratio('server CPU per batch of 50', 2, 1.5),
  '17': { measure: 'facts a second, durable', unit: 'ratio', aim: 0.05, moonshot: 0.2, atLeast: true },
  '18': { measure: 'catch-up of 2,000 × 1,000 facts', unit: 's', aim: 120, moonshot: 30 },
  '18 live': { measure: 'p99 of a live tap’s sync meanwhile', unit: 'ms', aim: 1000, moonshot: 1000 },
  '19': ratio('one call to 1,000 streams, p99', 1.3, 1.05),
  '20': { measure: 'server memory per open stream', unit: 'KiB', aim: 16, moonshot: 12 },
} as const satisfies Record<string, Aim>;

export type AimId = keyof typeof AIMS;

export function holds(value: number, { atLeast }: Aim, bound: number): boolean {
  return atLeast ? value >= bound : value <= bound;
}
