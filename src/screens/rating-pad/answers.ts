import { isLow, type LevelCode, type ReasonTagId } from '#domain/rating/scale.ts';
import type { PadCore } from './pad-core.ts';
import type { Tap } from './pad-facts.ts';
import type { Reception } from './reception.ts';
import {
  type Accepted,
  BOUNCE_MS,
  CHANGE_MS,
  type Explaining,
  type GivenRating,
  type Guest,
  RESTING,
} from './session.ts';

export type Answers = ReturnType<typeof createAnswers>;

/** What a visitor may do once asked. */
export function createAnswers(core: PadCore, reception: Reception) {
  return {
    rate: (level: LevelCode, atMm: Tap['tappedAtMm']) => rate(core, reception, level, atMm),
    decline: () => decline(core, reception),
    change: () => change(core),
    keep: () => keep(core),
    toggleTag: (tag: ReasonTagId) => toggleTag(core, tag),
    moreTags: () => turnPage(core),
    toContact: () => toContact(core),
    answerContact: (wantsContact: boolean) => explain(core, wantsContact),
  };
}

/** On disk first, drawn second; the other way round a crash would make a thank-you a lie. */
async function rate(
  core: PadCore,
  { look }: Reception,
  level: LevelCode,
  tappedAtMm: Tap['tappedAtMm'],
): Promise<void> {
  const current = core.session.peek();
  if (core.isWriting() || (current.is !== 'asking' && current.is !== 'choosing-again')) return;
  const before = current.is === 'choosing-again' ? current.rating : null;
  if (before?.level === level) {
    keep(core);
    return;
  }
  const { mono } = core.ports;
  const shownAt = current.shownAt ?? mono();
  const answeredMs = Math.max(0, Math.round(mono() - shownAt));
  const rated = await core.write(() =>
    core.ledger.rate(current.guest, { level, answeredMs, tappedAtMm }, before),
  );
  if (rated.is === 'given') core.go(acceptedAs(current.guest, shownAt, rated.rating, mono()));
  else if (rated.is === 'unwritten') core.go({ ...current, unwritten: true });
  else core.go(RESTING);
  look();
}

function acceptedAs(guest: Guest, shownAt: number, rating: GivenRating, at: number): Accepted | Explaining {
  const accepted = { guest, shownAt, rating, at };
  if (!isLow(rating.level)) return { is: 'accepted', ...accepted };
  return {
    is: 'explaining',
    ...accepted,
    page: 'reasons',
    tagPage: 0,
    tags: [],
    touchedAt: at,
    changeable: true,
    unwritten: false,
  };
}

/** To say nothing is an answer too, and as easy as the others. */
async function decline(core: PadCore, { look }: Reception): Promise<void> {
  const current = core.session.peek();
  if (core.isWriting() || current.is !== 'asking') return;
  if (current.guest.from === 'number') {
    thank(core);
    return;
  }
  const ended = await core.write(() =>
    core.ledger.end([{ guest: current.guest, outcome: 'declined' }], 'mine'),
  );
  if (ended === 'unwritten') core.go({ ...current, unwritten: true });
  else thank(core);
  look();
}

function change(core: PadCore): void {
  const current = core.session.peek();
  if (current.is !== 'accepted' && current.is !== 'explaining') return;
  const { guest, shownAt, rating, at } = current;
  const now = core.ports.mono();
  if (isBounce(current, now) || now - at >= CHANGE_MS) return;
  if (current.is === 'explaining' && current.tags.length > 0) void core.ledger.draftReasons(guest, []);
  core.go({ is: 'choosing-again', guest, shownAt, rating, at: now, unwritten: false });
}

/** The first rating stands. */
function keep(core: PadCore): void {
  const current = core.session.peek();
  if (current.is !== 'choosing-again') return;
  const { guest, shownAt, rating } = current;
  const next = acceptedAs(guest, shownAt, rating, core.ports.mono());
  if (next.is === 'explaining') core.go({ ...next, changeable: false });
  else thank(core);
}

function toggleTag(core: PadCore, tag: ReasonTagId): void {
  const current = explaining(core);
  if (!current) return;
  const isOn = current.tags.includes(tag);
  const tags = isOn ? current.tags.filter((each) => each !== tag) : [...current.tags, tag];
  core.go({ ...current, tags });
  void core.ledger.draftReasons(current.guest, tags);
}

function turnPage(core: PadCore): void {
  const current = explaining(core);
  if (current) core.go({ ...current, tagPage: current.tagPage + 1 });
}

function toContact(core: PadCore): void {
  const current = explaining(core);
  if (current) core.go({ ...current, page: 'contact' });
}

/** The page as touched now; `null` where there is none, or a trembling finger came again. */
function explaining(core: PadCore): Explaining | null {
  const current = core.session.peek();
  const now = core.ports.mono();
  if (core.isWriting() || current.is !== 'explaining' || isBounce(current, now)) return null;
  return { ...current, touchedAt: now };
}

async function explain(core: PadCore, wantsContact: boolean): Promise<void> {
  const current = explaining(core);
  if (!current) return;
  const written = await core.write(() => core.ledger.explain(current.guest, current.tags, wantsContact));
  if (written) thank(core);
  else core.go({ ...current, unwritten: true });
}

/** Nobody touches the reasons any more: what was chosen counts, and no manager calls unasked. */
export async function explainByTime(core: PadCore, current: Explaining): Promise<void> {
  await core.write(() => core.ledger.explain(current.guest, current.tags, false));
  thank(core);
}

/** The same for every level, and for none. */
export function thank(core: PadCore): void {
  core.go({ is: 'thanking', at: core.ports.mono() });
}

function isBounce({ at }: Accepted | Explaining, now: number): boolean {
  return now - at < BOUNCE_MS;
}
