import { expect, test } from 'vitest';
import { isWideFont, pageFor } from '#platform/offline/screen-pages.ts';
import { SCREENS } from '#server/http/static-files.ts';

test('offline, every address shows the page the server would show', () => {
  for (const [address, folder] of Object.entries(SCREENS)) {
    expect(pageFor(`/${address}/`)).toBe(`/${folder}/index.html`);
    expect(pageFor(`/${address}`)).toBe(`/${folder}/index.html`);
  }
  for (const path of ['/', '/v1/hello', '/kiosk/other', '/constructor/', '/metrics'])
    expect(pageFor(path)).toBeNull();
});

test('only the wide slices of the font wait for their first use', () => {
  expect(isWideFont('/fonts/ginkgo-sans-wide-3.woff2')).toBe(true);
  expect(isWideFont('/fonts/ginkgo-sans-regular.woff2')).toBe(false);
});
