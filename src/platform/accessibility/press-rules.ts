/**
 * The touch filter's decisions (accessibility.md § 5.7), without a DOM: all in mm and ms, times in ms of one clock.
 * The browser's own click loses a press that moves 15 px, and every press beside a resting palm; this does not.
 */
export const SNAP_MM = 4;
export const UNIQUE_MM = 2;
export const TRAVEL_MM = 12;
export const SHORTEST_MS = 40;
export const REPEAT_MS = 500;
export const IRREVERSIBLE_REPEAT_MS = 1000;
export const NEW_SCREEN_MS = 400;
/** A contact that lay longer than this on nothing was a palm: no answer. */
const PALM_MS = 1000;

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Something that can be pressed, and where it is in CSS px. */
export type Reachable<Target> = {
  readonly target: Target;
  readonly box: Box;
  readonly disabled: boolean;
  readonly irreversible: boolean;
  /** A key of a keypad: the repeat guard holds for the same key only. */
  readonly ownRepeat: boolean;
};

export type Contact = {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly at: number;
};

/** Why a press did nothing; each is answered in words. */
export type Miss = 'nothing' | 'unsure' | 'moved' | 'disabled';

export type Verdict<Target> =
  | { readonly is: 'activate'; readonly target: Target }
  | { readonly is: 'miss'; readonly why: Miss; readonly target: Target | null }
  | { readonly is: 'ignored' };

export type PressRules<Target> = {
  /** First contact; `direct` is what lies under the finger. Answers what to show as pressed. */
  readonly down: (
    contact: Contact,
    direct: Reachable<Target> | null,
    nearby: readonly Reachable<Target>[],
  ) => Target | null;
  readonly up: (contact: Contact) => Verdict<Target>;
  readonly cancel: (pointer: number) => Target | null;
  /** A mouse or a key: may it act now? */
  readonly click: (reachable: Reachable<Target>, at: number) => boolean;
  readonly screenChanged: (at: number) => void;
};

type Aim<Target> =
  | { readonly is: 'on'; readonly on: Reachable<Target> }
  | { readonly is: 'off'; readonly why: 'nothing' | 'unsure' };
type Press<Target> = { readonly from: Contact; readonly aim: Aim<Target>; readonly guarded: boolean };
type Last<Target> = { readonly on: Reachable<Target>; readonly at: number };

const IGNORED: Verdict<never> = { is: 'ignored' };

/** One filter; `pxPerMm` is read at every press, so that a resize counts at once. */
export function createPressRules<Target>(pxPerMm: () => number): PressRules<Target> {
  let press: Press<Target> | null = null;
  let last: Last<Target> | null = null;
  let changedAt = Number.NEGATIVE_INFINITY;

  const guarded = (on: Reachable<Target>, at: number) =>
    last !== null && (repeats(last, on, at) || standsOnLast(last, on, at - changedAt));

  return {
    down: (contact, direct, nearby) => {
      // Rule 5: only a press on a target makes further fingers wait; a palm does not.
      if (press?.aim.is === 'on') return null;
      const aim = aimOf(contact, direct, nearby, pxPerMm());
      const isGuarded = aim.is === 'on' && guarded(aim.on, contact.at);
      press = { from: contact, aim, guarded: isGuarded };
      return aim.is === 'on' && !isGuarded && !aim.on.disabled ? aim.on.target : null;
    },
    up: (contact) => {
      if (press?.from.pointer !== contact.pointer) return IGNORED;
      const ended = press;
      press = null;
      const lengthMs = contact.at - ended.from.at;
      if (ended.guarded || lengthMs < SHORTEST_MS) return IGNORED;
      const verdict = verdictOf(ended, contact, pxPerMm());
      if (verdict.is === 'activate' && ended.aim.is === 'on') last = { on: ended.aim.on, at: contact.at };
      return verdict;
    },
    cancel: (pointer) => {
      if (press?.from.pointer !== pointer) return null;
      const { aim } = press;
      press = null;
      return aim.is === 'on' ? aim.on.target : null;
    },
    click: (reachable, at) => {
      if (last?.on.target === reachable.target && repeats(last, reachable, at)) return false;
      last = { on: reachable, at };
      return true;
    },
    screenChanged: (at) => {
      changedAt = at;
    },
  };
}

/** Rule 2: the target under the finger, or the one within 4 mm that is nearer than any other by 2 mm. */
function aimOf<Target>(
  { x, y }: Contact,
  direct: Reachable<Target> | null,
  nearby: readonly Reachable<Target>[],
  px: number,
): Aim<Target> {
  if (direct) return { is: 'on', on: direct };
  const byDistance = nearby
    .map((reachable) => ({ reachable, mm: distance(x, y, reachable.box) / px }))
    .sort((a, b) => a.mm - b.mm);
  const [nearest, next] = byDistance;
  if (!nearest || nearest.mm > SNAP_MM) return { is: 'off', why: 'nothing' };
  if (next && next.mm - nearest.mm < UNIQUE_MM) return { is: 'off', why: 'unsure' };
  return { is: 'on', on: nearest.reachable };
}

/** Rules 3 to 5, for a contact of some length. */
function verdictOf<Target>({ from, aim }: Press<Target>, to: Contact, px: number): Verdict<Target> {
  if (aim.is === 'off') return to.at - from.at < PALM_MS ? missed<Target>(aim.why, null) : IGNORED;
  const { target, disabled } = aim.on;
  if (Math.hypot(to.x - from.x, to.y - from.y) / px > TRAVEL_MM) return missed('moved', target);
  return disabled ? missed('disabled', target) : { is: 'activate', target };
}

/** Rule 6. */
function repeats<Target>(last: Last<Target>, on: Reachable<Target>, at: number): boolean {
  const spareOthers = on.ownRepeat && last.on.ownRepeat && last.on.target !== on.target;
  if (spareOthers) return false;
  return at - last.at < (last.on.irreversible ? IRREVERSIBLE_REPEAT_MS : REPEAT_MS);
}

/** Rule 7. */
function standsOnLast<Target>(last: Last<Target>, on: Reachable<Target>, sinceChangeMs: number): boolean {
  return sinceChangeMs < NEW_SCREEN_MS && overlap(last.on.box, on.box);
}

function missed<Target>(why: Miss, target: Target | null): Verdict<Target> {
  return { is: 'miss', why, target };
}

function distance(x: number, y: number, box: Box): number {
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return Math.hypot(dx, dy);
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
