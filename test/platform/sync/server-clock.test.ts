import { expect, test } from 'vitest';
import { createServerClock } from '#platform/sync/server-clock.ts';
import { syncBrowser } from '#test/doubles/sync-machine.ts';

const SERVER = Date.UTC(2026, 10, 22, 4);

function clockAt(wall: number, kept = { offset: 0, latest: 0 }) {
  const device = { wall, mono: 1000 };
  const machine = { ...syncBrowser().tab(''), wall: () => device.wall, mono: () => device.mono };
  const clock = createServerClock(machine, kept);
  const pass = (ms: number) => {
    device.wall += ms;
    device.mono += ms;
  };
  return { device, clock, pass };
}

test('three days wrong is corrected by one answer, by half of the way it took', () => {
  const { clock, pass } = clockAt(SERVER - 3 * 86_400_000);
  pass(100);
  clock.heard(SERVER, 1000);
  expect(clock.now()).toBe(SERVER + 50);
  expect(clock.deviceIsWrong()).toBe(true);
});

test('the device clock may jump while the page runs', () => {
  const { clock, device, pass } = clockAt(SERVER);
  clock.heard(SERVER, 1000);
  device.wall += 9 * 3_600_000;
  pass(500);
  expect(clock.now()).toBe(SERVER + 500);
  expect(clock.offset()).toBe(-9 * 3_600_000);
});

test('the answer that took least time counts, until a clock was set', () => {
  const { clock, pass } = clockAt(SERVER);
  pass(10);
  clock.heard(SERVER + 5, 1000);
  pass(990);
  clock.heard(SERVER + 700, 1010);
  expect(clock.now()).toBe(SERVER + 1000);
  pass(1000);
  clock.heard(SERVER + 3_600_000, 2950);
  expect(clock.now()).toBeGreaterThan(SERVER + 3_590_000);
});

test('the last sign of life is what the screens count staleness from, also when the clock is corrected later', () => {
  const { clock, pass } = clockAt(SERVER - 5000);
  pass(100);
  clock.heard(SERVER, 1100);
  pass(9000);
  clock.alive();
  const life = clock.now();
  pass(16_000);
  expect(clock.aliveAt()).toBe(life);
});

test('restarted offline with a clock that fell back, it goes on from the latest time heard', () => {
  const { clock, pass } = clockAt(0, { offset: 0, latest: SERVER });
  pass(7000);
  expect([clock.now(), clock.deviceIsWrong()]).toEqual([SERVER + 7000, true]);
  clock.heard(SERVER + 3_600_000, 8000);
  expect(clock.now()).toBe(SERVER + 3_600_000);
});

test('restarted offline with a clock set right meanwhile, the offset of the wrong one counts no more', () => {
  const threeDays = 3 * 86_400_000;
  const { clock } = clockAt(SERVER + 60_000, { offset: -threeDays, latest: SERVER });
  expect([clock.now(), clock.deviceIsWrong()]).toEqual([SERVER + 60_000, false]);
});

test('a wrong clock that ran on keeps its offset over a restart', () => {
  const { clock } = clockAt(60_000, { offset: SERVER, latest: SERVER });
  expect([clock.now(), clock.deviceIsWrong()]).toEqual([SERVER + 60_000, false]);
});
