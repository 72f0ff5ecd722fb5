import type { RatingGiven } from '#domain/event.ts';
import { changeRating, giveRating, type TapContext } from '#domain/rating/give-rating.ts';
import type { LevelCode, ReasonTagId } from '#domain/rating/scale.ts';
import { isElder, type PadCore } from './pad-core.ts';
import type { ChosenReasons } from './pad-facts.ts';
import type { Reception } from './reception.ts';
import { type Accepted, type Asking, afterAccepted, BOUNCE_MS, type Explaining, RESTING } from './session.ts';

/** What a visitor may do once asked. */
export function createAnswers(core: PadCore, reception: Reception) {
  return {
    /** The one tap; for a moment a tap on another level corrects it. `atMm`: where the finger was. */
    rate: (level: LevelCode, atMm: TapContext['tappedAtMm']) => rate(core, reception, level, atMm),
    decline: () => decline(core, reception),
    /** The visitor does not want to wait for the end of the moment. */
    goOn: () => goOn(core),
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
  tappedAtMm: TapContext['tappedAtMm'],
): Promise<void> {
  const current = core.session.peek();
  if (core.isWriting() || (current.is !== 'asking' && current.is !== 'accepted')) return;
  const tappedAt = core.ports.mono();
  const given = judge(core, current, level, tappedAtMm);
  if (!given) return;
  const rated = await core.write(() => core.ledger.rate(current.guest, given));
  if (rated.is === 'unwritten') core.go({ ...current, unwritten: true });
  else if (rated.is === 'settled') core.go(RESTING);
  else {
    core.go({
      is: 'accepted',
      guest: current.guest,
      shownAt: current.shownAt ?? tappedAt,
      rating: rated.rating,
      firstAt: current.is === 'accepted' ? current.firstAt : tappedAt,
      at: core.ports.mono(),
      unwritten: false,
    });
  }
  look();
}

function judge(
  core: PadCore,
  current: Asking | Accepted,
  level: LevelCode,
  tappedAtMm: TapContext['tappedAtMm'],
): RatingGiven | null {
  const now = core.ports.mono();
  if (current.is === 'accepted' && now - current.at < BOUNCE_MS) return null;
  const { invitationId, teller } = current.guest;
  const asked = { invitationId, teller, counter: core.counter, shownAt: current.shownAt ?? now };
  const dictionary = core.ports.config.peek().branch.reasons.version;
  const context = { now, dictionary, tappedAtMm };
  const elder = isElder(core);
  if (current.is === 'asking') {
    const verdict = giveRating({ ...asked, elder, touched: current.touched, given: null }, level, context);
    return verdict.ok ? verdict.value : null;
  }
  const { rating, firstAt } = current;
  const given = { factId: rating.id, level: rating.level, firstAt };
  const verdict = changeRating({ ...asked, elder, touched: true, given }, level, context);
  return verdict.ok ? verdict.value : null;
}

/** To say nothing is an answer too, and as easy as the others. */
async function decline(core: PadCore, { look }: Reception): Promise<void> {
  const current = core.session.peek();
  if (core.isWriting() || current.is !== 'asking') return;
  const ending = { guest: current.guest, outcome: 'declined' as const };
  const isInvited = current.guest.from === 'finish';
  const ended = isInvited ? await core.write(() => core.ledger.end([ending], 'mine')) : 'ended';
  if (ended === 'unwritten') core.go({ ...current, unwritten: true });
  else thank(core);
  look();
}

function goOn(core: PadCore): void {
  const current = core.session.peek();
  const now = core.ports.mono();
  if (core.isWriting() || current.is !== 'accepted' || now - current.at < BOUNCE_MS) return;
  core.go(afterAccepted(current, now, core.ports.config.peek().branch.reasons));
}

function toggleTag(core: PadCore, tag: ReasonTagId): void {
  const current = explaining(core);
  if (!current) return;
  const isOn = current.tags.includes(tag);
  const tags = isOn ? current.tags.filter((each) => each !== tag) : [...current.tags, tag];
  core.go({ ...current, tags });
  void core.ledger.draftReasons(current.guest, chosenOf({ ...current, tags }));
}

function turnPage(core: PadCore): void {
  const current = explaining(core);
  if (current) core.go({ ...current, tagPage: current.tagPage + 1 });
}

function toContact(core: PadCore): void {
  const current = explaining(core);
  if (current) core.go({ ...current, page: 'contact' });
}

/** The page as touched now. */
function explaining(core: PadCore): Explaining | null {
  const current = core.session.peek();
  if (core.isWriting() || current.is !== 'explaining') return null;
  return { ...current, touchedAt: core.ports.mono() };
}

async function explain(core: PadCore, wantsContact: boolean): Promise<void> {
  const current = explaining(core);
  if (!current) return;
  const { guest } = current;
  const isWritten = await core.write(() => core.ledger.explain(guest, chosenOf(current), wantsContact));
  if (isWritten) thank(core);
  else core.go({ ...current, unwritten: true });
}

/** Nobody touches the reasons any more: what was chosen counts, and no manager calls unasked. */
export async function explainByTime(core: PadCore, current: Explaining): Promise<void> {
  await core.write(() => core.ledger.explain(current.guest, chosenOf(current), false));
  thank(core);
}

function chosenOf({ tags, reasons }: Explaining): ChosenReasons {
  return { tags, dictionary: reasons.version };
}

/** The same for every level, and for none. */
function thank(core: PadCore): void {
  core.go({ is: 'thanking', at: core.ports.mono() });
}
