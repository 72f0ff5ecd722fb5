import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { pageOf } from '#screens/call-board/board-view.ts';
import { createCallBoard, FLASH_MS, stepFor } from '#screens/call-board/call-board.ts';
import { clockDouble } from '#test/doubles/clock-double.ts';
import { SIGNED_IN, taken } from '#test/doubles/desk-double.ts';
import { deviceDouble, TODAY } from '#test/doubles/device-double.ts';

const at = { counter: 'c1', teller: '0817' } as const;

function wall() {
  const clock = clockDouble();
  const device = deviceDouble({ clock });
  const today = signal(TODAY);
  const board = createCallBoard({ ...device, schedule: clock.schedule, today: () => today.value });
  const call = (number: string, counter = 'c1') =>
    device.arrive(taken(number), {
      kind: 'ticket-called',
      ticketId: `t-${number}`,
      passed: [],
      ...at,
      counter,
    });
  return { clock, device, board, call, today };
}

test('a call hangs there at once, flashes three seconds, and stays', async () => {
  const { board, call, clock } = wall();
  call('A001');
  expect(board.calls.value.map(({ number, label }) => [number, label])).toEqual([['A001', '1']]);
  expect(board.fresh.value.size).toBe(1);
  await clock.advance(FLASH_MS);
  expect(board.fresh.value.size).toBe(0);
  expect(board.calls.value).toHaveLength(1);
});

test('a recall flashes again and moves its line up instead of adding one', async () => {
  const { board, call, clock, device } = wall();
  call('A001');
  call('A002', 'c2');
  await clock.advance(FLASH_MS);
  device.arrive({ kind: 'ticket-recalled', ticketId: 't-A001', ...at });
  expect(board.calls.value.map(({ number }) => number)).toEqual(['A001', 'A002']);
  expect([...board.fresh.value]).toEqual([board.calls.value[0]?.key]);
});

test('the last six calls stay', () => {
  const { board, call } = wall();
  for (const number of ['A001', 'A002', 'A003', 'A004', 'A005', 'A006', 'A007']) call(number);
  expect(board.calls.value.map(({ number }) => number)).toEqual([
    'A007',
    'A006',
    'A005',
    'A004',
    'A003',
    'A002',
  ]);
});

test('what hung there at the start does not flash', () => {
  const { device, clock, call } = wall();
  call('A001');
  const later = createCallBoard({ ...device, schedule: clock.schedule });
  expect(later.fresh.value.size).toBe(0);
  expect(later.calls.value).toHaveLength(1);
});

test('every counter tells what it does and serves', () => {
  const { board, device, call } = wall();
  expect(board.counters.value.map(({ state }) => state.is)).toEqual(['closed', 'closed']);
  device.arrive(...SIGNED_IN);
  expect(board.counters.value[0]?.state).toEqual({ is: 'free' });
  call('A001');
  expect(board.counters.value[0]?.state).toEqual({ is: 'serving', number: 'A001' });
  device.arrive(
    { kind: 'ticket-finished', ticketId: 't-A001', invitationId: 'i', ...at },
    { kind: 'counter-paused', reason: 'break', ...at },
  );
  expect(board.counters.value[0]?.state).toEqual({ is: 'paused' });
  expect(board.counters.value[0]?.services.map(({ letter }) => letter)).toEqual(['A', 'B']);
});

test('waiting is counted per service', () => {
  const { board, device, call } = wall();
  device.arrive(taken('A001'), taken('A002'), taken('B001'));
  call('A003');
  expect(board.services.value.map(({ letter, waiting }) => [letter, waiting])).toEqual([
    ['A', 2],
    ['B', 1],
    ['C', 0],
  ]);
});

test('a cut line is told with its age; the last state stays', async () => {
  const { board, device, call, clock } = wall();
  call('A001');
  device.connection.value = { is: 'cut', since: clock.now() };
  expect(board.step.value).toBe('cut');
  await clock.advance(3 * 60_000);
  expect(board.stale.value).toMatchObject({ minutes: 3 });
  expect(board.calls.value).toHaveLength(1);
  device.connection.value = { is: 'connected' };
  expect(board.stale.value).toBeNull();
});

test('a call learnt of long after it was made is shown without flashing', async () => {
  const { board, device, clock } = wall();
  const before = clock.now();
  await clock.advance(60_000);
  device.day.value = {
    ...device.day.value,
    calls: [{ ticketId: 't', number: 'A009', counter: 'c1', at: before, times: 1 }],
  };
  expect(board.calls.value).toHaveLength(1);
  expect(board.fresh.value.size).toBe(0);
});

test('a new day starts empty, even before its first entry', async () => {
  const { board, call, clock, today } = wall();
  call('A001');
  today.value = '2026-11-23';
  await clock.advance(1000);
  expect(board.calls.value).toEqual([]);
  expect(board.counters.value[0]?.state.is).toBe('closed');
});

test('the picture moves a few pixels every ten minutes', async () => {
  const { board, clock } = wall();
  const before = board.shiftPx.value;
  await clock.advance(10 * 60_000);
  expect(board.shiftPx.value).not.toEqual(before);
  expect(Math.abs(board.shiftPx.value.x) + Math.abs(board.shiftPx.value.y)).toBeLessThanOrEqual(6);
});

test('more lines than a page holds take turns in even parts', () => {
  const lines = [1, 2, 3, 4, 5, 6, 7, 8];
  expect([0, 1, 2].map((turn) => pageOf(lines, turn))).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [1, 2, 3, 4],
  ]);
  expect(pageOf([], 5)).toEqual([]);
});

test('revoked outranks everything', () => {
  expect(stepFor({ connected: true, revoked: true })).toBe('revoked');
  expect(stepFor({ connected: true, revoked: false })).toBe('live');
});
