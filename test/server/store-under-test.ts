import { afterEach, beforeEach } from 'vitest';
import type { BatchOutcome } from '#server/store/accept-batch.ts';
import type { EventStore } from '#server/store/event-store.ts';
import type { HelloOutcome } from '#server/store/say-hello.ts';
import { createServerClock, type ServerClock } from '#test/doubles/server-clock.ts';
import { batchOf, helloOf, NOON } from './facts.ts';

export type OpenedStore = {
  readonly store: EventStore;
  /** Closes and opens it again, as a restart does. */
  readonly reopen: () => Promise<EventStore>;
  readonly end: () => Promise<void>;
};
export type OpenStore = (clock: ServerClock) => Promise<OpenedStore>;

export const TODAY = '2026-11-23';
export const LINES = [{ branch: 'demo', letters: ['A', 'B'], timeZone: 'Asia/Shanghai' }];

export type StoreUnderTest = {
  readonly store: () => EventStore;
  readonly clock: () => ServerClock;
  readonly epoch: () => string;
  readonly reopen: () => Promise<void>;
  readonly accept: (batch: Parameters<typeof batchOf>[0], device?: string) => Promise<BatchOutcome>;
  readonly hello: (parts: Parameters<typeof helloOf>[0], device?: string) => Promise<HelloOutcome>;
  readonly grant: (ticketId: string, letter?: string, day?: string) => Promise<string | null>;
};

/** A fresh store for every test, and short words for what is done with it. */
export function storeUnderTest(open: OpenStore): StoreUnderTest {
  let opened: OpenedStore;
  let store: EventStore;
  let clock: ServerClock;
  let epoch = '';
  beforeEach(async () => {
    clock = createServerClock(NOON);
    opened = await open(clock);
    store = opened.store;
    await store.ensureBranches(LINES);
    await store.checkRestored();
    epoch = (await store.heads())[0]?.epoch ?? '';
  });
  afterEach(async () => await opened.end());
  return {
    store: () => store,
    clock: () => clock,
    epoch: () => epoch,
    reopen: async () => {
      store = await opened.reopen();
    },
    accept: (batch, device = 'kiosk-1') =>
      store.acceptBatch({
        branch: 'demo',
        timeZone: 'Asia/Shanghai',
        device,
        batch: batchOf({ epoch, ...batch }),
        receivedAt: clock.now(),
        check: isPoison,
      }),
    hello: (parts, device = 'kiosk-1') =>
      store.sayHello({
        branch: 'demo',
        device,
        hello: helloOf({ epoch, journalEpoch: epoch, ...parts }),
        today: TODAY,
        now: clock.now(),
        letters: ['A', 'B'],
        leaseLetters: ['A', 'B'],
      }),
    grant: (ticketId, letter = 'A', day = TODAY) =>
      store.inBranch('demo', (transaction) =>
        transaction.grantNumber({ ticketId, letter, day, device: 'kiosk-1', now: clock.now() }),
      ),
  };
}

function isPoison(fact: unknown) {
  return (fact as { kind?: string }).kind === 'poison' ? { code: 'malformed', field: 'kind' } : null;
}
