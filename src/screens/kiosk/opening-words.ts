import type { OpenState, WeekMoment } from '#domain/branch/hours.ts';
import { minuteOfDay } from '#platform/i18n/times.ts';
import type { KioskWording } from './ticket-words.ts';

const DAYS = ['day-1', 'day-2', 'day-3', 'day-4', 'day-5', 'day-6', 'day-7'] as const;

/** "现在不办，明天 09:00 开始". */
export function openingWords(now: WeekMoment, state: OpenState, wording: KioskWording): string {
  const when = whenWords(now, state, wording);
  return when === null ? wording.say('closed-for-good') : wording.say('closed-now', { when });
}

/** "明天 09:00"; `null` where the hours name no next time. */
export function whenWords(now: WeekMoment, state: OpenState, wording: KioskWording): string | null {
  if (state.open || state.opens === null) return null;
  const { weekday, minute } = state.opens;
  const time = minuteOfDay(minute);
  const daysAhead = (weekday - now.weekday + DAYS.length) % DAYS.length;
  if (daysAhead === 0 && minute > now.minute) return wording.say('when-today', { time });
  if (daysAhead === 1) return wording.say('when-tomorrow', { time });
  return wording.say('when-day', { time, day: wording.say(DAYS[weekday - 1] ?? 'day-1') });
}
