import { expect, test } from 'vitest';
import { createDeviceState } from '#platform/sync/device-state.ts';
import { syncBrowser } from '#test/doubles/sync-machine.ts';

test('a cut line is stale since the last sign of life, not since it was found out', () => {
  const state = createDeviceState({
    machine: syncBrowser().tab(''),
    device: 'kiosk-1',
    now: () => 40_000,
    aliveAt: () => 25_000,
    onTrouble: () => undefined,
    onChanged: () => undefined,
  });
  state.setConnection('connected');
  state.setConnection('cut');
  expect(state.connection.value).toEqual({ is: 'cut', since: 25_000 });
  state.close();
});
