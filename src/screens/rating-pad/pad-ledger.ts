import type { InvitationEnded, RatingGiven } from '#domain/event.ts';
import type { FactId, InvitationId, TicketNumber } from '#domain/id.ts';
import { invitationMs, REASONS_IDLE_MS } from '#domain/rating/timers.ts';
import type { Journal } from '#platform/sync/device.ts';
import type { ChosenReasons, PadFacts } from './pad-facts.ts';
import type { OpenNote, PadNote, SharedNote } from './pad-note.ts';
import type { GivenRating, Guest } from './session.ts';

type Book = {
  readonly journal: Journal;
  readonly note: SharedNote;
  readonly facts: PadFacts;
  readonly now: () => number;
};

export type Shown = { readonly is: 'shown'; readonly at: number } | { readonly is: 'settled' };
/** `settled`: answered or ended before, here or in another tab. */
export type Rated =
  | { readonly is: 'given'; readonly rating: GivenRating }
  | { readonly is: 'unwritten' }
  | { readonly is: 'settled' };
export type Ended = 'ended' | 'unwritten' | 'in-other-hands';
export type Ending = { readonly guest: Guest; readonly outcome: InvitationEnded['outcome'] };
/** Whose invitation it is to end. `found`: not on this tab's screen; `silent`: on it, but nobody touched it here. */
export type Claim = 'mine' | 'silent' | 'found';
export type PadLedger = ReturnType<typeof createPadLedger>;

const LONGEST_SHOWN_MS = invitationMs({ touched: true, elder: true });

/** Everything this pad writes down. Each step reads the shared note first, so that two tabs make one ledger. */
export function createPadLedger(book: Book) {
  return {
    /** What this pad was doing when it last ran. */
    load: () => book.note.within(async (note) => note),
    isSettled: (invitation: InvitationId) => isSettled(book, invitation),
    isAnswered: (invitation: InvitationId) => isAnswered(book, invitation),
    wasRated: (number: TicketNumber) => book.note.within(async () => wasRated(book, number)),
    show: (guest: Guest) => show(book, guest),
    touch: (guest: Guest) => touch(book, guest),
    rate: (guest: Guest, given: RatingGiven) => rate(book, guest, given),
    end: (endings: readonly Ending[], claim: Claim) => end(book, endings, claim),
    draftReasons: (guest: Guest, chosen: ChosenReasons) => draftReasons(book, guest, chosen),
    explain: (guest: Guest, chosen: ChosenReasons, wantsContact: boolean) =>
      explain(book, guest, chosen, wantsContact),
    recoverReasons: () => recoverReasons(book),
  };
}

/** The invitation is on a screen somebody can see; written once, however many tabs or restarts. */
function show(book: Book, guest: Guest): Promise<Shown> {
  const { journal, note, facts, now } = book;
  return note.within(async ({ open }, keep) => {
    if (isSettled(book, guest.invitationId)) return { is: 'settled' };
    if (open?.is === 'shown' && isOf(open, guest)) return { is: 'shown', at: open.at };
    const at = now();
    if (guest.from === 'number') return { is: 'shown', at };
    await journal.record(facts.invited(guest));
    await keep({ open: { is: 'shown', guest, at, touched: false } });
    return { is: 'shown', at };
  });
}

function touch({ note }: Book, guest: Guest): Promise<void> {
  return note.within(async ({ open }, keep) => {
    if (open?.is === 'shown' && isOf(open, guest)) await keep({ open: { ...open, touched: true } });
  });
}

/** On disk before it answers. */
function rate(book: Book, guest: Guest, given: RatingGiven): Promise<Rated> {
  return book.note.within(async (note, keep) => {
    if (!mayRate(book, guest, given.replaces)) return { is: 'settled' };
    const recorded = await book.journal.record(...book.facts.rated(guest, given));
    const id = recorded.is === 'written' ? recorded.ids.at(-1) : undefined;
    if (id === undefined) return { is: 'unwritten' };
    const rating = { id, level: given.level };
    await keep({
      settled: added(note.settled, guest.invitationId),
      numbers: guest.from === 'number' ? added(note.numbers, guest.number) : note.numbers,
      open: { is: 'rated', guest, at: book.now(), rating },
    });
    return { is: 'given', rating };
  });
}

function end(book: Book, endings: readonly Ending[], claim: Claim): Promise<Ended> {
  return book.note.within(async (note, keep) => {
    const open = endings.filter((ending) => !isEnded(book, ending));
    const due = open.filter(({ guest }) => !isInOtherHands(note, guest, claim, book.now()));
    const result = due.length < open.length ? 'in-other-hands' : 'ended';
    if (due.length === 0) return result;
    const recorded = await book.journal.record(
      ...due.map(({ guest, outcome }) => book.facts.ended(guest, outcome)),
    );
    if (recorded.is === 'unwritten') return 'unwritten';
    const ids = due.map(({ guest }) => guest.invitationId);
    const wasOpen = note.open !== null && ids.includes(note.open.guest.invitationId);
    await keep({ settled: ids.reduce(added, note.settled), open: wasOpen ? null : note.open });
    return result;
  });
}

/** Reasons chosen so far survive a crash before they become a fact. */
function draftReasons({ note, now }: Book, guest: Guest, chosen: ChosenReasons): Promise<boolean> {
  const isEmpty = chosen.tags.length === 0;
  return note.within((_, keep) => keep({ reasons: isEmpty ? null : { ...chosen, guest, at: now() } }));
}

function explain(
  { journal, note, facts }: Book,
  guest: Guest,
  chosen: ChosenReasons,
  wantsContact: boolean,
): Promise<boolean> {
  return note.within(async (_, keep) => {
    if (chosen.tags.length === 0 && !wantsContact) return true;
    const recorded = await journal.record(facts.explained(guest, chosen, wantsContact));
    if (recorded.is === 'unwritten') return false;
    await keep({ reasons: null });
    return true;
  });
}

/** Reasons of a visitor whose pad died before it could write them; answers when to look again. */
function recoverReasons({ journal, note, facts, now }: Book): Promise<number | null> {
  return note.within(async ({ reasons }, keep) => {
    if (!reasons) return null;
    const waitMs = reasons.at + REASONS_IDLE_MS - now();
    // Another tab may still have that visitor before it.
    if (waitMs > 0 && waitMs <= REASONS_IDLE_MS) return waitMs;
    const recorded = await journal.record(facts.explained(reasons.guest, reasons, false));
    if (recorded.is === 'written') await keep({ reasons: null });
    return null;
  });
}

function isSettled({ journal, note }: Book, invitation: InvitationId): boolean {
  const outcome = journal.day.peek().invitations[invitation]?.outcome ?? 'pending';
  return outcome !== 'pending' || note.peek().settled.includes(invitation);
}

/** The next call ends an invitation in the journal; what the pad knows of it is truer and still written. */
function isEnded({ journal, note }: Book, { guest, outcome }: Ending): boolean {
  const known = journal.day.peek().invitations[guest.invitationId]?.outcome ?? 'pending';
  return known === 'rated' || known === outcome || note.peek().settled.includes(guest.invitationId);
}

/** A tap wins over the silence which the next call made of it, not over an answer. */
function isAnswered({ journal, note }: Book, invitation: InvitationId): boolean {
  const outcome = journal.day.peek().invitations[invitation]?.outcome;
  return outcome === 'rated' || outcome === 'declined' || note.peek().settled.includes(invitation);
}

function wasRated({ journal, note }: Book, number: TicketNumber): boolean {
  const invitations = Object.values(journal.day.peek().invitations);
  const byInvitation = invitations.some((each) => each.number === number && each.outcome === 'rated');
  return byInvitation || note.peek().numbers.includes(number);
}

function mayRate(book: Book, guest: Guest, replaces: FactId | null): boolean {
  const { open } = book.note.peek();
  if (replaces !== null) return open?.is === 'rated' && open.rating.id === replaces;
  const isRepeat = guest.from === 'number' && wasRated(book, guest.number);
  return !isRepeat && !isAnswered(book, guest.invitationId);
}

/** Another tab shows it, or a finger touched it there: not for this tab to end. */
function isInOtherHands({ open }: PadNote, guest: Guest, claim: Claim, now: number): boolean {
  if (claim === 'mine' || open?.is !== 'shown' || !isOf(open, guest)) return false;
  const isStillUp = now - open.at < LONGEST_SHOWN_MS;
  return isStillUp && (claim === 'found' || open.touched);
}

function isOf(open: OpenNote, guest: Guest): boolean {
  return open.guest.invitationId === guest.invitationId;
}

function added<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items : [...items, item];
}
