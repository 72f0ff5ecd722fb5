import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { RescueExport } from '#platform/sync/device.ts';
import type { PairingState } from '#screens/pairing/pairing.ts';
import { createRescue } from '#screens/pairing/rescue.ts';
import { settled } from '#test/doubles/clock-double.ts';

type Error = Extract<PairingState, { is: 'typing' }>['error'];

async function rescueAfter(error: Error, devices: readonly string[], answer?: RescueExport) {
  const pairing = signal<PairingState>({ is: 'typing', error });
  const files: string[] = [];
  const rescue = createRescue({
    pairing,
    devices: async () => devices,
    rescueAll: async (asked) => answer ?? Promise.reject(new Error(asked.join())),
    saveFile: (text) => void files.push(text),
  });
  await settled();
  return { pairing, files, rescue };
}

test.each(['storage-broken', 'storage-wiped'] as const)(
  '%s: offered, and stays while a code is typed',
  async (error) => {
    const { pairing, rescue, files } = await rescueAfter(error, ['pad-1'], { is: 'whole', text: 'all' });
    pairing.value = { is: 'typing', error: null };
    expect(rescue.state.value).toBe('not-asked');
    await rescue.save();
    expect([rescue.state.value, files]).toEqual(['saved', ['all']]);
  },
);

test('where nothing is paired or the disk is well there is nothing to carry away', async () => {
  expect((await rescueAfter('storage-broken', [])).rescue.state.value).toBe('none');
  expect((await rescueAfter('code-used', ['pad-1'])).rescue.state.value).toBe('none');
});

test('half of it is a file and called half; nothing at all is called failed', async () => {
  const half = await rescueAfter('storage-broken', ['pad-1'], { is: 'partial', text: 'half' });
  await half.rescue.save();
  expect([half.rescue.state.value, half.files]).toEqual(['partial', ['half']]);
  const none = await rescueAfter('storage-broken', ['pad-1']);
  await none.rescue.save();
  expect([none.rescue.state.value, none.files]).toEqual(['failed', []]);
});
