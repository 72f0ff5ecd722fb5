import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { ensureChromium } from '#test/journeys/find-chromium.ts';
import { commandOf, killTree, proportionalBytes, treeOf } from './processes.ts';

const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--lang=zh-CN',
  '--remote-debugging-port=0',
];

/** Everything of a profile that makes a start warm; keys and facts live elsewhere. */
const CACHES = ['Cache', 'Code Cache', 'Service Worker', 'GPUCache', 'DawnCache', 'DawnGraphiteCache'];

/** A Chromium of its own on a profile that outlives it. */
export type BenchBrowser = {
  readonly pid: number;
  readonly page: () => Promise<BenchPage>;
  readonly renderersBytes: () => number;
  /** As when the power goes. */
  readonly kill: () => Promise<void>;
  /** As when somebody switches off: everything is written first. */
  readonly close: () => Promise<void>;
};

export type BenchPage = { readonly page: Page; readonly cdp: CDPSession };

export async function startBrowser(profile: string, window: { width: number; height: number }) {
  const portFile = path.join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const size = `--window-size=${window.width},${window.height}`;
  const args = [...ARGS, size, `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(ensureChromium(), args, { stdio: 'ignore' });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(portFile, child)}`);
  return { pid: child.pid ?? 0, ...actions(browser, child) } satisfies BenchBrowser;
}

/** The next start loads everything over the network, but is still the same paired device with the same facts. */
export function coolDown(profile: string): void {
  for (const cache of CACHES) rmSync(path.join(profile, 'Default', cache), { recursive: true, force: true });
}

function actions(browser: Browser, child: ChildProcess): Omit<BenchBrowser, 'pid'> {
  const ended = once(child, 'exit');
  return {
    page: async () => {
      const context = browser.contexts()[0];
      if (!context) throw new Error('the browser has no profile');
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
      return { page, cdp };
    },
    renderersBytes: () => largestRenderer(child.pid ?? 0),
    kill: async () => {
      killTree(child.pid ?? 0);
      child.kill('SIGKILL');
      await ended;
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await ended;
    },
  };
}

/** The page's own renderer: spare ones and the worker's are smaller. */
function largestRenderer(browser: number): number {
  const renderers = treeOf(browser).filter((pid) => commandOf(pid).includes('--type=renderer'));
  const sizes = renderers.map(proportionalBytes).filter((bytes) => !Number.isNaN(bytes));
  return sizes.length === 0 ? Number.NaN : Math.max(...sizes);
}

async function portIn(file: string, child: ChildProcess): Promise<number> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Chromium ended with ${child.exitCode}`);
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (port > 0) return port;
    await pause(20);
  }
}
