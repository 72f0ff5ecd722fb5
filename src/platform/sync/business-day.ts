import type { BusinessDay } from '#domain/id.ts';

/** The branch's date at a moment, whatever zone the device is set to. */
export function businessDayIn(timeZone: string): (at: number) => BusinessDay {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => format.format(at);
}
