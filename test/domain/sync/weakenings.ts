import { formatTicketNumber } from '#domain/queue/ticket-number.ts';
import { afterAnswer } from '#domain/sync/device-cursor.ts';
import { judgeBatch } from '#domain/sync/judge-batch.ts';
import {
  backup,
  clone,
  crash,
  days,
  type Happening,
  hello,
  lateCopy,
  other,
  poison,
  restore,
  send,
  ticket,
} from './history.ts';
import type { Kept } from './model.ts';
import type { Protections } from './protections.ts';

/** A branch without one of its protections, and a short history that it does not survive. */
export type Weakening = {
  readonly rule: string;
  readonly without: string;
  readonly protections: Partial<Protections>;
  readonly history: readonly Happening[];
};

const numberOf = (text: string) => Number(text.slice(1));
const appendAll = (facts: readonly Kept[]) => facts.map((fact) => ({ fact, verdict: 'append' as const }));
const afterLast = (upTo: number, facts: readonly Kept[]) => Math.max(upTo, facts.at(-1)?.seq ?? 0);

export const WEAKENINGS: readonly Weakening[] = [
  {
    rule: 'S1',
    without: 'kept until confirmed',
    protections: { whileSending: (outbox, batch) => outbox.filter((kept) => !batch.includes(kept)) },
    history: [other(0), send(0, 'request-lost')],
  },
  {
    rule: 'S2',
    without: 'only an answer of ours confirms',
    protections: { counts: () => true },
    history: [other(0), other(0), send(0, 'portal')],
  },
  {
    rule: 'S3',
    without: 'nothing expires',
    protections: { stillSent: (fact, today) => today - fact.writtenOn <= 7 },
    history: [other(0), days(8)],
  },
  {
    rule: 'S4',
    without: 'a repeated fact is passed over',
    protections: {
      judgeBatch: ({ upTo }, facts) => ({
        steps: appendAll(facts),
        end: { is: 'done' },
        upTo: afterLast(upTo, facts),
        lastId: null,
      }),
    },
    history: [other(0), send(0, 'answer-lost')],
  },
  {
    rule: 'S5',
    without: 'no hole in a stream',
    protections: {
      judgeBatch: (view, facts) => {
        const fresh = facts.filter(({ id }) => !view.isKnown(id));
        return {
          steps: appendAll(fresh),
          end: { is: 'done' },
          upTo: afterLast(view.upTo, facts),
          lastId: null,
        };
      },
    },
    history: [
      ...[other(0), other(0), backup, send(0, 'delivered', 1), send(0, 'delayed', 1)],
      ...[{ is: 'restore', announced: false } as const, lateCopy(0)],
    ],
  },
  {
    rule: 'S6',
    without: 'facts and high-water mark in one transaction',
    protections: { afterKill: (_before, halfway) => halfway },
    history: [other(0), other(0), send(0, 'server-killed')],
  },
  {
    rule: 'S7',
    without: 'another epoch: hello first',
    protections: {
      mustSayHello: () => false,
      afterAnswer: (cursor, answer, sent) => afterAnswer(cursor, { ...answer, epoch: cursor.epoch }, sent),
    },
    history: [
      ...[backup, other(0), send(0), clone, other(0), send(0), restore],
      ...[hello(1), hello(1), other(1), send(1), other(0), send(0)],
    ],
  },
  {
    rule: 'S8',
    without: 'hello compares and rewinds',
    protections: {
      afterHello: (cursor, { epoch }) => ({ is: 'on', cursor: { ...cursor, epoch } }),
    },
    history: [backup, other(0), send(0), restore],
  },
  {
    rule: 'S9',
    without: 'kept until a backup has it',
    protections: { mayDeleteUpTo: ({ upTo }) => upTo },
    history: [backup, other(0), send(0), restore],
  },
  {
    rule: 'S10',
    without: 'an unusable fact is set aside',
    protections: {
      judgeBatch: (view, facts) =>
        facts.some(({ poison: bad }) => bad) ? 'refuse-all' : judgeBatch(view, facts),
    },
    history: [poison(0), other(0)],
  },
  {
    rule: 'S11',
    without: 'leased numbers',
    protections: {
      giveNumber: (leases, _day, seen) => ({
        number: formatTicketNumber('A', Math.max(500, ...seen.map(numberOf)) + 1),
        leases,
      }),
    },
    history: [ticket(0), ticket(1)],
  },
  {
    rule: 'S12',
    without: 'the block moves with the ticket',
    protections: { leasePositionIsOnDisk: false },
    history: [ticket(0), crash(0), ticket(0)],
  },
  {
    rule: 'S13',
    without: 'numbers jump after a restore',
    protections: { jump: (next) => next },
    history: [
      ...[backup, ticket(0), ticket(0), hello(0), ticket(0), restore],
      ...[ticket(1), ticket(1), hello(1), hello(1), ticket(1)],
    ],
  },
  {
    rule: 'S14',
    without: 'same number, other fact: a fork',
    protections: { judgeBatch: (view, facts) => judgeBatch({ ...view, idAt: () => null }, facts) },
    history: [clone, other(0), other(1), other(1)],
  },
  {
    rule: 'S15',
    without: 'never advanced by the server',
    protections: {
      afterHello: (cursor, { epoch, upTo }) => ({ is: 'on', cursor: { ...cursor, epoch, upTo } }),
    },
    history: [clone, other(0), send(0), other(1)],
  },
  {
    rule: 'S16',
    without: 'hello carries the last id',
    protections: { lastIdOf: () => null },
    history: [
      ...[backup, other(0), send(0), clone, other(1), send(1), other(0), restore],
      ...[hello(0), hello(0), send(0)],
    ],
  },
  {
    rule: 'S17',
    without: 'ids unique over all streams',
    protections: { judgeBatch: (view, facts) => judgeBatch({ ...view, isKnown: () => false }, facts) },
    history: [other(0), send(0), clone, other(0), send(0), other(1)],
  },
  {
    rule: 'S18',
    without: 'the number is taken in the transaction',
    protections: { seqIsTakenInTransaction: false },
    history: [other(2, 0), other(2, 1)],
  },
];
