import type { BusinessDay } from '#domain/id.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, BusinessDay>();
// Every time zone's offset is a multiple of a quarter of an hour, so a day never changes inside one.
const QUARTER_MS = 15 * 60_000;
const MOST_KNOWN = 4000;

/** The branch's date at a moment. */
export function businessDayAt(at: number, timeZone: string): BusinessDay {
  const key = `${timeZone} ${Math.floor(at / QUARTER_MS)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size > MOST_KNOWN) known.clear();
  const day = formatFor(timeZone).format(at);
  known.set(key, day);
  return day;
}

/** That many dates later. */
export function daysAfter(day: BusinessDay, count: number): BusinessDay {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Days since 1970: neighbours differ by one. */
export function dayOrdinal(day: BusinessDay): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format;
}
