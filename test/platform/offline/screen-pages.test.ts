import { expect, test } from 'vitest';
import { isFontSlice, isPhoto, pageFor } from '#platform/offline/screen-pages.ts';
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
  expect(isFontSlice('/fonts/ginkgo-sans-wide-3.woff2')).toBe(true);
  expect(isFontSlice('/fonts/ginkgo-sans-regular.woff2')).toBe(false);
});

test('photos of tellers are kept for the time without a server, and nothing else by that rule', () => {
  expect(isPhoto('/photos/li-jing.webp')).toBe(true);
  expect(isPhoto('/fonts/photos/x.webp')).toBe(false);
  expect(isPhoto('/v1/photos/x.webp')).toBe(false);
});
