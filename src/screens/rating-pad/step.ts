import type { DeviceConfig } from '#contract/config.ts';
import type { ReasonTag, Teller } from '#domain/branch/branch.ts';
import type { BusinessDay, CounterId, TicketNumber } from '#domain/id.ts';
import type { BranchDay, CounterState } from '#domain/queue/queue.ts';
import type { LevelCode, ReasonTagId } from '#domain/rating/scale.ts';
import type { Connection } from '#platform/sync/device.ts';
import type { Accepted, Asking, Explaining, Session, Typing } from './session.ts';
import { tagPage } from './tag-pages.ts';
import { typedNumber } from './typed-number.ts';

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
  | { readonly is: 'staff' }
  | { readonly is: 'idle'; readonly desk: Desk; readonly offersNumber: boolean }
  | {
      readonly is: 'levels';
      readonly desk: Desk;
      readonly number: TicketNumber;
      /** On disk already; another may be tapped instead for a moment. */
      readonly accepted: LevelCode | null;
      readonly unwritten: boolean;
    }
  | {
      readonly is: 'reasons';
      readonly tags: readonly { readonly tag: ReasonTag; readonly chosen: boolean }[];
      readonly hasMore: boolean;
      readonly chosen: number;
    }
  | { readonly is: 'contact'; readonly unwritten: boolean }
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
  readonly staff: boolean;
};

/** Which step shows, and everything it shows. */
export function stepFor(state: PadState): Step {
  const { session, config } = state;
  switch (session.is) {
    case 'resting':
      return state.staff
        ? { is: 'staff' }
        : { is: 'idle', desk: deskOf(state), offersNumber: state.connection.is === 'cut' };
    case 'asking':
      return levels(state, session, null);
    case 'accepted':
      return levels(state, session, session.rating.level);
    case 'explaining':
      return explaining(session);
    case 'thanking':
      return { is: 'thanks' };
    case 'typing':
      return {
        is: 'number',
        letters: config.branch.services.map((service) => service.letter),
        letter: session.letter,
        digits: session.digits,
        ready: typedNumber(session) !== null,
        problem: session.problem,
      };
  }
}

function levels(state: PadState, { guest, unwritten }: Asking | Accepted, accepted: LevelCode | null): Step {
  return { is: 'levels', desk: deskOf(state), number: guest.number, accepted, unwritten };
}

function explaining(session: Explaining): Step {
  if (session.page === 'contact') return { is: 'contact', unwritten: session.unwritten };
  const { shown, hasMore } = tagPage(session.reasons.low, session.tagPage);
  const isChosen = (tag: ReasonTagId) => session.tags.includes(tag);
  return {
    is: 'reasons',
    tags: shown.map((tag) => ({ tag, chosen: isChosen(tag.id) })),
    hasMore,
    chosen: session.tags.length,
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
