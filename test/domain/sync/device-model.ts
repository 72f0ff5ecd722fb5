import type { Fact } from '#domain/event.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { CursorStep } from '#domain/sync/device-cursor.ts';
import { burnLeases, seenNumbers } from '#domain/sync/leases.ts';
import type { Cursor, Lease } from '#domain/sync/protocol.ts';
import { type Kept, type Response, TODAY } from './model.ts';
import type { Protections } from './protections.ts';
import type { ServerModel } from './server-model.ts';

/** All that survives a crash; cloned with the disk, except for the blocks of numbers. */
export type Disk = {
  cursor: Cursor;
  outbox: readonly Kept[];
  leases: readonly Lease[];
  day: BranchDay;
  journalEpoch: string;
};

export type Batch = { readonly stream: string; readonly epoch: string; readonly facts: readonly Kept[] };

type Tab = { seq: number; leases: readonly Lease[] | null };
type Wish = { readonly kind: 'ticket' | 'other'; readonly poison: boolean; readonly tab: number };

/** One device with its disk and its tabs. */
export class DeviceModel {
  readonly name: string;
  disk: Disk;
  /** Copies of batches still somewhere in the network. */
  delayed: Batch[] = [];
  /** Answers that come after the sender has given up on them. */
  late: { readonly batch: Batch; readonly response: Response }[] = [];
  #tabs: Tab[] = [];
  #streams = 0;
  readonly #rules: Protections;
  readonly #server: ServerModel;

  constructor(name: string, rules: Protections, server: ServerModel) {
    this.name = name;
    this.#rules = rules;
    this.#server = server;
    const cursor = { stream: `${name}-0`, epoch: '', seq: 0, upTo: 0, lastId: null, safe: 0 };
    this.disk = { cursor, outbox: [], leases: [], day: emptyDay(TODAY), journalEpoch: '' };
    this.crash();
  }

  get isKiosk(): boolean {
    return this.name.startsWith('kiosk');
  }

  /** Gives the fact as it was promised to the visitor, or nothing when the device had to decline. */
  record(count: number, today: number, { kind, poison, tab: index }: Wish): Kept | null {
    const tab = this.#tabs[index] ?? { seq: 0, leases: null };
    const fact = kind === 'ticket' ? this.#ticket(count, tab) : OTHER;
    if (fact === null) return null;
    const { cursor } = this.disk;
    const seq = (this.#rules.seqIsTakenInTransaction ? cursor.seq : tab.seq) + 1;
    tab.seq = seq;
    const kept = { id: `${this.name}:${count}`, seq, fact, device: this.name, writtenOn: today, poison };
    this.disk.cursor = { ...cursor, seq: Math.max(cursor.seq, seq) };
    this.disk.outbox = [...this.disk.outbox.filter((one) => one.seq !== seq), kept];
    return kept;
  }

  nextBatch(most: number, today: number): Batch | null {
    const { cursor, outbox } = this.disk;
    const facts = outbox
      .filter((kept) => kept.seq > cursor.upTo && this.#rules.stillSent(kept, today))
      .slice(0, most);
    if (facts.length === 0) return null;
    this.disk.outbox = this.#rules.whileSending(outbox, facts);
    return { stream: cursor.stream, epoch: cursor.epoch, facts };
  }

  hear({ stream, facts }: Batch, response: Response | null): void {
    if (response === null || !this.#rules.counts(response) || stream !== this.disk.cursor.stream) return;
    const last = facts.at(-1)?.seq ?? 0;
    const answer =
      response.is === 'answer'
        ? response.answer
        : { end: { is: 'done' as const }, epoch: this.disk.cursor.epoch, upTo: last, safe: last };
    this.#take(this.#rules.afterAnswer(this.disk.cursor, answer, facts));
  }

  /** `false`: both sides do not agree yet. */
  hello(): boolean {
    const { cursor, leases, outbox, day, journalEpoch } = this.disk;
    const { stream, epoch, upTo } = cursor;
    const answer = this.#server.hello({
      ...{ stream, epoch, upTo, leases, journalEpoch },
      lastId: this.#rules.lastIdOf(cursor),
      position: day.position,
      seen: seenNumbers(day),
      wantsNumbers: this.isKiosk,
    });
    this.disk.leases = this.#rules.mergeLeases(leases, answer.leases, TODAY);
    for (const tab of this.#tabs)
      if (tab.leases) tab.leases = this.#rules.mergeLeases(tab.leases, answer.leases, TODAY);
    const idAt = (seq: number) => outbox.find((kept) => kept.seq === seq)?.id ?? null;
    return this.#take(this.#rules.afterHello(cursor, { ...answer, said: { stream, upTo } }, idAt)) === 'on';
  }

  /** The journal as it comes down: line by line, or folded when it is another journal. */
  follow(): void {
    const { entries, epoch } = this.#server.data;
    const start = this.disk.journalEpoch === epoch ? this.disk.day : emptyDay(TODAY);
    this.disk.day = entries.slice(start.position).reduce(foldDay, start);
    this.disk.journalEpoch = epoch;
  }

  crash(): void {
    this.#tabs = [0, 1].map(() => ({ seq: this.disk.cursor.seq, leases: null }));
  }

  #take(step: CursorStep): CursorStep['is'] {
    if (step.is === 'fork') {
      this.#streams += 1;
      const anew = this.#rules.startNewStream(
        this.disk.cursor,
        this.disk.outbox,
        `${this.name}+${this.#streams}`,
      );
      this.disk.cursor = anew.cursor;
      this.disk.outbox = anew.kept;
      this.disk.leases = burnLeases(this.disk.leases);
      return 'fork';
    }
    this.disk.cursor = step.cursor;
    const gone = this.#rules.mayDeleteUpTo(step.cursor);
    this.disk.outbox = this.disk.outbox.filter((kept) => kept.seq > gone);
    return step.is;
  }

  #ticket(count: number, tab: Tab): Fact | null {
    const given = this.#rules.giveNumber(tab.leases ?? this.disk.leases, TODAY, this.#seen());
    if (given === null) return null;
    if (this.#rules.leasePositionIsOnDisk) this.disk.leases = given.leases;
    else tab.leases = given.leases;
    return {
      kind: 'ticket-taken',
      ticketId: `ticket-${count}`,
      number: given.number,
      service: 'cash',
      ticketClass: 'ordinary',
      language: 'zh-CN',
      numberedBy: 'lease',
      promised: null,
    };
  }

  #seen() {
    const own = this.disk.outbox.flatMap(({ fact }) => (fact.kind === 'ticket-taken' ? [fact.number] : []));
    return [...own, ...seenNumbers(this.disk.day).highest];
  }
}

const OTHER: Fact = { kind: 'device-trouble', code: 'out-of-paper' };
