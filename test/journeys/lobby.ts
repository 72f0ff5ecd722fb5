import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type BranchServer, createBranchServer } from './branch-server.ts';
import { press } from './finger.ts';

export const PANELS = {
  kiosk: { width: 1080, height: 1920 },
  pad: { width: 1280, height: 800 },
  counter: { width: 1440, height: 900 },
  board: { width: 1920, height: 1080 },
} as const;
type Role = keyof typeof PANELS;

/** One branch for one test: a server of its own, and its devices each in a browser profile of their own. */
export type Lobby = {
  readonly server: BranchServer;
  readonly open: (device: string) => Promise<Page>;
};

export const test = base.extend<{ lobby: Lobby }>({
  lobby: async ({ browser }, use) => {
    const server = await createBranchServer();
    await server.start();
    const contexts: BrowserContext[] = [];
    await use({ server, open: (device) => openDevice(browser, server, device, contexts) });
    for (const context of contexts) await context.close();
    await server.remove();
  },
});

async function openDevice(
  browser: Browser,
  server: BranchServer,
  device: string,
  contexts: BrowserContext[],
): Promise<Page> {
  const role = device.replace(/-\d+$/, '') as Role;
  const context = await browser.newContext({ viewport: PANELS[role], hasTouch: role !== 'counter' });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(server.linkOf(device));
  await untilOffline(page);
  return page;
}

/** The screen is up and everything it needs to start without a server is on its disk. */
export async function untilOffline(page: Page): Promise<void> {
  await expect(page.locator('#screen > *').first()).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

// ---- kiosk --------------------------------------------------------------------------------------------------

export const TICKET_NUMBER = /^[A-Z]\d{3,5}$/;

export function ticketNumberOf(page: Page) {
  return page.locator('.ticket-number').getByText(TICKET_NUMBER).first();
}

/** From the first screen to the number on the screen, as a visitor presses it. */
export async function takeTicket(kiosk: Page, service = '取钱'): Promise<string> {
  await press(kiosk.getByRole('button', { name: /^取号/ }));
  await press(kiosk.getByRole('button', { name: service }).first());
  await press(kiosk.getByRole('button', { name: '不用，按顺序来' }));
  const number = ticketNumberOf(kiosk);
  await expect(number).toBeVisible();
  return (await number.textContent())?.trim() ?? '';
}

/** The ticket screen is put away; the next visitor can begin. */
export async function leaveKiosk(kiosk: Page): Promise<void> {
  await press(kiosk.getByRole('button', { name: '好了' }));
  await expect(kiosk.getByRole('button', { name: /^取号/ })).toBeVisible();
}

// ---- counter ------------------------------------------------------------------------------------------------

export const TELLER = { id: '1001', pin: '2468' } as const;

export async function openCounter(
  counter: Page,
  teller: { id: string; pin: string } = TELLER,
): Promise<void> {
  await counter.getByLabel('工号').fill(teller.id);
  await counter.getByLabel('密码').fill(teller.pin);
  await counter.getByRole('button', { name: /^签到/ }).click();
  await counter.getByRole('button', { name: /^开始叫号/ }).click();
  await expect(counter.getByRole('button', { name: /^叫下一位/ })).toBeVisible();
}

export async function callNext(counter: Page): Promise<void> {
  await counter.getByRole('button', { name: /^叫下一位/ }).click();
  await expect(counter.getByRole('button', { name: /^办结/ })).toBeVisible();
}

export async function finish(counter: Page): Promise<void> {
  await counter.getByRole('button', { name: /^办结/ }).click();
  await expect(counter.getByRole('button', { name: /^叫下一位/ })).toBeVisible();
}

// ---- pad ----------------------------------------------------------------------------------------------------

export async function rate(pad: Page, level: RegExp): Promise<void> {
  await press(pad.getByRole('button', { name: level }));
  await expect(pad.getByText('已记下')).toBeVisible();
}
