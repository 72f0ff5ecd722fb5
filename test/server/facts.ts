import type { Batch, Hello } from '#contract/journal.ts';
import type { Fact } from '#domain/event.ts';

export const NOON = Date.UTC(2026, 10, 23, 4, 0);

export function ticketTaken(ticketId: string, number = 'A001'): Fact {
  return {
    kind: 'ticket-taken',
    ticketId,
    number,
    service: 'cash',
    ticketClass: 'ordinary',
    language: 'zh-CN',
    numberedBy: 'server',
    promised: null,
  };
}

type BatchParts = Partial<Omit<Batch, 'facts'>> & {
  readonly from?: number;
  readonly ids: readonly string[];
  readonly facts?: readonly unknown[];
};

/** A batch of facts whose ids are given, made one second apart, sent at `wall`. */
export function batchOf({ from = 1, ids, facts, ...rest }: BatchParts): Batch {
  const sent = { proto: 1, stream: 's1', epoch: '', wall: NOON, mono: 100_000, boot: 'b1', ...rest };
  return {
    ...sent,
    facts: ids.map((id, index) => ({
      id,
      seq: from + index,
      wall: sent.wall - (ids.length - index) * 1000,
      mono: sent.mono - (ids.length - index) * 1000,
      boot: sent.boot,
      fact: facts?.[index] ?? ticketTaken(`t-${id}`),
    })),
  };
}

export function helloOf(parts: Partial<Hello>): Hello {
  return {
    proto: 1,
    stream: 's1',
    epoch: '',
    seq: 0,
    upTo: 0,
    lastId: null,
    position: 0,
    journalEpoch: '',
    seen: { day: null, highest: [] },
    leases: [],
    clock: { wall: NOON, mono: 100_000, boot: 'b1' },
    configVersion: null,
    health: { appVersion: '0', unsent: 0, persisted: true, usedBytes: 0, quotaBytes: 1, troubles: [] },
    ...parts,
  };
}
