import type { Branch } from '#domain/branch/branch.ts';
import type { Fact } from '#domain/event.ts';
import type { CounterId, TellerId } from '#domain/id.ts';
import { accept, type Result, refuse } from '#domain/result.ts';
import { counterOf } from './counter-of.ts';
import { leaving } from './decisions/sign-out.ts';
import type { BranchDay } from './queue.ts';

type Arrival = { readonly counter: CounterId; readonly teller: TellerId };

/**
 * A teller sits down at a counter (the PIN was checked before): leaves the counter they were at, unless a visitor is
 * called there, and relieves whoever forgot to sign out here, with the visitor and the parked tickets of this counter.
 */
export function signIn(
  branch: Branch,
  day: BranchDay,
  { counter, teller }: Arrival,
): Result<readonly Fact[], 'unknown-teller' | 'signed-in-elsewhere'> {
  if (!branch.tellers.some(({ id }) => id === teller)) return refuse('unknown-teller');
  const sitting = counterOf(day, counter).teller;
  if (sitting === teller) return accept([]);
  const left = Object.entries(day.counters).filter(
    ([id, state]) => state.teller === teller && id !== counter,
  );
  if (left.some(([, state]) => state.serving !== null)) return refuse('signed-in-elsewhere');
  const relieved: readonly Fact[] =
    sitting === null ? [] : [{ kind: 'teller-signed-out', counter, teller: sitting }];
  return accept([
    ...left.flatMap(([id]) => leaving(day, { counter: id, teller })),
    ...relieved,
    { kind: 'teller-signed-in', counter, teller },
  ]);
}
