import { coolDown, startBrowser } from './browser.ts';
import { weigh } from './bytes.ts';
import { SLOW, type Stage, type Start, start, untilPrecached } from './rounds.ts';
import { said, type Wish } from './screens-part.ts';
import { openTheatre } from './stages.ts';
import { median, ratioOf } from './statistics.ts';
import { type Line, shown, type Unmeasured } from './table.ts';
import { limitTicket, type Target } from './targets.ts';

/** They only have to start; what people do there is timed by the server's part. */
const ROUNDS = 3;
const screen = (name: string, path: string): Target => ({
  ...limitTicket,
  name,
  ours: true,
  path,
  window: { width: 1920, height: 1080 },
  first: { selector: 'main', text: '\\p{Script=Han}' },
});

type Starting = { readonly stage: Stage; readonly cold: Start[]; readonly alone: Start[] };

/** First load and starts of the screens that have no flow of their own here. */
export async function startsPart(wish: Wish): Promise<(Line | Unmeasured)[]> {
  const theatre = await openTheatre();
  try {
    const enter = async (target: Target, device: string | null): Promise<Starting> => ({
      stage: await theatre.stage(target, device),
      cold: [],
      alone: [],
    });
    const limit = await enter(limitTicket, null);
    const console = await enter(screen('console', '/counter/'), 'counter-2');
    const board = await enter(screen('board', '/board/'), 'board-1');
    for (let round = 0; round < Math.min(ROUNDS, wish.rounds); round += 1) {
      wish.tell(`starts, round ${round + 1}`);
      for (const each of [limit, console, board]) each.cold.push(await startOnce(each.stage, true));
      await theatre.cut();
      for (const each of [limit, console, board]) each.alone.push(await startOnce(each.stage, false));
      await theatre.mend();
    }
    return [...(await linesOf(console, limit)), ...(await linesOf(board, limit))];
  } catch (error) {
    return [{ id: null, of: 'starts of console and board', problem: said(error) }];
  } finally {
    await theatre.close();
  }
}

async function startOnce(stage: Stage, isCold: boolean): Promise<Start> {
  if (isCold) coolDown(stage.profile);
  const browser = await startBrowser(stage.profile, stage.target.window);
  try {
    const on = await browser.page();
    const started = await start(on, stage, SLOW);
    await untilPrecached(on);
    return started;
  } finally {
    await browser.close();
  }
}

async function linesOf({ stage, cold, alone }: Starting, limit: Starting): Promise<Line[]> {
  const first = await weigh(cold[0]?.requested ?? []);
  const { name } = stage.target;
  const ready = (starts: readonly Start[]) => starts.map(({ readyMs }) => readyMs);
  const beside = (of: string, ours: readonly Start[], least: readonly Start[]): Line => ({
    id: null,
    of: `${name}: ${of}`,
    limit: shown(median(ready(least)), 'ms'),
    ours: shown(median(ready(ours)), 'ms'),
    value: ratioOf(ready(ours), ready(least)),
  });
  const weight: Line = {
    id: null,
    of: `${name}: first load`,
    ours: `${shown((first.js + first.rest) / 1024, 'KiB')}, JS ${shown(first.js / 1024, 'KiB')}`,
    value: first.requests,
    note: `${first.requests} requests, and fonts ${shown(first.fonts / 1024, 'KiB')}`,
  };
  return [
    weight,
    beside('cold ready', cold, limit.cold),
    beside('ready after a reboot without network', alone, limit.alone),
  ];
}
