import type { InvitationId, TicketNumber } from '#domain/id.ts';
import { CHANGE_WINDOW_MS, invitationMs, OFFER_WITHIN_MS } from '#domain/rating/timers.ts';
import type { CounterMessage } from '#platform/sync/counter-channel.ts';
import { createEndings } from './endings.ts';
import { isElder, type PadCore } from './pad-core.ts';
import type { Claim, Ending } from './pad-ledger.ts';
import type { OpenNote } from './pad-note.ts';
import { type Asking, type Guest, isBusy, RESTING } from './session.ts';
import { calledSince, waitingGuests } from './waiting-guests.ts';

/** The pad looks by itself this often: for what a dead tab left behind, and for a new day. */
export const LOOK_AGAIN_MS = 60_000;

export type Reception = {
  /** Goes on where the pad was before it died. */
  readonly start: () => Promise<void>;
  /** Something may have changed: open, close or end invitations accordingly. */
  readonly look: () => void;
  readonly hear: (message: CounterMessage) => void;
  /** The screen can be seen. */
  readonly seen: () => Promise<void>;
  readonly askByNumber: (number: TicketNumber) => void;
  readonly end: (endings: readonly Ending[], claim: Claim) => Promise<void>;
};

/** Decides who is asked, and ends what nobody answered. */
export function createReception(core: PadCore): Reception {
  let heard: readonly Guest[] = [];
  const { end, endOwed, isEnding } = createEndings(core.ledger);
  let started = false;

  const sight = () => ({
    day: core.ports.journal.day.peek(),
    counter: core.counter,
    now: core.ports.now(),
    heard,
    known: (invitation: InvitationId) =>
      isEnding(invitation) || core.ledger.isSettled(invitation) || guestOf(core)?.invitationId === invitation,
  });
  const look = () => {
    if (!started || core.isWriting()) return;
    endOwed();
    const leaving = whoLeft(core);
    if (leaving && !core.ledger.isSettled(leaving.invitationId)) {
      void end([{ guest: leaving, outcome: 'timeout' }], 'mine');
    }
    if (leaving) core.go(RESTING);
    const { next, missed, silent } = waitingGuests(sight());
    void end(
      missed.map((guest) => ({ guest, outcome: 'not-offered' })),
      'found',
    );
    void end(
      silent.map((guest) => ({ guest, outcome: 'timeout' })),
      'found',
    );
    if (next) open(next);
  };
  const open = (next: Guest) => {
    const current = core.session.peek();
    const unanswered = current.is === 'asking' && !current.touched && current.guest.from === 'finish';
    if (isBusy(current) && !unanswered) return;
    if (unanswered) void end([{ guest: current.guest, outcome: 'timeout' }], 'silent');
    welcome(core, next);
  };

  return {
    look,
    end,
    start: async () => {
      const { open } = await core.ledger.load();
      started = true;
      if (open) await resume(core, open, end);
      await recoverReasons(core);
      look();
    },
    hear: ({ invitationId, number, teller, at }) => {
      heard = [...heard, { invitationId, number, teller, finishedAt: at, from: 'finish' as const }].slice(-8);
      look();
    },
    seen: () => show(core),
    askByNumber: (number) => {
      const teller = core.ports.journal.day.peek().counters[core.counter]?.teller ?? 'unknown';
      const invitationId = core.ports.newId();
      ask(core, { invitationId, number, teller, finishedAt: core.ports.now(), from: 'number' });
    },
  };
}

export function guestOf({ session }: PadCore): Guest | null {
  const current = session.peek();
  return 'guest' in current ? current.guest : null;
}

/** Whoever was asked, never touched the screen, and is answered elsewhere or gone: somebody else was called. */
function whoLeft({ session, ledger, ports, counter }: PadCore): Guest | null {
  const current = session.peek();
  if (current.is !== 'asking' || current.guest.from === 'number') return null;
  const { guest, touched } = current;
  if (touched) return ledger.isAnswered(guest.invitationId) ? guest : null;
  const isOver = ledger.isSettled(guest.invitationId);
  return isOver || calledSince(ports.journal.day.peek(), counter, guest.finishedAt) ? guest : null;
}

/** In the language of the ticket, where this pad speaks it. */
function welcome(core: PadCore, guest: Guest): void {
  const { modes, journal, config } = core.ports;
  modes.resetModes();
  const tickets = Object.values(journal.day.peek().tickets);
  const language = tickets.find((ticket) => ticket.number === guest.number)?.language;
  if (language && config.peek().device.languages.includes(language)) modes.language.value = language;
  ask(core, guest);
}

function ask(core: PadCore, guest: Guest): void {
  const { mono, now, visible } = core.ports;
  const giveUpAt = mono() + OFFER_WITHIN_MS - (now() - guest.finishedAt);
  core.go({ is: 'asking', guest, shownAt: null, giveUpAt, touched: false, unwritten: false });
  if (visible.peek()) void show(core);
}

async function show(core: PadCore): Promise<void> {
  const current = core.session.peek();
  if (current.is !== 'asking' || current.shownAt !== null) return;
  const { mono, now } = core.ports;
  core.go({ ...current, shownAt: mono() });
  const shown = await core.ledger.show(current.guest);
  const after = core.session.peek();
  if (after.is !== 'asking' || after.guest !== current.guest) return;
  const upForMs = shown.is === 'shown' ? Math.max(0, now() - shown.at) : 0;
  if (shown.is === 'settled') core.go(RESTING);
  else if (upForMs > 0) core.go({ ...after, shownAt: mono() - upForMs });
}

/** A pad that died or was reloaded: within its time the visitor goes on, after it the truth is written. */
async function resume(core: PadCore, open: OpenNote, end: Reception['end']): Promise<void> {
  const { mono, now } = core.ports;
  const { guest } = open;
  const sinceMs = Math.max(0, now() - open.at);
  if (open.is === 'rated') {
    if (sinceMs < CHANGE_WINDOW_MS) core.go({ is: 'thanking', at: mono() });
    return;
  }
  if (core.ledger.isSettled(guest.invitationId)) return;
  if (sinceMs >= invitationMs({ touched: open.touched, elder: isElder(core) }))
    return end([{ guest, outcome: 'timeout' }], 'mine');
  const shownAt = mono() - sinceMs;
  const resumed: Asking = {
    is: 'asking',
    guest,
    shownAt,
    giveUpAt: shownAt,
    touched: open.touched,
    unwritten: false,
  };
  core.go(resumed);
}

async function recoverReasons(core: PadCore): Promise<void> {
  const waitMs = await core.ledger.recoverReasons();
  if (waitMs !== null) core.ports.schedule(waitMs + 1, () => void recoverReasons(core));
}
