import type { Words } from '#domain/branch/branch.ts';
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

/** Minutes after midnight as `09:00`. */
export function minuteOfDay(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A wait as it is told: a range, never a false minute. */
export function waitWords(promised: Promised, language: Language): string {
  if (promised === null) return UNKNOWN[language];
  const { fromMin, toMin } = promised;
  if (toMin <= SOON_MIN) return SOON[language];
  if (fromMin === toMin) return ABOUT[language](toMin);
  return BETWEEN[language](fromMin, toMin);
}

const SOON_MIN = 3;
const UNKNOWN: Words = { 'zh-CN': '时间暂时不知道', en: 'Not known right now' };
const SOON: Words = { 'zh-CN': '马上就到', en: 'Very soon' };
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
  const key = `${language} ${timeZone} ${Object.keys(options).join(' ')}`;
  const known = made.get(key);
  if (known) return known;
  // A day before a month, as the reader in English outside America expects.
  const locale = language === 'en' ? 'en-GB' : language;
  const fresh = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  made.set(key, fresh);
  return fresh;
}
