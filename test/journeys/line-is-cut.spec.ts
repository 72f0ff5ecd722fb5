import { expect, type Page, type Route } from '@playwright/test';
import { factsOf, numbersOf } from './branch-ledger.ts';
import { press } from './finger.ts';
import {
  callNext,
  finish,
  type Lobby,
  leaveKiosk,
  openCounter,
  rate,
  TELLER,
  takeTicket,
  test,
  ticketNumberOf,
} from './lobby.ts';

/** Kills the server in the moment in which this page's next request of a kind is on its way. */
async function killDuring(page: Page, lobby: Lobby, path: string): Promise<void> {
  const fault = async (route: Route) => {
    await lobby.server.kill();
    await route.abort('connectionreset');
  };
  await page.route(`**${path}`, fault, { times: 1 });
}

/** Lets the server answer, and loses the answer: the worst moment for a device. */
async function killAfterAnswer(page: Page, lobby: Lobby, path: string): Promise<void> {
  const fault = async (route: Route) => {
    await route.fetch();
    await lobby.server.kill();
    await route.abort('connectionreset');
  };
  await page.route(`**${path}`, fault, { times: 1 });
}

test.describe('a ticket, with the server killed', () => {
  test('before the tap', async ({ lobby }) => {
    const kiosk = await lobby.open('kiosk-1');
    await lobby.server.kill();
    const number = await takeTicket(kiosk);
    await lobby.server.start();
    await expect.poll(() => numbersOf(lobby.server)).toEqual([number]);
  });

  test('while the number is asked for', async ({ lobby }) => {
    const kiosk = await lobby.open('kiosk-1');
    await killDuring(kiosk, lobby, '/v1/requests');
    const number = await takeTicket(kiosk);
    await lobby.server.start();
    await expect.poll(() => numbersOf(lobby.server)).toEqual([number]);
  });

  test('after it gave a number that never arrived: the printed number wins', async ({ lobby }) => {
    const kiosk = await lobby.open('kiosk-1');
    await killAfterAnswer(kiosk, lobby, '/v1/requests');
    const number = await takeTicket(kiosk);
    await lobby.server.start();
    await expect.poll(() => numbersOf(lobby.server)).toEqual([number]);
  });

  test('after it stored the ticket, before it said so', async ({ lobby }) => {
    const kiosk = await lobby.open('kiosk-1');
    await killAfterAnswer(kiosk, lobby, '/v1/journal');
    const number = await takeTicket(kiosk);
    await leaveKiosk(kiosk);
    await lobby.server.start();
    const second = await takeTicket(kiosk);
    await expect.poll(() => numbersOf(lobby.server)).toEqual([number, second]);
    expect(second).not.toBe(number);
  });
});

test.describe('a call, with the server killed', () => {
  test('while it is asked for: one visitor is called, once', async ({ lobby }) => {
    const kiosk = await lobby.open('kiosk-1');
    const counter = await lobby.open('counter-1');
    await openCounter(counter);
    await takeTicket(kiosk);
    await leaveKiosk(kiosk);
    await takeTicket(kiosk);
    await expect.poll(() => numbersOf(lobby.server).length).toBe(2);
    await killAfterAnswer(counter, lobby, '/v1/requests');
    await counter.getByRole('button', { name: /^叫下一位/ }).click();
    await lobby.server.start();
    await expect(counter.getByRole('button', { name: /^办结/ })).toBeVisible({ timeout: 30_000 });
    expect(factsOf(lobby.server, 'ticket-called')).toHaveLength(1);
  });
});

test.describe('a rating, with the server killed', () => {
  async function invited(lobby: Lobby) {
    const kiosk = await lobby.open('kiosk-1');
    const counter = await lobby.open('counter-1');
    const pad = await lobby.open('pad-1');
    await openCounter(counter);
    const number = await takeTicket(kiosk);
    await callNext(counter);
    await finish(counter);
    await expect(pad.getByText('今天的服务怎么样？')).toBeVisible();
    return { counter, pad, number };
  }

  test('before the tap', async ({ lobby }) => {
    const { counter, pad } = await invited(lobby);
    await lobby.server.kill();
    await rate(pad, /^不满意/);
    await lobby.server.start();
    await expect.poll(() => factsOf(lobby.server, 'rating-given').map((fact) => fact.level)).toEqual(['D2']);
    await expect(counter.getByText('已收到评价')).toBeVisible();
  });

  test('while it is sent, after it was stored', async ({ lobby }) => {
    const { pad } = await invited(lobby);
    await expect.poll(() => factsOf(lobby.server, 'rating-invited')).toHaveLength(1);
    await killAfterAnswer(pad, lobby, '/v1/journal');
    await rate(pad, /^满意/);
    await lobby.server.start();
    await expect.poll(() => factsOf(lobby.server, 'rating-given').map((fact) => fact.level)).toEqual(['S4']);
  });

  test('and the pad restarted from its cache meanwhile', async ({ lobby }) => {
    const { pad } = await invited(lobby);
    await lobby.server.kill();
    await rate(pad, /^非常满意/);
    await pad.reload();
    await expect(pad.locator('#screen > *').first()).toBeVisible();
    await lobby.server.start();
    await expect.poll(() => factsOf(lobby.server, 'rating-given').map((fact) => fact.level)).toEqual(['VS5']);
  });
});

test('with the cable out: ticket, service and rating; plugged in, nothing is lost, doubled or renumbered', async ({
  lobby,
}) => {
  const kiosk = await lobby.open('kiosk-1');
  const counter = await lobby.open('counter-1');
  const pad = await lobby.open('pad-1');
  const board = await lobby.open('board-1');
  await openCounter(counter);
  await expect(board.getByText('空闲').first()).toBeVisible();
  await lobby.server.kill();

  const first = await takeTicket(kiosk);
  await leaveKiosk(kiosk);
  const second = await takeTicket(kiosk);
  expect(second).not.toBe(first);
  await expect(board.getByText(/数据停在/)).toBeVisible();

  await serveOffline(counter, first);
  await rateByNumber(pad, first, /^满意/);

  await lobby.server.start();
  await expect.poll(() => numbersOf(lobby.server)).toEqual([first, second]);
  await expect
    .poll(() => factsOf(lobby.server, 'visitor-served-offline').map((fact) => [fact.number, fact.teller]))
    .toEqual([[first, TELLER.id]]);
  await expect.poll(() => factsOf(lobby.server, 'rating-given').map((fact) => fact.level)).toEqual(['S4']);
  await expect(board.getByText(/数据停在/)).toHaveCount(0);

  await callNext(counter);
  await expect(counter.getByText(second).first()).toBeVisible();
});

async function serveOffline(counter: Page, number: string): Promise<void> {
  await expect(counter.getByText(/断/).first()).toBeVisible();
  await counter.getByLabel('号票号码').fill(number);
  await counter.getByRole('button', { name: /^开始办理/ }).click();
  await counter.getByRole('button', { name: /^办结/ }).click();
  await expect(counter.getByText(number).first()).toBeVisible();
}

async function rateByNumber(pad: Page, number: string, level: RegExp): Promise<void> {
  await press(pad.getByRole('button', { name: '凭票号评价' }));
  await press(pad.getByRole('button', { name: new RegExp(`^${number.slice(0, 1)}`) }));
  for (const digit of number.slice(1)) await press(pad.getByRole('button', { name: digit, exact: true }));
  await press(pad.getByRole('button', { name: '好了' }));
  await rate(pad, level);
}

test('two kiosks with the cable out never give the same number', async ({ lobby }) => {
  const kiosks = [await lobby.open('kiosk-1'), await lobby.open('kiosk-2')];
  await lobby.server.kill();
  const given: string[] = [];
  for (const kiosk of kiosks) {
    given.push(await takeTicket(kiosk));
    await expect(ticketNumberOf(kiosk)).toBeVisible();
  }
  expect(new Set(given).size).toBe(2);
  await lobby.server.start();
  await expect.poll(() => [...numbersOf(lobby.server)].sort()).toEqual([...given].sort());
});
