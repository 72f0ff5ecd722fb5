import { describe, expect, it } from 'vitest';
import { groupedCode, spacedNumber } from '#platform/i18n/numbers.ts';
import { calendarDay, clockTime, minuteOfDay, waitWords, weekMoment } from '#platform/i18n/times.ts';
import { NOON } from '#test/doubles/clock-double.ts';

const SHANGHAI = 'Asia/Shanghai';

describe('times of the branch, whatever zone the machine is in', () => {
  it('tells clock and day', () => {
    expect(clockTime(NOON, SHANGHAI, 'zh-CN')).toBe('12:00');
    expect(clockTime(NOON - 12 * 3_600_000, SHANGHAI, 'en')).toBe('00:00');
    expect(calendarDay(NOON, SHANGHAI, 'zh-CN')).toBe('11月22日星期日');
    expect(calendarDay(NOON, SHANGHAI, 'en')).toBe('Sunday 22 November');
    expect(minuteOfDay(545)).toBe('09:05');
  });

  it('knows where a moment falls in the week: Sunday is 7', () => {
    expect(weekMoment(NOON, SHANGHAI)).toEqual({ weekday: 7, minute: 720 });
    expect(weekMoment(NOON, 'America/New_York')).toEqual({ weekday: 6, minute: 23 * 60 });
  });
});

describe('waits are ranges', () => {
  it.each([
    [{ fromMin: 15, toMin: 25 }, '大约 15 到 25 分钟', 'About 15 to 25 minutes'],
    [{ fromMin: 0, toMin: 5 }, '5 分钟以内', 'Less than 5 minutes'],
    [{ fromMin: 10, toMin: 10 }, '大约 10 分钟', 'About 10 minutes'],
    [null, '时间暂时不知道', 'Not known right now'],
  ] as const)('%o', (promised, chinese, english) => {
    expect(waitWords(promised, 'zh-CN')).toBe(chinese);
    expect(waitWords(promised, 'en')).toBe(english);
  });
});

describe('numbers', () => {
  it('are read sign by sign, codes in groups', () => {
    expect(spacedNumber('A017')).toBe('A 0 1 7');
    expect(groupedCode('7K3M9')).toBe('7K3M 9');
    expect(groupedCode('')).toBe('');
  });
});
