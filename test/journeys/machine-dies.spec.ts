import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { factsOf, numbersOf } from './branch-ledger.ts';
import { ensureChromium } from './find-chromium.ts';
import { press } from './finger.ts';
import { callNext, finish, openCounter, PANELS, rate, takeTicket, test, untilOffline } from './lobby.ts';
import { CHROMIUM_ARGS } from './playwright.config.ts';

/** A browser on a disk of its own, which can lose its process as in a power cut and be started again. */
async function machine(panel: keyof typeof PANELS) {
  const disk = mkdtempSync(path.join(tmpdir(), 'ginkgo-disk-'));
  let context: BrowserContext | null = null;
  const boot = async (url: string): Promise<Page> => {
    context = await chromium.launchPersistentContext(disk, {
      executablePath: ensureChromium(),
      args: [...CHROMIUM_ARGS, '--remote-debugging-port=0'],
      viewport: PANELS[panel],
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    return page;
  };
  const cutPower = async () => {
    const killed = context;
    context = null;
    const session = await killed?.browser()?.newBrowserCDPSession();
    const info = await session?.send('SystemInfo.getProcessInfo');
    const closed = killed ? killed.waitForEvent('close') : Promise.resolve();
    for (const { id, type } of info?.processInfo ?? []) if (type === 'browser') process.kill(id, 'SIGKILL');
    await closed;
  };
  const discard = async () => {
    await context?.close();
    rmSync(disk, { recursive: true, force: true });
  };
  return { boot, cutPower, discard };
}

test('a pad killed right after the thanks still has the rating when it starts again, with the server down', async ({
  lobby,
}) => {
  const pad = await machine('pad');
  const page = await pad.boot(lobby.server.linkOf('pad-1'));
  await untilOffline(page);
  const kiosk = await lobby.open('kiosk-1');
  const counter = await lobby.open('counter-1');
  await openCounter(counter);
  await takeTicket(kiosk);
  await callNext(counter);
  await finish(counter);
  await expect(page.getByText('今天的服务怎么样？')).toBeVisible();
  await lobby.server.kill();
  await rate(page, /^非常满意/);
  await expect(page.getByText('谢谢您')).toBeVisible();
  await pad.cutPower();

  const again = await pad.boot(`${lobby.server.origin}/pad/`);
  await expect(again.locator('#screen > *').first()).toBeVisible();
  await lobby.server.start();
  await expect.poll(() => factsOf(lobby.server, 'rating-given').map((fact) => fact.level)).toEqual(['VS5']);
  await pad.discard();
});

test('a kiosk killed right after the number shows starts from its cache and gives the next number', async ({
  lobby,
}) => {
  const kiosk = await machine('kiosk');
  const page = await kiosk.boot(lobby.server.linkOf('kiosk-1'));
  await untilOffline(page);
  await lobby.server.kill();
  const first = await takeTicket(page);
  await kiosk.cutPower();

  const again = await kiosk.boot(`${lobby.server.origin}/kiosk/`);
  const carryOn = again.getByRole('button', { name: '好了' });
  const start = again.getByRole('button', { name: /^取号/ });
  await expect(carryOn.or(start).first()).toBeVisible();
  if (await carryOn.isVisible()) await press(carryOn);
  const second = await takeTicket(again);
  expect(second).not.toBe(first);
  await lobby.server.start();
  await expect.poll(() => numbersOf(lobby.server)).toEqual([first, second]);
  await kiosk.discard();
});
