import type { Entry, Fact } from '#domain/event.ts';
import type { FactId } from '#domain/id.ts';
import type { AnsweredBatch, AnsweredHello } from '#domain/sync/device-cursor.ts';
import type { Lease } from '#domain/sync/protocol.ts';

export const TODAY = '2026-11-22';

/** A fact in a simulated outbox; `poison` is what no check lets through. */
export type Kept = {
  readonly id: FactId;
  readonly seq: number;
  readonly fact: Fact;
  readonly device: string;
  readonly writtenOn: number;
  readonly poison: boolean;
};

/** What comes back over the line; a captive portal's page and an overloaded server's apology come back too. */
export type Response =
  | { readonly is: 'answer'; readonly answer: AnsweredBatch }
  | { readonly is: 'portal' | 'busy' | 'refused' };

export type HelloAnswer = Omit<AnsweredHello, 'said'> & {
  readonly leases: readonly Lease[];
  readonly head: number;
};

export type StreamData = { readonly upTo: number; readonly safe: number; readonly ids: readonly FactId[] };

/** Everything a backup holds. */
export type ServerData = {
  readonly epoch: string;
  readonly epochs: readonly string[];
  readonly entries: readonly Entry[];
  readonly quarantine: readonly FactId[];
  readonly known: ReadonlySet<FactId>;
  readonly streams: Readonly<Record<string, StreamData>>;
  readonly nextNumber: number;
};
