import type { Branch, OpeningHours, Service } from './branch.ts';

const DAY_MIN = 24 * 60;

/** Weekday 1 is Monday; minutes after midnight, branch time. */
export type WeekMoment = { readonly weekday: number; readonly minute: number };

/** `opens: null`: never again, by these hours. */
export type OpenState =
  | { readonly open: true; readonly closesAtMin: number }
  | { readonly open: false; readonly opens: WeekMoment | null };

/** Whether a service is open, until when, or when it opens next. */
export function serviceState(service: Pick<Service, 'hours'>, weekday: number, minute: number): OpenState {
  return stateBy(service.hours, { weekday, minute });
}

/** A branch is open while any of its services is. */
export function branchState(branch: Pick<Branch, 'services'>, weekday: number, minute: number): OpenState {
  return stateBy(
    branch.services.flatMap((service) => service.hours),
    { weekday, minute },
  );
}

function stateBy(hours: readonly OpeningHours[], moment: WeekMoment): OpenState {
  const today = hours.filter(({ days }) => days.includes(moment.weekday));
  const closesAtMin = openUntil(today, moment.minute);
  if (closesAtMin > moment.minute) return { open: true, closesAtMin };
  return { open: false, opens: nextOpening(hours, moment) };
}

/** Follows hours that touch or overlap to where they end; the minute itself when closed. */
function openUntil(today: readonly OpeningHours[], minute: number): number {
  const reach = today
    .filter(({ fromMin, toMin }) => fromMin <= minute && toMin > minute)
    .map(({ toMin }) => toMin);
  return reach.length === 0 ? minute : openUntil(today, Math.max(...reach));
}

function nextOpening(hours: readonly OpeningHours[], moment: WeekMoment): WeekMoment | null {
  const openings = hours.flatMap(({ days, fromMin }) =>
    days.map((weekday) => ({ weekday, minute: fromMin })),
  );
  const [first] = openings.sort((one, other) => minutesUntil(one, moment) - minutesUntil(other, moment));
  return first ?? null;
}

function minutesUntil(opening: WeekMoment, from: WeekMoment): number {
  const days = (opening.weekday - from.weekday + 7) % 7;
  const wait = days * DAY_MIN + opening.minute - from.minute;
  return wait > 0 ? wait : wait + 7 * DAY_MIN;
}
