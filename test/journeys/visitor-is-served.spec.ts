import { expect } from '@playwright/test';
import { callNext, finish, leaveKiosk, openCounter, rate, TICKET_NUMBER, takeTicket, test } from './lobby.ts';

test('a visitor takes a ticket, is called, is served and rates with one tap', async ({ lobby }) => {
  const kiosk = await lobby.open('kiosk-1');
  const counter = await lobby.open('counter-1');
  const board = await lobby.open('board-1');
  const pad = await lobby.open('pad-1');
  await openCounter(counter);

  const number = await takeTicket(kiosk);
  expect(number).toMatch(TICKET_NUMBER);
  await leaveKiosk(kiosk);
  await expect(kiosk.getByText(number)).toHaveCount(0);

  await callNext(counter);
  await expect(counter.getByText(number).first()).toBeVisible();
  await expect(board.getByText(number).first()).toBeVisible();

  await finish(counter);
  await rate(pad, /非常满意/);
  await expect(pad.getByText('谢谢您')).toBeVisible();
  await expect(counter.getByText('已收到评价')).toBeVisible();
  await expect(counter.getByText('满意')).toHaveCount(0);
});
