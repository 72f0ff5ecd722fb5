import type { ReadonlySignal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { Asked } from '#contract/requests.ts';
import type { DeviceTrouble, Fact } from '#domain/event.ts';
import type { BusinessDay, FactId, TicketNumber } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';

/** `since`: ms by the corrected clock at which the last word from the server arrived. */
export type Connection = { readonly is: 'connected' } | { readonly is: 'cut'; readonly since: number };

/** `unwritten`: the disk refused; nothing was accepted and the screen must say so. */
export type Recorded =
  | { readonly is: 'written'; readonly ids: readonly FactId[] }
  | { readonly is: 'unwritten' };

export type LeasedNumber =
  | { readonly is: 'written'; readonly number: TicketNumber }
  | { readonly is: 'lease-exhausted' }
  | { readonly is: 'unwritten' };

/** The device's own record: durable before the promise resolves, sent when the line allows, never expired. */
export type Journal = {
  /** The branch's day: server order, own unsent facts folded on top. */
  readonly day: ReadonlySignal<BranchDay>;
  readonly unsent: ReadonlySignal<number>;
  /** Facts of one call are written together or not at all. */
  readonly record: (...facts: readonly Fact[]) => Promise<Recorded>;
  /** Takes the next number leased for this letter and writes the fact made with it, in one transaction. */
  readonly recordNumbered: (
    letter: string,
    factWith: (number: TicketNumber) => Fact,
  ) => Promise<LeasedNumber>;
};

/** `no-answer`: cut off, too late, or not an answer of ours; the same `requestId` may be asked again. */
export type Answered =
  | { readonly is: 'done'; readonly position: number }
  | { readonly is: 'numbered'; readonly number: TicketNumber }
  | { readonly is: 'refused'; readonly code: string; readonly retryAfterMs?: number | undefined }
  | { readonly is: 'no-answer' };

export type Requester = {
  readonly ask: (
    asked: Asked,
    options?: { readonly timeoutMs?: number; readonly requestId?: string },
  ) => Promise<Answered>;
};

/** Small durable memory of one screen (an open ticket, an open invitation): strict like the journal. */
export type Notebook = {
  readonly read: <Note>(name: string) => Promise<Note | null>;
  readonly write: (name: string, note: unknown) => Promise<boolean>;
  readonly erase: (name: string) => Promise<void>;
};

export type Trouble = {
  readonly code: DeviceTrouble['code'] | 'revoked' | 'update-needed' | 'set-aside';
  readonly since: number;
  /** How many facts the server set aside. */
  readonly count?: number;
};

/** `partial`: the disk did not give all of it; the text says what is missing. It is worth keeping all the same. */
export type RescueExport = { readonly is: 'whole' | 'partial'; readonly text: string };

/** Everything a screen gets from the machine and the branch under it. */
export type Device = {
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  readonly journal: Journal;
  readonly requester: Requester;
  readonly notebook: Notebook;
  /** ms since 1970 by the server's clock as far as it is known. */
  readonly now: () => number;
  readonly today: () => BusinessDay;
  readonly newId: () => string;
  /** Everything not yet safe on the server, as one JSON text: for staff, when a disk dies. */
  readonly rescueExport: () => Promise<RescueExport>;
};
