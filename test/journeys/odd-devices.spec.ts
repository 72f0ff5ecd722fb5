import { expect, type Page } from '@playwright/test';
import { factsOf, journalOf, numbersOf } from './branch-ledger.ts';
import { callNext, finish, leaveKiosk, openCounter, rate, TICKET_NUMBER, takeTicket, test } from './lobby.ts';

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
  const asks = async (tab: Page) => await tab.getByText('今天的服务怎么样？').isVisible();
  await expect.poll(async () => (await asks(pad)) || (await asks(twin))).toBe(true);
  const asking = (await asks(pad)) ? pad : twin;
  await asking.bringToFront();
  await rate(asking, /^满意/);
  for (const tab of [pad, twin]) await expect(tab.getByText('今天的服务怎么样？')).toHaveCount(0);
  await expect.poll(() => factsOf(lobby.server, 'rating-given')).toHaveLength(1);
  const outcomes = factsOf(lobby.server, 'invitation-ended');
  expect(outcomes).toEqual([]);
});

test('a revoked kiosk says at once that it is out of order and where to go; the server takes nothing from it', async ({
  lobby,
}) => {
  const kiosk = await lobby.open('kiosk-1');
  await lobby.server.run('revoke', 'kiosk-1');
  await expect(kiosk.getByText('这台机器暂时不能用')).toBeVisible();
  await expect(kiosk.getByText('咨询台')).toBeVisible();
  await expect(kiosk.getByText('业务照常')).toHaveCount(0);
  await kiosk.reload();
  await expect(kiosk.getByText('这台机器暂时不能用')).toBeVisible();
  expect(numbersOf(lobby.server)).toEqual([]);
});
