import type { AimId } from './aims.ts';
import { weigh } from './bytes.ts';
import type { Down, Up, Visit } from './rounds.ts';
import { median, percentile, ratioOf } from './statistics.ts';
import { type Line, shown, type Unmeasured } from './table.ts';

/** Everything one target has played; `fallen`: reboots after which the flow did not come to its end. */
export type Played = { readonly ups: Up[]; readonly downs: Down[]; fallen: number };

/** Rows 1–12, 14 and 15 of one flow. */
export async function flowLines(flow: string, ours: Played, limit: Played): Promise<(Line | Unmeasured)[]> {
  if (ours.ups.length === 0) return [];
  const ratio = beside(flow, ours, limit);
  return [
    ...(await weightLines(flow, ours.ups, limit.ups)),
    ratio('4', 'ms', (played) => played.ups.map((up) => up.cold.readyMs)),
    ratio(
      null,
      'ms',
      (played) => played.ups.map((up) => up.warmReadyMs),
      'warm ready in a new tab, full speed',
    ),
    ratio('5', 'ms', (played) => played.ups.map((up) => up.cold.workMs)),
    { id: '6', of: flow, value: median(ours.ups.map(({ cold }) => cold.ttiMs / cold.readyMs)) },
    rebootLine(flow, ours),
    ratio('8', 'ms', (played) => played.downs.map((down) => down.start.readyMs)),
    ...tapLines(flow, ours, limit),
    ratio('11', 'ms', (played) => played.ups.map((up) => median(up.visits.map((visit) => visit.workMs)))),
    {
      id: '12 full speed',
      of: flow,
      limit: String(sum(limit.ups.map((up) => up.fastLongTasks))),
      value: sum(ours.ups.map((up) => up.fastLongTasks)),
    },
    {
      id: '12 at 6 ×',
      of: flow,
      limit: shown(Math.max(...limit.ups.map((up) => up.slowLongestMs)), 'ms'),
      value: Math.max(...ours.ups.map((up) => up.slowLongestMs)),
    },
    ratio('14', '%', (played) =>
      played.ups.flatMap(({ idleCpuShare }) => (idleCpuShare === null ? [] : idleCpuShare * 100)),
    ),
    ratio('15', 'MiB', (played) => played.ups.map((up) => up.rendererBytes / 2 ** 20)),
  ];
}

type Values = (played: Played) => readonly number[];

function beside(flow: string, ours: Played, limit: Played) {
  return (id: AimId | null, unit: string, values: Values, measure?: string): Line => ({
    id,
    of: measure ? `${flow}: ${measure}` : flow,
    limit: `${median(values(limit)).toFixed(1)} ${unit}`,
    ours: `${median(values(ours)).toFixed(1)} ${unit}`,
    value: ratioOf(values(ours), values(limit)),
  });
}

async function weightLines(flow: string, [ours]: readonly Up[], [limit]: readonly Up[]): Promise<Line[]> {
  const first = await weigh(ours?.cold.requested ?? []);
  const all = await weigh(ours?.precached ?? []);
  const least = await weigh(limit?.cold.requested ?? []);
  return [
    { id: '1', of: flow, limit: '0 KiB', value: first.js / 1024 },
    {
      id: null,
      of: `${flow}: all bytes of the first load`,
      limit: kib(least.js + least.rest),
      ours: kib(first.js + first.rest),
      value: 0,
      note: `and fonts ${kib(first.fonts)}`,
    },
    {
      id: '2',
      of: flow,
      limit: String(least.requests),
      value: first.requests,
    },
    { id: '3', of: flow, value: (all.js + all.rest) / 1024 },
    { id: '3 fonts', of: flow, value: all.fonts / 1024 },
  ];
}

function rebootLine(flow: string, { downs, fallen }: Played): Line {
  const whole = downs.filter(({ visit }) => decisive(visit)?.durableMs !== null).length;
  const tried = downs.length + fallen;
  const note = tried < 100 ? `the aim asks for 100: BENCH_REBOOTS=100` : '';
  return {
    id: '7',
    of: flow,
    ours: `${whole} of ${tried} whole`,
    // A few that went well prove nothing about a hundred; one that failed settles it.
    value: whole === tried && tried < 100 ? Number.NaN : tried - whole,
    note,
  };
}

function tapLines(flow: string, ours: Played, limit: Played): Line[] {
  const ratio = beside(flow, ours, limit);
  const up = (played: Played) =>
    played.ups.flatMap((each) => each.visits.map(decisive)).filter((tap) => tap !== undefined);
  const shownP95 = (played: Played) =>
    percentile(
      up(played).map((tap) => tap.shownMs),
      95,
    );
  const pressed = (played: Played) =>
    percentile(played.ups.flatMap((each) => each.visits).flatMap(pressedOf), 95);
  const slower = ours.ups.flatMap(({ slowerPressMs }) => (slowerPressMs === null ? [] : [slowerPressMs]));
  const unseen = ours.ups
    .flatMap((each) => each.visits.flatMap(({ taps }) => taps))
    .filter((tap) => tap.pressedMs === null);
  return [
    ratio('9 p50', 'ms', (played) => perRound(played.ups, (tap) => tap.shownMs)),
    {
      id: '9 p95',
      of: flow,
      limit: shown(shownP95(limit), 'ms'),
      ours: shown(shownP95(ours), 'ms'),
      value: shownP95(ours) / shownP95(limit),
      note: `${up(ours).length} taps`,
    },
    ratio('9 down', 'ms', (played) => played.downs.flatMap(({ visit }) => decisive(visit)?.shownMs ?? [])),
    ratio('9 disk', 'ms', (played) => perRound(played.ups, (tap) => tap.durableMs ?? Number.NaN)),
    {
      id: '10',
      of: flow,
      limit: shown(pressed(limit), 'ms'),
      value: pressed(ours),
      note: unseen.length > 0 ? `${unseen.length} presses never showed` : '',
    },
    ...(slower.length === 0 ? [] : [{ id: '10 at 10 ×' as const, of: flow, value: percentile(slower, 95) }]),
  ];
}

function perRound(
  ups: readonly Up[],
  of: (tap: NonNullable<ReturnType<typeof decisive>>) => number,
): number[] {
  return ups.map((up) => median(up.visits.flatMap((visit) => decisive(visit) ?? []).map(of)));
}

function decisive({ taps }: Visit) {
  return taps.at(-1);
}

function pressedOf({ taps }: Visit): number[] {
  return taps.flatMap(({ pressedMs }) => pressedMs ?? []);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function kib(bytes: number): string {
  return shown(bytes / 1024, 'KiB');
}
