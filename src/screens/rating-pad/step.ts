import type { DeviceConfig } from '#contract/config.ts';
import type { ReasonTag, Teller } from '#domain/branch/branch.ts';
import type { BusinessDay, CounterId, TicketNumber } from '#domain/id.ts';
import type { BranchDay, CounterState } from '#domain/queue/queue.ts';
import type { LevelCode, ReasonTagId } from '#domain/rating/scale.ts';
import type { Connection } from '#platform/sync/device.ts';
import type { Explaining, Session, Typing } from './session.ts';
import { tagPage } from './tag-pages.ts';
import { lettersOf, typedNumber } from './typed-number.ts';

/** The counter this pad stands at, as a visitor may know it. */
export type Desk = {
  readonly label: string;
  /** `unknown`: cut off since an earlier day. */
  readonly status: CounterState['status'] | 'unknown';
  readonly pauseReason: string | null;
  readonly teller: Teller | null;
  readonly serving: TicketNumber | null;
};

export type Step =
  | { readonly is: 'idle'; readonly desk: Desk; readonly offersNumber: boolean }
  | {
      readonly is: 'levels';
      readonly desk: Desk;
      readonly number: TicketNumber;
      /** The level given before, when the visitor is changing it. */
      readonly before: LevelCode | null;
      readonly unwritten: boolean;
    }
  | { readonly is: 'accepted'; readonly level: LevelCode }
  | {
      readonly is: 'reasons';
      readonly tags: readonly { readonly tag: ReasonTag; readonly chosen: boolean }[];
      readonly hasMore: boolean;
      readonly chosen: number;
      readonly changeable: boolean;
    }
  | { readonly is: 'contact'; readonly changeable: boolean; readonly unwritten: boolean }
  | { readonly is: 'thanks' }
  | {
      readonly is: 'number';
      readonly letters: readonly string[];
      readonly letter: string | null;
      readonly digits: string;
      readonly ready: boolean;
      readonly problem: Typing['problem'];
    };

export type PadState = {
  readonly session: Session;
  readonly day: BranchDay;
  readonly config: DeviceConfig;
  readonly counter: CounterId;
  readonly today: BusinessDay;
  readonly connection: Connection;
  readonly elder: boolean;
};

/** Which step shows, and everything it shows. */
export function stepFor(state: PadState): Step {
  const { session, config } = state;
  switch (session.is) {
    case 'resting':
      return { is: 'idle', desk: deskOf(state), offersNumber: state.connection.is === 'cut' };
    case 'asking':
      return levels(state, session.guest.number, null, session.unwritten);
    case 'choosing-again':
      return levels(state, session.guest.number, session.rating.level, session.unwritten);
    case 'accepted':
      return { is: 'accepted', level: session.rating.level };
    case 'explaining':
      return explaining(state, session);
    case 'thanking':
      return { is: 'thanks' };
    case 'typing':
      return {
        is: 'number',
        letters: lettersOf(config.branch.services),
        letter: session.letter,
        digits: session.digits,
        ready: typedNumber(session) !== null,
        problem: session.problem,
      };
  }
}

function levels(state: PadState, number: TicketNumber, before: LevelCode | null, unwritten: boolean): Step {
  return { is: 'levels', desk: deskOf(state), number, before, unwritten };
}

function explaining({ config, elder }: PadState, session: Explaining): Step {
  const { changeable, unwritten } = session;
  if (session.page === 'contact') return { is: 'contact', changeable, unwritten };
  const { shown, hasMore } = tagPage(config.branch.reasons.low, session.tagPage, elder);
  const isChosen = (tag: ReasonTagId) => session.tags.includes(tag);
  return {
    is: 'reasons',
    tags: shown.map((tag) => ({ tag, chosen: isChosen(tag.id) })),
    hasMore,
    chosen: session.tags.length,
    changeable,
  };
}

function deskOf({ config, day, counter, today }: PadState): Desk {
  const { counters, tellers } = config.branch;
  const isToday = day.day >= today;
  const state = isToday ? day.counters[counter] : undefined;
  const serving = state?.serving ? day.tickets[state.serving] : undefined;
  return {
    label: counters.find((each) => each.id === counter)?.label ?? counter,
    status: isToday ? (state?.status ?? 'closed') : 'unknown',
    pauseReason: state?.pauseReason ?? null,
    teller: tellers.find((each) => each.id === state?.teller) ?? null,
    serving: serving?.number ?? null,
  };
}
