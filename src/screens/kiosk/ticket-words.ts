import type { Branch } from '#domain/branch/branch.ts';
import type { Ahead } from '#domain/queue/line.ts';
import type { kioskPhrases } from '#platform/i18n/phrases/kiosk.ts';
import type { Wording } from '#platform/i18n/wording.ts';

export type KioskWording = Wording<typeof kioskPhrases>;

/** "前面还有 5 位" in one line. */
export function aheadWords(
  ahead: Ahead | null,
  branch: Pick<Branch, 'classes'>,
  wording: KioskWording,
): string {
  if (ahead === null) return wording.say('ahead-unknown');
  if (ahead.total === 0) return wording.say('ahead-none');
  const people = wording.say(ahead.total === 1 ? 'ahead-one' : 'ahead', { count: ahead.total });
  const classes = classWords(ahead, branch, wording);
  return classes === null ? people : wording.say('ahead-with', { people, classes });
}

/** Whom the line consists of: "爱心优先 1 位，普通 4 位". `null` where there is nothing to tell apart. */
export function classWords(
  ahead: Ahead | null,
  branch: Pick<Branch, 'classes'>,
  wording: KioskWording,
): string | null {
  if (ahead === null || ahead.byClass.length === 0) return null;
  const parts = ahead.byClass.map(({ classId, count }) => {
    const name = branch.classes.find(({ id }) => id === classId)?.name;
    return wording.say('ahead-class', { class: name ? wording.pick(name) : classId, count });
  });
  return parts.join(wording.say('list-comma'));
}

/** "1、3、4 号窗口". */
export function countersWords(labels: readonly string[], wording: KioskWording): string {
  if (labels.length === 0) return wording.say('counters-any');
  return wording.say(labels.length === 1 ? 'counters-one' : 'counters', {
    labels: labels.join(wording.say('list-enumeration')),
  });
}
