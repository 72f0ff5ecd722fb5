import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, overflowing } from './looks.ts';
import { serveFolder } from './static-files.ts';

const gallery = path.join(import.meta.dirname, '../../dist/gallery');
const PANELS = [
  { width: 800, height: 1280 },
  { width: 1920, height: 1080 },
];

let site: Awaited<ReturnType<typeof serveFolder>>;
test.beforeAll(async () => {
  site = await serveFolder(gallery);
});
test.afterAll(() => site.close());

for (const size of ['standard', 'elder']) {
  for (const contrast of ['standard', 'high', 'dark']) {
    test(`every component fits and is accessible: ${size}, ${contrast} contrast`, async ({ page }) => {
      for (const panel of PANELS) {
        await page.setViewportSize(panel);
        await page.goto(`${site.origin}/gallery/?size=${size}&contrast=${contrast}&surface=touch`);
        await expect(page.locator('#screen > *').first()).toBeVisible();
        // The call card belongs on a wall; it is looked at there, in every-screen.spec.ts.
        expect(await overflowing(page, '.only-spoken, .call-card'), `${panel.width}×${panel.height}`).toEqual(
          [],
        );
      }
      await expectAccessible(page);
    });
  }
}
