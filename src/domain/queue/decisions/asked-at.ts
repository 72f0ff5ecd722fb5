import type { Branch } from '#domain/branch/branch.ts';
import type { CounterId, TellerId } from '#domain/id.ts';
import { counterOf } from '#domain/queue/counter-of.ts';
import { lookUp } from '#domain/queue/look-up.ts';
import type { BranchDay, CounterState, Ticket } from '#domain/queue/queue.ts';
import type { TellerContext, TellerRefusal } from '#domain/queue/request.ts';
import { counterById } from '#domain/queue/who-serves.ts';
import { accept, type Result, refuse } from '#domain/result.ts';

/** Everything a decision looks at, once it is known that this teller sits at this counter. */
export type AskedAt = {
  readonly branch: Branch;
  readonly day: BranchDay;
  readonly context: TellerContext;
  /** What every fact of this counter carries. */
  readonly at: { readonly counter: CounterId; readonly teller: TellerId };
  readonly counter: CounterState;
  /** The ticket called to this counter. */
  readonly serving: Ticket | null;
};

/** Who asks must be signed in at this very counter. */
export function askedAt(
  branch: Branch,
  day: BranchDay,
  context: TellerContext,
): Result<AskedAt, Extract<TellerRefusal, 'unknown-counter' | 'not-signed-in'>> {
  if (counterById(branch, context.counter) === undefined) return refuse('unknown-counter');
  const counter = counterOf(day, context.counter);
  if (context.teller === null || counter.teller !== context.teller) return refuse('not-signed-in');
  return accept({
    branch,
    day,
    context,
    at: { counter: context.counter, teller: context.teller },
    counter,
    serving: counter.serving === null ? null : (lookUp(day.tickets, counter.serving) ?? null),
  });
}
