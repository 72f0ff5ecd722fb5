import type { Branch } from '#domain/branch/branch.ts';
import { waitWords } from '#platform/i18n/times.ts';
import type { Detail } from './detail-list.tsx';
import type { Outlook } from './intent.ts';
import { classWords, type KioskWording } from './ticket-words.ts';

/** People in front by class, and the wait as a range. */
export function waitDetails(
  { ahead, promised }: Outlook,
  branch: Pick<Branch, 'classes'>,
  wording: KioskWording,
): readonly Detail[] {
  const { say } = wording;
  const people: Detail = {
    icon: 'people',
    label: say('people'),
    value: peopleWords(ahead, say),
    note: classWords(ahead, branch, wording),
  };
  const isNext = ahead?.total === 0 && promised !== null;
  const wait = isNext ? say('wait-none') : waitWords(promised, wording.language.value);
  return [people, { icon: 'clock', label: say('wait'), value: wait }];
}

function peopleWords(ahead: Outlook['ahead'], say: KioskWording['say']): string {
  if (ahead === null) return say('people-unknown');
  return ahead.total === 0 ? say('people-none') : say('people-count', { count: ahead.total });
}
