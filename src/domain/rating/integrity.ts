import type { Entry } from '#domain/event.ts';
import type { FactId, ServiceId, TellerId } from '#domain/id.ts';
import { tellersAskingLess } from './asking-bias.ts';
import { currentRatings, type RatedInvitation, type RatingEntry } from './current-ratings.ts';
import { serviceRecords } from './service-records.ts';

const HASTY_MS = 700;
const HASTY_OF = 20;
const HASTY_COUNT = 5;
const SAME_TOP_RUN = 40;
const SAME_SPOT_RUN = 10;
/** Three pixels of a common pad. */
const SAME_SPOT_MM = 0.8;

export type IntegrityFlag = {
  readonly kind:
    | 'hasty-taps'
    | 'same-level-run'
    | 'same-spot'
    | 'repeat'
    | 'outside-hours'
    | 'service-too-short'
    | 'asked-less-after-long-wait';
  readonly teller: TellerId;
  /** The ratings to look at; none when the pattern lies in what is missing. */
  readonly ratings: readonly FactId[];
};

/** What the journal alone does not tell. */
export type IntegrityKnowledge = {
  readonly openAt: (at: number) => boolean;
  /** The first percentile of this service's lengths over a long time; `null`: not known yet. */
  readonly shortestServiceMs: (service: ServiceId) => number | null;
};

/** What a person should look at. A flag never deletes and never changes a figure. */
export function integrityFlags(
  entries: readonly Entry[],
  knowledge: IntegrityKnowledge,
): readonly IntegrityFlag[] {
  const rated = currentRatings(entries);
  const ratings = [...rated.values()].map(({ current }) => current);
  const tellers = [...new Set(ratings.map(({ fact }) => fact.teller))];
  return [
    ...tellers.flatMap((teller) => patterns(ratings.filter(({ fact }) => fact.teller === teller))),
    ...[...rated.values()].flatMap(repeats),
    ...ratings.filter(({ at }) => !knowledge.openAt(at)).map((rating) => flag('outside-hours', [rating])),
    ...tooShort(entries, rated, knowledge),
    ...tellersAskingLess(serviceRecords(entries), (invitation) => rated.has(invitation)).map(
      (teller): IntegrityFlag => ({ kind: 'asked-less-after-long-wait', teller, ratings: [] }),
    ),
  ];
}

function flag(kind: IntegrityFlag['kind'], ratings: readonly RatingEntry[]): IntegrityFlag {
  return { kind, teller: ratings[0]?.fact.teller ?? '', ratings: ratings.map(({ id }) => id) };
}

/** Patterns in one teller's ratings, oldest first. */
function patterns(ratings: readonly RatingEntry[]): readonly IntegrityFlag[] {
  const hasty = windows(ratings, HASTY_OF)
    .map((window) => window.filter(({ fact }) => fact.answeredMs < HASTY_MS))
    .find((fast) => fast.length >= HASTY_COUNT);
  const top = firstRun(ratings, SAME_TOP_RUN, (one, other) => isTop(one) && isTop(other));
  const spot = firstRun(ratings, SAME_SPOT_RUN, onOneSpot);
  return [
    ...(hasty === undefined ? [] : [flag('hasty-taps', hasty)]),
    ...(top === null ? [] : [flag('same-level-run', top)]),
    ...(spot === null ? [] : [flag('same-spot', spot)]),
  ];
}

function windows(ratings: readonly RatingEntry[], size: number): readonly (readonly RatingEntry[])[] {
  return ratings.map((_, end) => ratings.slice(Math.max(0, end + 1 - size), end + 1));
}

/** The first stretch of this length in which each rating is like the one that began it. */
function firstRun(
  ratings: readonly RatingEntry[],
  length: number,
  alike: (one: RatingEntry, other: RatingEntry) => boolean,
): readonly RatingEntry[] | null {
  let run: RatingEntry[] = [];
  for (const rating of ratings) {
    const [begin] = run;
    if (begin !== undefined && !alike(begin, rating)) run = [];
    run.push(rating);
    if (run.length === length) return run;
  }
  return null;
}

function isTop({ fact }: RatingEntry): boolean {
  return fact.level === 'VS5';
}

function onOneSpot(one: RatingEntry, other: RatingEntry): boolean {
  const [first, second] = [one.fact.tappedAtMm, other.fact.tappedAtMm];
  if (first === null || second === null) return false;
  return Math.hypot(first.x - second.x, first.y - second.y) <= SAME_SPOT_MM;
}

function repeats({ repeats: ratings }: RatedInvitation): readonly IntegrityFlag[] {
  return ratings.length === 0 ? [] : [flag('repeat', ratings)];
}

function tooShort(
  entries: readonly Entry[],
  rated: ReadonlyMap<string, RatedInvitation>,
  knowledge: IntegrityKnowledge,
): readonly IntegrityFlag[] {
  return serviceRecords(entries).flatMap(({ invitationId, service, servedMs }) => {
    const rating = rated.get(invitationId);
    const shortest = knowledge.shortestServiceMs(service);
    const short = rating !== undefined && shortest !== null && servedMs < shortest;
    return short ? [flag('service-too-short', [rating.current])] : [];
  });
}
