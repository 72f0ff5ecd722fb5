import type { BranchDay } from './queue.ts';

/**
 * A day while it is being folded. Records that this draft has copied itself are written in place, so that a long tail
 * of entries copies each record once and not once an entry; nothing outside the fold ever sees a draft.
 */
export type Draft = BranchDay & { readonly own: Set<object> };

type Records = Pick<BranchDay, 'tickets' | 'counters' | 'invitations' | 'servedOffline'>;

export function draftOf(day: BranchDay): Draft {
  return { ...day, own: new Set() };
}

export function dayFrom({ own: _, ...day }: Draft): BranchDay {
  return day;
}

/** The draft with these values in one of its records. */
export function put<Name extends keyof Records>(draft: Draft, name: Name, changes: Records[Name]): Draft {
  const changed = Object.entries(changes);
  if (changed.length === 0) return draft;
  const record: Record<string, unknown> = draft.own.has(draft[name]) ? draft[name] : { ...draft[name] };
  for (const [key, value] of changed) setOwn(record, key, value);
  if (record === draft[name]) return draft;
  draft.own.add(record);
  return { ...draft, [name]: record };
}

/** Assigning to `__proto__` would not make an entry. */
function setOwn(record: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  else record[key] = value;
}
