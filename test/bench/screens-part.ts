import { flowLines, type Played } from './flow-lines.ts';
import { type Growth, heapGrowth } from './heap.ts';
import { playDown, playUp, type Stage } from './rounds.ts';
import { openTheatre, type Theatre } from './stages.ts';
import type { Line, Unmeasured } from './table.ts';
import { kiosk, limitRating, limitTicket, ratingPad, type Target } from './targets.ts';

export type Wish = {
  readonly rounds: number;
  readonly visits: number;
  readonly reboots: number;
  readonly streams: number;
  readonly tell: (progress: string) => void;
};

type Flow = { readonly name: string; readonly ours: Cast; readonly limit: Cast };
type Cast = { readonly target: Target; readonly device: string | null; readonly visits: number };

const FLOWS: readonly Flow[] = [
  {
    name: 'ticket',
    ours: { target: kiosk, device: 'kiosk-1', visits: 2 },
    limit: { target: limitTicket, device: null, visits: 2 },
  },
  {
    name: 'rating',
    ours: { target: ratingPad, device: 'pad-1', visits: 1 },
    limit: { target: limitRating, device: null, visits: 1 },
  },
];
/** Rest is measured this often: it takes five seconds each time. */
const IDLE_ROUNDS = 3;

/** A cast on its stage, and everything it has played; `problem`: why it could not go on. */
type Playing = { readonly cast: Cast; stage: Stage | null; readonly played: Played; problem: string | null };

/** Rows 1–15 for the ticket and the rating flow, interleaved with their limits. */
export async function screensPart(wish: Wish): Promise<(Line | Unmeasured)[]> {
  const theatre = await openTheatre();
  try {
    const playings = await Promise.all(FLOWS.flatMap(({ ours, limit }) => [ours, limit]).map(enter(theatre)));
    for (let round = 0; round < wish.rounds; round += 1) {
      wish.tell(`screens, round ${round + 1} of ${wish.rounds}`);
      await playRound(theatre, rotated(playings, round), round);
    }
    await reboots(theatre, playings, wish);
    wish.tell(`screens, ${wish.visits} visits each`);
    const growths = await Promise.all(playings.map((playing) => growthOf(playing, wish.visits)));
    const lines: (Line | Unmeasured)[] = [];
    for (const [at, { name }] of FLOWS.entries()) {
      const [ours, limit] = [playings[2 * at], playings[2 * at + 1]];
      if (!ours || !limit) continue;
      const problem = ours.problem ?? limit.problem;
      if (problem !== null) lines.push({ id: null, of: name, problem });
      lines.push(...(await flowLines(name, ours.played, limit.played)));
      lines.push(...heapLines(name, growths[2 * at], growths[2 * at + 1]));
    }
    return lines;
  } finally {
    await theatre.close();
  }
}

function enter(theatre: Theatre) {
  return async (cast: Cast): Promise<Playing> => {
    const played: Played = { ups: [], downs: [], fallen: 0 };
    const playing: Playing = { cast, stage: null, played, problem: null };
    await noting(playing, async () => {
      playing.stage = await theatre.stage(cast.target, cast.device);
    });
    return playing;
  };
}

async function playRound(theatre: Theatre, playings: readonly Playing[], round: number): Promise<void> {
  for (const playing of playings) {
    const { stage, cast, played } = playing;
    if (!stage || playing.problem !== null) continue;
    await noting(playing, async () => {
      played.ups.push(await playUp(stage, cast.visits, round < IDLE_ROUNDS));
    });
  }
  await theatre.cut();
  for (const playing of playings) await rebootOnce(playing);
  await theatre.mend();
}

/** A reboot that fails is a result, not the end of the measuring. */
async function rebootOnce({ stage, played, problem }: Playing): Promise<void> {
  if (!stage || problem !== null) return;
  try {
    played.downs.push(await playDown(stage));
  } catch (error) {
    played.fallen += 1;
    process.stderr.write(`${stage.target.name} after a reboot without network: ${said(error)}\n`);
  }
}

async function reboots(
  theatre: Theatre,
  playings: readonly Playing[],
  { rounds, reboots, tell }: Wish,
): Promise<void> {
  if (reboots <= rounds) return;
  await theatre.cut();
  for (let count = rounds; count < reboots; count += 1) {
    tell(`screens, reboot ${count + 1} of ${reboots}`);
    for (const playing of playings.filter(({ cast }) => cast.target.ours)) await rebootOnce(playing);
  }
  await theatre.mend();
}

async function growthOf({ stage, problem }: Playing, visits: number): Promise<Growth | string> {
  if (!stage || problem !== null) return problem ?? 'not paired';
  return heapGrowth(stage, visits).catch(said);
}

function heapLines(name: string, ours?: Growth | string, limit?: Growth | string): (Line | Unmeasured)[] {
  if (typeof ours !== 'object') return [{ id: '13', of: name, problem: ours ?? '' }];
  const beside = typeof limit === 'object' ? `${limit.bytesPerVisit.toFixed(0)} B` : '?';
  const more = Math.max(0, ours.nodes, ours.listeners);
  return [
    { id: '13', of: name, limit: beside, value: ours.bytesPerVisit, note: `${ours.visits} visits` },
    { id: '13 nodes', of: name, value: more, note: `nodes ${ours.nodes}, listeners ${ours.listeners}` },
  ];
}

async function noting(playing: Playing, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    playing.problem = `${playing.cast.target.name}: ${said(error)}`;
    process.stderr.write(`${playing.problem}\n`);
  }
}

export function said(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

/** Nobody is always first: caches and heat of the machine favour nobody. */
function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
