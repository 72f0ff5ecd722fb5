import type { BenchPage } from './browser.ts';
import type { Lobby } from './lobby.ts';
import type { Proof } from './probe.ts';

/** One press and what must stand after it. */
export type Press = { readonly on: Proof; readonly shows: Proof };

/** A screen of ours or its limit page, and the way through it. */
export type Target = {
  readonly name: string;
  readonly ours: boolean;
  readonly path: string;
  readonly window: { readonly width: number; readonly height: number };
  /** The first usable screen. */
  readonly first: Proof;
  /** Presses before the measured one. */
  readonly way: readonly Press[];
  /** The measured one: its `shows` is the ticket number, or the thanks. */
  readonly decisive: Press;
  /** Presses that lead back to the first screen; none: it goes back by itself. */
  readonly back: readonly Press[];
  /** Whether it also goes back by itself, in seconds. */
  readonly comesBack: boolean;
  /** What makes the screen ready for `way`: nothing for a kiosk, a finished ticket for a pad. */
  readonly begin: (on: BenchPage, lobby: Lobby | null) => Promise<void>;
};

const KIOSK_WINDOW = { width: 1080, height: 1920 };
const PAD_WINDOW = { width: 1280, height: 800 };
const TAKE: Proof = { selector: 'button', text: '取号' };
const RATE: Proof = { selector: 'button', text: '^\\P{Script=Han}*非常满意' };
const NUMBER_TEXT = '[A-Z]\\s?\\d{3}';

const nothing = async () => undefined;

export const limitTicket: Target = {
  name: 'limit-ticket',
  ours: false,
  path: '/limit-ticket.html',
  window: KIOSK_WINDOW,
  first: TAKE,
  way: [{ on: TAKE, shows: { selector: 'button', text: '个人现金业务' } }],
  decisive: {
    on: { selector: 'button', text: '个人现金业务' },
    shows: { selector: 'output', text: NUMBER_TEXT },
  },
  back: [{ on: { selector: 'button', text: '完成' }, shows: TAKE }],
  comesBack: false,
  begin: nothing,
};

const CASH: Proof = { selector: 'button', text: '取钱、存钱' };
const ORDINARY: Proof = { selector: 'button', text: '按顺序来' };

export const kiosk: Target = {
  ...limitTicket,
  name: 'kiosk',
  ours: true,
  path: '/kiosk/',
  way: [
    { on: TAKE, shows: CASH },
    { on: CASH, shows: ORDINARY },
  ],
  decisive: { on: ORDINARY, shows: { selector: '.ticket-number-digits', text: NUMBER_TEXT } },
  back: [{ on: { selector: 'button', text: '好了' }, shows: TAKE }],
};

export const limitRating: Target = {
  name: 'limit-rating',
  ours: false,
  path: '/limit-rating.html',
  window: PAD_WINDOW,
  first: { selector: 'h1', text: '号窗口' },
  way: [],
  decisive: { on: RATE, shows: { selector: 'h1', text: '感谢' } },
  back: [],
  comesBack: true,
  begin: ({ page }) => page.evaluate(() => globalThis.postMessage('finished')),
};

export const ratingPad: Target = {
  ...limitRating,
  name: 'pad',
  ours: true,
  path: '/pad/',
  first: { selector: '.pad-idle', text: '窗口' },
  decisive: { on: RATE, shows: { selector: 'h1', text: '已记下' } },
  back: [{ on: { selector: 'button', text: '好了' }, shows: { selector: 'h1', text: '谢谢您' } }],
  begin: async ({ page }, lobby) => {
    if (lobby === null) return tellPad(page);
    await lobby.arrive();
    await lobby.call();
    await lobby.finish();
  },
};

/** The console beside the pad, when no server can say that a visitor was served. */
async function tellPad(page: BenchPage['page']): Promise<void> {
  await page.evaluate(() => {
    const channel = new BroadcastChannel('ginkgo-counter-1');
    channel.postMessage({
      kind: 'finished-offline',
      invitationId: crypto.randomUUID(),
      counter: '1',
      teller: '1001',
      number: 'A099',
      at: Date.now(),
    });
    channel.close();
  });
}
