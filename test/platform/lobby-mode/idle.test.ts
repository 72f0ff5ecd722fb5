import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createIdle, PATIENT_LIMITS, STANDARD_LIMITS } from '#platform/lobby-mode/idle.ts';
import { clockDouble } from '#test/doubles/clock-double.ts';

function idleUnderTest() {
  const clock = clockDouble();
  let resets = 0;
  const idle = createIdle({
    schedule: clock.schedule,
    onReset: () => {
      resets += 1;
    },
  });
  return { clock, idle, resets: () => resets };
}

describe('TM1 idle clock', () => {
  it.each([
    ['standard', STANDARD_LIMITS, 60_000, 30_000],
    ['elder, voice, keypad', PATIENT_LIMITS, 120_000, 45_000],
  ])('%s: warns, counts down, resets once', async (_, limits, idleMs, warningMs) => {
    const { clock, idle, resets } = idleUnderTest();
    idle.watch(limits);
    await clock.advance(idleMs - 1);
    expect(idle.state.value.is).toBe('watching');
    await clock.advance(1);
    expect(idle.state.value).toEqual({ is: 'warning', leftMs: warningMs, ofMs: warningMs });
    await clock.advance(warningMs - 1);
    expect(resets()).toBe(0);
    await clock.advance(1);
    expect(resets()).toBe(1);
    expect(idle.state.value.is).toBe('resting');
    expect(clock.pending()).toBe(0);
  });

  it('is extended without limit', async () => {
    const { clock, idle, resets } = idleUnderTest();
    idle.watch(STANDARD_LIMITS);
    for (let touch = 0; touch < 50; touch += 1) {
      await clock.advance(89_000);
      idle.touched();
    }
    expect(resets()).toBe(0);
    expect(idle.state.value.is).toBe('watching');
  });

  it('stands still while something is spoken', async () => {
    const { clock, idle, resets } = idleUnderTest();
    const speaking = signal(false);
    idle.holdWhile(speaking);
    idle.watch(STANDARD_LIMITS);
    await clock.advance(59_000);
    speaking.value = true;
    await clock.advance(600_000);
    expect(idle.state.value.is).toBe('watching');
    speaking.value = false;
    await clock.advance(60_000);
    expect(idle.state.value.is).toBe('warning');
    speaking.value = true;
    await clock.advance(600_000);
    expect(resets()).toBe(0);
    speaking.value = false;
    await clock.advance(30_000);
    expect(resets()).toBe(1);
  });

  it('wakes nobody while resting, whatever is touched', async () => {
    const { clock, idle, resets } = idleUnderTest();
    idle.touched();
    await clock.advance(3_600_000);
    expect(resets()).toBe(0);
    expect(clock.pending()).toBe(0);
    idle.watch(STANDARD_LIMITS);
    idle.rest();
    expect(clock.pending()).toBe(0);
  });
});
