import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { createBranchServer } from './branch-server.ts';
import { press } from './finger.ts';
import { PANELS, untilOffline } from './lobby.ts';

const top = path.join(import.meta.dirname, '../..');

/** A copy of the built product that can be given a new version, as an update by the bank's IT would. */
function installation() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ginkgo-version-'));
  const dist = path.join(folder, 'dist');
  cpSync(path.join(top, 'dist'), dist, { recursive: true });
  symlinkSync(path.join(top, 'node_modules'), path.join(folder, 'node_modules'));
  const screens = path.join(dist, 'screens');

  const rewrite = (file: string, change: (text: string) => string) => {
    const full = path.join(screens, file);
    writeFileSync(full, change(readFileSync(full, 'utf8')));
    rmSync(`${full}.br`, { force: true });
  };

  return {
    dist,
    /** New bytes under a new name, as a build makes them; the old name is gone. */
    update: (mark: string) => {
      const html = readFileSync(path.join(screens, 'kiosk/index.html'), 'utf8');
      const entry = /src="\/(assets\/[\w.-]+\.js)"/.exec(html)?.[1] ?? '';
      const renamed = entry.replace(/\.js$/, `-${mark}.js`);
      renameSync(path.join(screens, entry), path.join(screens, renamed));
      rmSync(path.join(screens, `${entry}.br`), { force: true });
      rewrite(renamed, (code) => `${code}\ndocument.documentElement.dataset.build = '${mark}';\n`);
      rewrite('kiosk/index.html', (text) => text.replaceAll(entry, renamed));
      rewrite('sw.js', (code) =>
        code
          .replaceAll(entry, renamed)
          .replace(
            /((?:url|"url"):\s*["'`]\/kiosk\/index\.html["'`],\s*(?:revision|"revision"):\s*["'`])\w+/,
            `$1${mark}`,
          ),
      );
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

test('a new version waits while a visitor is at the screen, then replaces all of the old one at once', async ({
  browser,
}) => {
  const installed = installation();
  const server = await createBranchServer({}, installed.dist);
  await server.start();
  const context = await browser.newContext({ viewport: PANELS.kiosk, hasTouch: true });
  const kiosk = await context.newPage();
  await kiosk.goto(server.linkOf('kiosk-1'));
  await untilOffline(kiosk);
  await press(kiosk.getByRole('button', { name: /^取号/ }));
  await expect(kiosk.getByText('您要办什么？')).toBeVisible();

  await server.stop();
  installed.update('v2');
  await server.start();
  await kiosk.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    await new Promise<void>((resolve) => {
      const look = () => (registration.waiting ? resolve() : requestAnimationFrame(look));
      look();
    });
  });
  await expect(kiosk.getByText('您要办什么？')).toBeVisible();
  await expect(kiosk.locator('html')).not.toHaveAttribute('data-build', 'v2');

  await press(kiosk.getByRole('button', { name: '返回' }));
  await expect(kiosk.locator('html')).toHaveAttribute('data-build', 'v2', { timeout: 90_000 });
  await server.kill();
  await kiosk.reload();
  await expect(kiosk.locator('html')).toHaveAttribute('data-build', 'v2');
  await expect(kiosk.getByRole('button', { name: /^取号/ })).toBeVisible();

  await context.close();
  await server.remove();
  installed.remove();
});
