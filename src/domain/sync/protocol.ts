import type { Fact } from '#domain/event.ts';
import type { BusinessDay, FactId, TicketNumber } from '#domain/id.ts';

/**
 * One device writes one stream of facts, numbered 1, 2, 3 … without a gap. A wiped or cloned device starts a new
 * stream; facts keep their ids, so nothing is applied twice.
 */
export type StreamId = string & { readonly kindOfId?: 'stream' };

/** A fact as a device keeps and sends it. */
export type OutgoingFact = {
  readonly id: FactId;
  readonly seq: number;
  /** The device's own clock, uncorrected; `mono` counts ms since `boot` and never jumps. */
  readonly wall: number;
  readonly mono: number;
  readonly boot: string;
  readonly fact: Fact;
};

/** A block of ticket numbers only this device may give out; `next` moves in the transaction that writes the ticket. */
export type Lease = {
  readonly id: string;
  readonly day: BusinessDay;
  readonly letter: string;
  readonly next: number;
  readonly to: number;
};

/** What a device remembers of its talk with the server; one row on its disk. */
export type Cursor = {
  readonly stream: StreamId;
  readonly epoch: string;
  /** Last number written. */
  readonly seq: number;
  /** Last number the server has confirmed, and the id of that fact. */
  readonly upTo: number;
  readonly lastId: FactId | null;
  /** Last number that is in a verified backup: only up to here may anything be deleted. */
  readonly safe: number;
};

/** What the server knows of a stream. */
export type StreamRecord = { readonly upTo: number; readonly safe: number };

export type BatchEnd =
  | { readonly is: 'done' }
  /** The stream has a hole: send again from here. */
  | { readonly is: 'expect'; readonly seq: number }
  /** This number holds another fact: the disk was cloned, start a new stream. */
  | { readonly is: 'fork'; readonly seq: number };

/** Highest ticket number a device has seen, per letter: lets a restored server jump past all of them. */
export type SeenNumbers = { readonly day: BusinessDay; readonly highest: readonly TicketNumber[] };
