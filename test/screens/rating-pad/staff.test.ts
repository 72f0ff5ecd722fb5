import { expect, test } from 'vitest';
import { settled } from '#test/doubles/clock-double.ts';
import { padStand } from './pad-stand.ts';

async function opened() {
  const stand = await padStand();
  stand.pad().staff.holdStart();
  await stand.clock.advance(5000);
  stand.pad().staff.holdEnd();
  expect(stand.is()).toBe('staff');
  return stand;
}

test('a short touch on the quiet line opens nothing', async () => {
  const stand = await padStand();
  stand.pad().staff.holdStart();
  await stand.clock.advance(4999);
  stand.pad().staff.holdEnd();
  await stand.clock.advance(10_000);
  expect(stand.is()).toBe('idle');
});

test('five seconds open the staff panel, which exports and closes by itself', async () => {
  const stand = await opened();
  expect(stand.pad().isIdle.peek()).toBe(false);
  await stand.pad().staff.saveRescue();
  expect(stand.files).toHaveLength(1);
  await stand.clock.advance(120_000);
  expect(stand.is()).toBe('idle');
});

test('a visitor comes before staff, and finds no panel afterwards', async () => {
  const stand = await opened();
  await stand.call('A017');
  await stand.finish('A017');
  await settled();
  expect(stand.is()).toBe('levels');
  await stand.rate('S4');
  await stand.clock.advance(10_000);
  expect(stand.is()).toBe('idle');
});
