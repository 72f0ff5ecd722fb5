import { expect, type Page } from '@playwright/test';
import { press } from './finger.ts';
import { callNext, finish, type Lobby, openCounter, test, ticketNumberOf } from './lobby.ts';
import { expectAccessible, overflowing } from './looks.ts';

const PANELS = [
  { width: 800, height: 1280 },
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
const LOOKS = ['standard', 'elder', 'high'] as const;
type Look = (typeof LOOKS)[number];

/** The step that shows now fits every panel, and is accessible. */
async function lookAt(page: Page, step: string): Promise<void> {
  await fitsEveryPanel(page, step);
  await expectAccessible(page);
}

/** For steps that end by themselves before axe is through. */
async function fitsEveryPanel(page: Page, step: string): Promise<void> {
  const own = page.viewportSize() ?? { width: 1080, height: 1920 };
  for (const panel of PANELS) {
    await page.setViewportSize(panel);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(await overflowing(page), `${step} at ${panel.width}×${panel.height}`).toEqual([]);
  }
  await page.setViewportSize(own);
}

/** Attributes on <html> are all that a mode is; the console and the board have no switch on every step. */
async function wear(page: Page, look: Look): Promise<void> {
  await page.evaluate((wanted) => {
    document.documentElement.dataset['size'] = wanted === 'elder' ? 'elder' : 'standard';
    document.documentElement.dataset['contrast'] = wanted === 'high' ? 'high' : 'standard';
  }, look);
}

async function startKiosk(lobby: Lobby, look: Look): Promise<Page> {
  const kiosk = await lobby.open('kiosk-1');
  if (look === 'elder') await press(kiosk.getByRole('button', { name: '长辈版' }));
  if (look === 'high') await press(kiosk.getByRole('button', { name: '高对比' }));
  return kiosk;
}

for (const look of LOOKS) {
  test(`kiosk, ${look}: every step fits every panel and is accessible`, async ({ lobby }) => {
    test.setTimeout(180_000);
    const kiosk = await startKiosk(lobby, look);
    await lookAt(kiosk, 'start');
    await press(kiosk.getByRole('button', { name: '找人帮忙' }));
    await expect(kiosk.getByText('工作人员在这里')).toBeVisible();
    await lookAt(kiosk, 'help');
    await press(kiosk.getByRole('button', { name: '返回' }));
    await press(kiosk.getByRole('button', { name: /^取号/ }));
    await expect(kiosk.getByText('您要办什么？')).toBeVisible();
    await lookAt(kiosk, 'services');
    await press(kiosk.getByRole('button', { name: '取钱' }).first());
    const inOrder = kiosk.getByRole('button', { name: '不用，按顺序来' });
    await expect(inOrder).toBeVisible();
    await lookAt(kiosk, 'question');
    await press(inOrder);
    const confirm = kiosk.getByRole('button', { name: '就办这个' });
    await expect(confirm.or(ticketNumberOf(kiosk)).first()).toBeVisible();
    if (await confirm.isVisible()) {
      await lookAt(kiosk, 'confirm');
      await press(confirm);
    }
    await expect(ticketNumberOf(kiosk)).toBeVisible();
    await lookAt(kiosk, 'ticket');
    await press(kiosk.getByRole('button', { name: '不要这张号了' }));
    await expect(kiosk.getByText('真的不要这张号了吗？')).toBeVisible();
    await lookAt(kiosk, 'give back');
  });
}

for (const look of LOOKS) {
  test(`counter, pad and board, ${look}: every step fits every panel and is accessible`, async ({
    lobby,
  }) => {
    test.setTimeout(240_000);
    const kiosk = await lobby.open('kiosk-1');
    const counter = await lobby.open('counter-1');
    const pad = await lobby.open('pad-1');
    const board = await lobby.open('board-1');
    for (const page of [counter, pad, board]) await wear(page, look);
    await lookAt(counter, 'sign in');
    await lookAt(pad, 'closed');
    await lookAt(board, 'nobody called');
    await openCounter(counter);
    await press(kiosk.getByRole('button', { name: /^取号/ }));
    await press(kiosk.getByRole('button', { name: '取钱' }).first());
    await press(kiosk.getByRole('button', { name: '不用，按顺序来' }));
    await expect(counter.getByText(/A\d{3}/).first()).toBeVisible();
    await lookAt(counter, 'somebody waits');
    await callNext(counter);
    await lookAt(counter, 'serving');
    await lookAt(pad, 'serving');
    await lookAt(board, 'called');
    await finish(counter);
    await expect(pad.getByText('今天的服务怎么样？')).toBeVisible();
    await wear(pad, look);
    await lookAt(pad, 'levels');
    await press(pad.getByRole('button', { name: /非常不满意/ }));
    await expect(pad.getByText('已记下').first()).toBeVisible();
    await fitsEveryPanel(pad, 'accepted');
    await expect(pad.getByText('哪里没有做好？')).toBeVisible();
    await fitsEveryPanel(pad, 'reasons');
    await press(pad.getByRole('button', { name: '下一步' }));
    await expect(pad.getByText('需要经理联系您吗？')).toBeVisible();
    await fitsEveryPanel(pad, 'contact');
    await lobby.server.kill();
    await expect(counter.getByText(/网络断开/).first()).toBeVisible();
    await lookAt(counter, 'cut off');
    await lookAt(board, 'cut off');
  });
}

test('the kiosk in English, and pairing: every step fits every panel and is accessible', async ({
  lobby,
  page,
}) => {
  test.setTimeout(180_000);
  const kiosk = await lobby.open('kiosk-1');
  await press(kiosk.getByRole('button', { name: 'English' }));
  await lookAt(kiosk, 'start');
  await press(kiosk.getByRole('button', { name: /^Take a ticket/ }));
  await expect(kiosk.getByText('What do you need today?')).toBeVisible();
  await lookAt(kiosk, 'services');
  await press(kiosk.getByRole('button', { name: /cash/i }).first());
  await press(kiosk.getByRole('button', { name: 'No, thank you' }));
  await expect(ticketNumberOf(kiosk)).toBeVisible();
  await lookAt(kiosk, 'ticket');
  await page.goto(`${lobby.server.origin}/pairing/`);
  await expect(page.locator('h1').first()).toBeVisible();
  await lookAt(page, 'pairing');
});
