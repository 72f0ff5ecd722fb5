import type { Words } from '#domain/branch/branch.ts';
import type { WeekMoment } from '#domain/branch/hours.ts';
import type { Promised } from '#domain/event.ts';
import type { Language } from './wording.ts';

/** `14:05` at the branch, whatever the machine believes its zone is. */
export function clockTime(at: number, timeZone: string, language: Language): string {
  return formatter(language, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** `11月22日 星期日` or `Sunday 22 November`. */
export function calendarDay(at: number, timeZone: string, language: Language): string {
  return formatter(language, timeZone, { month: 'long', day: 'numeric', weekday: 'long' }).format(at);
}

/** Where a moment falls in the branch's week: weekday 1 is Monday. */
export function weekMoment(at: number, timeZone: string): WeekMoment {
  const options = { weekday: 'short', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
  const parts = formatter('en', timeZone, options).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return {
    weekday: WEEKDAYS.indexOf(part('weekday')) + 1,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Minutes after midnight as `09:00`. */
export function minuteOfDay(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A wait as it is told: a range, never a false minute. */
export function waitWords(promised: Promised, language: Language): string {
  if (promised === null) return UNKNOWN[language];
  const { fromMin, toMin } = promised;
  if (fromMin <= 0) return WITHIN[language](toMin);
  if (fromMin === toMin) return ABOUT[language](toMin);
  return BETWEEN[language](fromMin, toMin);
}

const UNKNOWN: Words = { 'zh-CN': '时间暂时不知道', en: 'Not known right now' };
const WITHIN = {
  'zh-CN': (minutes: number) => `${minutes} 分钟以内`,
  en: (minutes: number) => `Less than ${minutes} minutes`,
};
const ABOUT = {
  'zh-CN': (minutes: number) => `大约 ${minutes} 分钟`,
  en: (minutes: number) => `About ${minutes} minutes`,
};
const BETWEEN = {
  'zh-CN': (from: number, to: number) => `大约 ${from} 到 ${to} 分钟`,
  en: (from: number, to: number) => `About ${from} to ${to} minutes`,
};

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known;
  // A day before a month, as the reader in English outside America expects.
  const locale = language === 'en' ? 'en-GB' : language;
  const fresh = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  made.set(key, fresh);
  return fresh;
}
