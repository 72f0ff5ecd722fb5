import type { InvitationId, TellerId } from '#domain/id.ts';
import type { ServiceRecord } from './service-records.ts';

/** Chi-square with one degree of freedom at p = 0.01. */
const CRITICAL = 6.635;
/** Fewer expected in any cell, and the test says nothing. */
const LEAST_EXPECTED = 5;

/** Tellers whose visitors rate clearly less often after a long wait than after a short one: picked, or sent away. */
export function tellersAskingLess(
  records: readonly ServiceRecord[],
  isRated: (invitation: InvitationId) => boolean,
): readonly TellerId[] {
  const tellers = [...new Set(records.map(({ teller }) => teller))];
  return tellers.filter((teller) => {
    const own = records.filter((record) => record.teller === teller);
    return asksLessAfterLongWaits(
      own.toSorted((one, other) => one.waitedMs - other.waitedMs),
      isRated,
    );
  });
}

function asksLessAfterLongWaits(
  byWait: readonly ServiceRecord[],
  isRated: (invitation: InvitationId) => boolean,
): boolean {
  const half = Math.floor(byWait.length / 2);
  const silent = (records: readonly ServiceRecord[]) =>
    records.filter(({ invitationId }) => !isRated(invitationId)).length;
  const short = { n: half, silent: silent(byWait.slice(0, half)) };
  const long = { n: byWait.length - half, silent: silent(byWait.slice(half)) };
  const share = (short.silent + long.silent) / byWait.length;
  const leastExpected = half * Math.min(share, 1 - share);
  if (leastExpected < LEAST_EXPECTED || long.silent * short.n <= short.silent * long.n) return false;
  const cell = ({ n, silent: count }: typeof short) => (count - n * share) ** 2 / (n * share * (1 - share));
  return cell(short) + cell(long) > CRITICAL;
}
