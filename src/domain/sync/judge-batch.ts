import type { FactId } from '#domain/id.ts';
import type { BatchEnd } from './protocol.ts';

export type Numbered = { readonly id: FactId; readonly seq: number };

/** Why a fact cannot be used; it is kept aside, shown to staff, and holds nothing up. */
export type Unusable = { readonly code: string; readonly field: string };

export type BatchVerdict = 'append' | 'already' | { readonly quarantine: Unusable };

/** One fact that moves its stream on by one; `already`: it came before under another number, only the number is new. */
export type BatchStep<Sent extends Numbered> = { readonly fact: Sent; readonly verdict: BatchVerdict };

/** What the server holds of this stream; all of it read in the transaction that stores the outcome. */
export type StreamView<Sent extends Numbered> = {
  readonly upTo: number;
  /** Which fact this stream has under that number; `null`: none, or no longer known. */
  readonly idAt: (seq: number) => FactId | null;
  /** Over all devices of the branch, the quarantined included. */
  readonly isKnown: (id: FactId) => boolean;
  readonly check: (fact: Sent) => Unusable | null;
};

export type JudgedBatch<Sent extends Numbered> = {
  readonly steps: readonly BatchStep<Sent>[];
  readonly end: BatchEnd;
  readonly upTo: number;
  /** Id of the fact at `upTo` when this batch moved it; `null`: it did not. */
  readonly lastId: FactId | null;
};

/**
 * What becomes of a batch. Facts the stream already has are passed over; the rest becomes steps, each to be stored
 * with its number, together with the new `upTo`, in one transaction.
 */
export function judgeBatch<Sent extends Numbered>(
  view: StreamView<Sent>,
  facts: readonly Sent[],
): JudgedBatch<Sent> {
  const steps: BatchStep<Sent>[] = [];
  const ids = new Map<number, FactId>();
  const fresh = new Set<FactId>();
  let upTo = view.upTo;
  const ending = (end: BatchEnd): JudgedBatch<Sent> => ({ steps, end, upTo, lastId: ids.get(upTo) ?? null });

  for (const fact of facts) {
    if (fact.seq <= upTo) {
      const held = ids.get(fact.seq) ?? view.idAt(fact.seq);
      if (held !== null && held !== fact.id) return ending({ is: 'fork', seq: fact.seq });
      continue;
    }
    if (fact.seq > upTo + 1) return ending({ is: 'expect', seq: upTo + 1 });
    steps.push({ fact, verdict: verdictOn(view, fact, fresh) });
    upTo = fact.seq;
    ids.set(fact.seq, fact.id);
    fresh.add(fact.id);
  }
  return ending({ is: 'done' });
}

function verdictOn<Sent extends Numbered>(
  view: StreamView<Sent>,
  fact: Sent,
  fresh: ReadonlySet<FactId>,
): BatchVerdict {
  if (fresh.has(fact.id) || view.isKnown(fact.id)) return 'already';
  const unusable = view.check(fact);
  return unusable === null ? 'append' : { quarantine: unusable };
}
