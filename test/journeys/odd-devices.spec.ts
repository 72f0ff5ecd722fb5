import { expect, type Page } from '@playwright/test';
import { factsOf, journalOf, numbersOf } from './branch-ledger.ts';
import { press } from './finger.ts';
import {
  callNext,
  finish,
  leaveKiosk,
  openCounter,
  rate,
  TICKET_NUMBER,
  takeTicket,
  test,
  ticketNumberOf,
} from './lobby.ts';

const DAY_MS = 86_400_000;

test('a clock three days wrong changes neither the ticket nor its time', async ({ lobby, browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1080, height: 1920 } });
  const kiosk = await context.newPage();
  await kiosk.addInitScript((shift) => {
    const RealDate = Date;
    const now = () => RealDate.now() - shift;
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, values) => (values.length ? Reflect.construct(target, values) : new target(now())),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    });
  }, 3 * DAY_MS);
  await kiosk.goto(lobby.server.linkOf('kiosk-1'));
  const number = await takeTicket(kiosk);
  expect(number).toMatch(TICKET_NUMBER);
  await expect.poll(() => numbersOf(lobby.server)).toEqual([number]);
  const taken = journalOf(lobby.server).find((line) => line.fact.kind === 'ticket-taken');
  expect(Math.abs((taken?.at ?? 0) - Date.now())).toBeLessThan(60_000);
  await leaveKiosk(kiosk);
  await lobby.server.kill();
  const second = await takeTicket(kiosk);
  await lobby.server.start();
  await expect.poll(() => numbersOf(lobby.server)).toEqual([number, second]);
  const times = journalOf(lobby.server).map((line) => line.at);
  expect(times.every((at) => Math.abs(at - Date.now()) < 120_000)).toBe(true);
  await context.close();
});

test('two tabs of one pad give one rating', async ({ lobby }) => {
  const kiosk = await lobby.open('kiosk-1');
  const counter = await lobby.open('counter-1');
  const pad = await lobby.open('pad-1');
  const twin = await pad.context().newPage();
  await twin.goto(`${lobby.server.origin}/pad/`);
  await openCounter(counter);
  await takeTicket(kiosk);
  await callNext(counter);
  await finish(counter);
  await expect(
    pad.getByText('今天的服务怎么样？').or(twin.getByText('今天的服务怎么样？')).first(),
  ).toBeVisible();
  const asking = (await pad.getByText('今天的服务怎么样？').isVisible()) ? pad : twin;
  await rate(asking, /^满意/);
  for (const tab of [pad, twin]) await expect(tab.getByText('今天的服务怎么样？')).toHaveCount(0);
  await expect.poll(() => factsOf(lobby.server, 'rating-given')).toHaveLength(1);
  const outcomes = factsOf(lobby.server, 'invitation-ended');
  expect(outcomes).toEqual([]);
});

test('a revoked kiosk keeps serving by its lease and says so to staff; the server takes nothing from it', async ({
  lobby,
}) => {
  const kiosk = await lobby.open('kiosk-1');
  await lobby.server.run('revoke', 'kiosk-1');
  await press(kiosk.getByRole('button', { name: /^取号/ }));
  const number = await ticketOrHelpDesk(kiosk);
  expect(number === null || TICKET_NUMBER.test(number)).toBe(true);
  expect(numbersOf(lobby.server)).toEqual([]);
});

/** What a visitor at this kiosk ends with: a number, or the way to a person. */
async function ticketOrHelpDesk(kiosk: Page): Promise<string | null> {
  const tile = kiosk.getByRole('button', { name: '取钱' }).first();
  const desk = kiosk.getByText('服务台').first();
  await expect(tile.or(desk).first()).toBeVisible();
  if (await desk.isVisible()) return null;
  await press(tile);
  await press(kiosk.getByRole('button', { name: '不用，按顺序来' }));
  await expect(ticketNumberOf(kiosk).or(desk).first()).toBeVisible();
  return (await desk.isVisible()) ? null : ((await ticketNumberOf(kiosk).textContent()) ?? '');
}
