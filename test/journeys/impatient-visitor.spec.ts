import { expect } from '@playwright/test';
import { numbersOf } from './branch-ledger.ts';
import { hammer, press } from './finger.ts';
import { leaveKiosk, takeTicket, test, ticketNumberOf } from './lobby.ts';

test('ten fast taps make one ticket', async ({ lobby }) => {
  const kiosk = await lobby.open('kiosk-1');
  await press(kiosk.getByRole('button', { name: /^取号/ }));
  await press(kiosk.getByRole('button', { name: '取钱' }).first());
  await hammer(kiosk.getByRole('button', { name: '不用，按顺序来' }), 10);
  await expect(ticketNumberOf(kiosk)).toBeVisible();
  const number = await ticketNumberOf(kiosk).textContent();
  await leaveKiosk(kiosk);
  const next = await takeTicket(kiosk);
  await expect.poll(() => numbersOf(lobby.server)).toEqual([number, next]);
});

test('a visitor who walks away leaves nothing behind: asked after 60 s (elder 120), reset 30 (45) later', async ({
  lobby,
}) => {
  const kiosk = await lobby.open('kiosk-1');
  await kiosk.clock.install();
  await kiosk.reload();
  await press(kiosk.getByRole('button', { name: /^取号/ }));
  await kiosk.clock.runFor(61_000);
  await expect(kiosk.getByText('还需要时间吗？不着急')).toBeVisible();
  await press(kiosk.getByRole('button', { name: '还需要时间' }));
  await expect(kiosk.getByText('还需要时间吗？不着急')).toHaveCount(0);
  await press(kiosk.getByRole('button', { name: 'English' }));
  await press(kiosk.getByRole('button', { name: 'Large text' }));
  await kiosk.clock.runFor(121_000);
  await expect(kiosk.getByText('Do you need more time?')).toBeVisible();
  await kiosk.clock.runFor(46_000);
  await expect(kiosk.getByRole('button', { name: /^取号/ })).toBeVisible();
  await expect(kiosk.locator('html')).toHaveAttribute('data-size', 'standard');
  expect(await kiosk.evaluate(() => history.length)).toBeLessThan(4);
});

test('a ticket given back is out of the line', async ({ lobby }) => {
  const kiosk = await lobby.open('kiosk-1');
  const number = await takeTicket(kiosk);
  await press(kiosk.getByRole('button', { name: '不要这张号了' }));
  await press(kiosk.getByRole('button', { name: '不要了', exact: true }));
  await expect(kiosk.getByText(`${number} 已经退了`)).toBeVisible();
});
