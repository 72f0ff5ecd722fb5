import type { BranchId } from '#domain/id.ts';
import type { BranchHead } from '#server/store/branch-lock.ts';
import type { EventStore } from '#server/store/event-store.ts';
import { BranchFeed } from './branch-feed.ts';

export type Feeds = {
  readonly of: (branch: BranchId) => BranchFeed;
  readonly all: () => readonly BranchFeed[];
  /** Says to every open stream that the line stands, and ends those of devices that are no longer what they were. */
  readonly ping: () => Promise<void>;
  /** Looks up every journal's head: at start, after a restore, and, with several processes, all the time. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
};

export type FeedsParts = {
  readonly store: EventStore;
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
};

const PING_MS = 10_000;
/** Outside the commit path: a NOTIFY in the writing transaction would halve what the database takes. */
const POLL_MS = 150;

/** The feeds of every branch, woken by commits here and, on PostgreSQL, by looking for those of other processes. */
export function createFeeds({ store, now, onTrouble }: FeedsParts): Feeds {
  const feeds = new Map<BranchId, BranchFeed>();
  const feedOf = (branch: BranchId): BranchFeed => {
    const known = feeds.get(branch);
    if (known) return known;
    const read = (after: number, limit: number) => store.entriesAfter(branch, after, limit);
    const feed = new BranchFeed({ read, now, onTrouble });
    feeds.set(branch, feed);
    return feed;
  };
  store.onCommit((branch, entries) => feedOf(branch).committed(entries));

  let failing = false;
  const refresh = async (): Promise<void> => {
    try {
      // The database was away: it may have come back as an older one.
      if (failing) await store.checkRestored();
      failing = false;
      for (const head of await store.heads()) noteHead(feedOf(head.branch), head);
    } catch (error) {
      if (!failing) onTrouble(error);
      failing = true;
    }
  };
  // Another process may have revoked or paired anew whoever listens here.
  const endFormer = async (): Promise<void> => {
    const held = new Map((await store.devices.all()).map((device) => [device.id, device]));
    for (const feed of feeds.values()) {
      feed.endStreams(({ device, pairedAt }) => {
        const now = held.get(device);
        return now === undefined || now.revokedAt !== null || now.pairedAt !== pairedAt;
      });
    }
  };
  const ping = async (): Promise<void> => {
    for (const feed of feeds.values()) feed.ping();
    if ([...feeds.values()].some(({ screens }) => screens > 0)) await endFormer().catch(onTrouble);
  };
  const pings = setInterval(() => void ping(), PING_MS);
  const stopPolling = store.dialect === 'postgres' ? repeat(refresh, POLL_MS) : () => undefined;

  return {
    of: feedOf,
    all: () => [...feeds.values()],
    ping,
    refresh,
    close() {
      clearInterval(pings);
      stopPolling();
      for (const feed of feeds.values()) feed.endStreams();
    },
  };
}

function noteHead(feed: BranchFeed, { position, epoch }: BranchHead): void {
  feed.noteHead(position, epoch);
}

/** Again and again, never twice at once. */
function repeat(work: () => Promise<void>, everyMs: number): () => void {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const next = (): void => {
    timer = setTimeout(() => void work().finally(() => stopped || next()), everyMs);
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
