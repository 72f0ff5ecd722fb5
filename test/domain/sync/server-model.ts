import type { Entry } from '#domain/event.ts';
import type { FactId } from '#domain/id.ts';
import type { BatchStep } from '#domain/sync/judge-batch.ts';
import type { Lease, SeenNumbers } from '#domain/sync/protocol.ts';
import { type HelloAnswer, type Kept, type Response, type ServerData, TODAY } from './model.ts';
import type { Protections } from './protections.ts';

const BLOCK = 2;
const EMPTY = { upTo: 0, safe: 0, ids: [] };

export type HelloSaid = {
  readonly stream: string;
  readonly epoch: string;
  readonly upTo: number;
  readonly lastId: FactId | null;
  readonly position: number;
  readonly journalEpoch: string;
  readonly leases: readonly Lease[];
  readonly seen: SeenNumbers;
  readonly wantsNumbers: boolean;
};

/** The branch's server, its backups and its accidents. */
export class ServerModel {
  data: ServerData = {
    epoch: 'epoch-0',
    epochs: ['epoch-0'],
    entries: [],
    quarantine: [],
    known: new Set(),
    streams: {},
    nextNumber: 501,
  };
  readonly #rules: Protections;
  #backup: ServerData | null = null;
  #epochsMade = 0;

  constructor(rules: Protections) {
    this.#rules = rules;
  }

  /** `killAt`: the process dies before it comes to this fact of the batch. */
  push(stream: string, epoch: string, facts: readonly Kept[], killAt: number | null = null): Response | null {
    const before = this.data;
    const record = before.streams[stream] ?? EMPTY;
    if (this.#rules.mustSayHello(before.epoch, epoch)) {
      return { is: 'answer', answer: { ...record, end: { is: 'say-hello' }, epoch: before.epoch } };
    }
    const view = {
      upTo: record.upTo,
      idAt: (seq: number) => record.ids[seq - 1] ?? null,
      isKnown: (id: FactId) => before.known.has(id),
      check: (fact: Kept) => (fact.poison ? { code: 'unusable', field: 'fact' } : null),
    };
    const judged = this.#rules.judgeBatch(view, facts);
    if (judged === 'refuse-all') return { is: 'refused' };
    if (killAt !== null) {
      const halfway = stored(before, stream, judged.steps.slice(0, killAt), judged.upTo);
      this.data = this.#rules.afterKill(before, halfway);
      return null;
    }
    this.data = stored(before, stream, judged.steps, judged.upTo);
    const { end, upTo } = judged;
    return { is: 'answer', answer: { end, upTo, epoch: before.epoch, safe: record.safe } };
  }

  hello(said: HelloSaid): HelloAnswer {
    const { data } = this;
    const record = data.streams[said.stream];
    const verdict = this.#rules.helloVerdict({
      record: record ?? null,
      idAtUpTo: record?.ids[said.upTo - 1] ?? null,
      epoch: knowledgeOf(data, said.epoch),
      head: data.entries.length,
      hello: { ...said, position: said.journalEpoch === data.epoch ? said.position : 0 },
    });
    this.#liftAbove(said);
    if (verdict.restored) this.#newEpoch();
    const leases = said.wantsNumbers ? this.#topUp(said.leases) : [];
    const { epoch, entries } = this.data;
    return {
      stream: verdict.stream,
      upTo: verdict.upTo,
      safe: record?.safe ?? 0,
      epoch,
      leases,
      head: entries.length,
    };
  }

  /** Written, read back, found good: only now may devices forget what is in it. */
  backUp(): void {
    this.#backup = this.data;
    const streams = Object.entries(this.data.streams).map(([name, each]) => [
      name,
      { ...each, safe: each.upTo },
    ]);
    this.data = { ...this.data, streams: Object.fromEntries(streams) };
  }

  /** `announced`: the server notices by itself, as at every proper start; else only its devices can tell it. */
  restore(announced: boolean): void {
    if (this.#backup === null) return;
    this.data = this.#backup;
    if (announced) this.#newEpoch();
  }

  #newEpoch(): void {
    this.#epochsMade += 1;
    const epoch = `epoch-${this.#epochsMade}`;
    const { data } = this;
    this.data = {
      ...data,
      epoch,
      epochs: [...data.epochs, epoch],
      nextNumber: this.#rules.jump(data.nextNumber),
    };
  }

  #liftAbove({ leases, seen }: HelloSaid): void {
    const counts = [...leases.map(({ to }) => to), ...seen.highest.map((number) => Number(number.slice(1)))];
    this.data = {
      ...this.data,
      nextNumber: Math.max(this.data.nextNumber, ...counts.map((count) => count + 1)),
    };
  }

  #topUp(held: readonly Lease[]): readonly Lease[] {
    if (held.some(({ next, to }) => next <= to)) return [];
    const next = this.data.nextNumber;
    this.data = { ...this.data, nextNumber: next + BLOCK };
    return [{ id: `block-${next}`, day: TODAY, letter: 'A', next, to: next + BLOCK - 1 }];
  }
}

function knowledgeOf({ epoch, epochs }: ServerData, said: string): 'current' | 'earlier' | 'unknown' {
  if (said === '' || said === epoch) return 'current';
  return epochs.includes(said) ? 'earlier' : 'unknown';
}

function stored(
  data: ServerData,
  stream: string,
  steps: readonly BatchStep<Kept>[],
  upTo: number,
): ServerData {
  const record = data.streams[stream] ?? EMPTY;
  const ids = [...record.ids];
  for (const { fact } of steps) ids[fact.seq - 1] = fact.id;
  const appended = steps.filter(({ verdict }) => verdict === 'append');
  const aside = steps.filter(({ verdict }) => typeof verdict === 'object');
  return {
    ...data,
    entries: [
      ...data.entries,
      ...appended.map(({ fact }, index) => entry(fact, data.entries.length + 1 + index)),
    ],
    quarantine: [...data.quarantine, ...aside.map(({ fact }) => fact.id)],
    known: new Set([...data.known, ...steps.map(({ fact }) => fact.id)]),
    streams: { ...data.streams, [stream]: { ...record, upTo, ids } },
  };
}

function entry({ id, device, fact, writtenOn }: Kept, position: number): Entry {
  return { position, id, device, at: writtenOn, day: TODAY, fact };
}
