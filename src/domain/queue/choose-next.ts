import type { QueueRules } from '#domain/branch/branch.ts';
import type { Ticket } from './queue.ts';

/** What the rule of precedence looks at. */
export type Standing = Pick<Ticket, 'placedAt' | 'passed'> & { readonly precedence: number };

/**
 * Index of the ticket to call from a line in order: the highest class, the earliest among equals, but nobody behind a
 * ticket that has waited `ageingMin` or was passed `maxPassed` times. 0 for an empty line.
 */
export function chooseNext(
  line: readonly Standing[],
  rules: Pick<QueueRules, 'maxPassed' | 'ageingMin'>,
  now: number,
): number {
  let chosen = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [index, standing] of line.entries()) {
    if (standing.precedence > highest) {
      chosen = index;
      highest = standing.precedence;
    }
    if (mayNotBePassed(standing, rules, now)) break;
  }
  return chosen;
}

function mayNotBePassed(
  { placedAt, passed }: Standing,
  rules: Pick<QueueRules, 'maxPassed' | 'ageingMin'>,
  now: number,
): boolean {
  return passed >= rules.maxPassed || now - placedAt >= rules.ageingMin * 60_000;
}
