import { setTimeout as pause } from 'node:timers/promises';
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';

/** A calm finger: long enough to be no static discharge, and not twice within the touch filter's repeat guard. */
const PRESS_MS = 90;
const BETWEEN_MS = 620;

type Hand = { readonly session: CDPSession; liftedAt: number };
const hands = new WeakMap<Page, Promise<Hand>>();

function handOn(page: Page): Promise<Hand> {
  const known = hands.get(page);
  if (known !== undefined) return known;
  const made = page
    .context()
    .newCDPSession(page)
    .then((session) => ({ session, liftedAt: 0 }));
  hands.set(page, made);
  return made;
}

/** Presses the middle of a target through the browser's own touch input, as a visitor does. */
export async function press(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const page = target.page();
  const hand = await handOn(page);
  await pause(Math.max(0, hand.liftedAt + BETWEEN_MS - Date.now()));
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('the target is not on the screen');
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await hand.session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await pause(PRESS_MS);
  await hand.session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  hand.liftedAt = Date.now();
}

/** As fast as a finger can hammer: 60 ms down, 60 ms up. */
export async function hammer(target: Locator, times: number): Promise<void> {
  const page = target.page();
  const hand = await handOn(page);
  const box = await target.boundingBox();
  if (!box) throw new Error('the target is not on the screen');
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (let tap = 0; tap < times; tap += 1) {
    await hand.session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await pause(60);
    await hand.session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await pause(60);
  }
  hand.liftedAt = Date.now();
}
