import { afterEach, expect, test, vi } from 'vitest';
import { browserMachine } from '#platform/sync/machine.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a browser that will not say how its disk is counts as one that promises nothing', async () => {
  const refuses = () => Promise.reject(new TypeError('storage is closed'));
  vi.stubGlobal('localStorage', {});
  vi.stubGlobal('navigator', { storage: { persisted: refuses, persist: refuses, estimate: refuses } });
  expect(await browserMachine().disk()).toEqual({ persisted: false, usedBytes: 0, quotaBytes: 0 });
});
