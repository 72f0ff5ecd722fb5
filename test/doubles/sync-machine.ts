import type { Channel, Machine } from '#platform/sync/machine.ts';

/** The browser that several tabs share: its locks, its wires between tabs, its second memory, its clock. */
export type SyncBrowser = {
  readonly tab: (url: string) => Machine;
  readonly storage: Map<string, string>;
  /** Sets the device's wall clock this far off. */
  clockOff: number;
  persisted: boolean;
  usedBytes: number;
  /** How many more times asking about the disk fails with an exception. */
  diskFaults: number;
};

/** Waits are a thousandth of what they are told: nothing here depends on how long a pause is, only on its end. */
const HASTE = 1000;

export function syncBrowser(): SyncBrowser {
  const storage = new Map<string, string>();
  const locks = createLocks();
  const wires = createWires();
  const browser: SyncBrowser = {
    storage,
    clockOff: 0,
    persisted: true,
    usedBytes: 1,
    diskFaults: 0,
    tab: (url) => ({
      fetch: (path, init) => fetch(`${url}${path}`, init),
      storage: {
        getItem: (name) => storage.get(name) ?? null,
        setItem: (name, value) => void storage.set(name, value),
      },
      ...locks,
      channel: wires,
      wall: () => Date.now() + browser.clockOff,
      mono: () => performance.now(),
      random: () => 0.5,
      newId: () => crypto.randomUUID(),
      wait: hasty,
      onNetwork: () => undefined,
      async disk() {
        browser.diskFaults -= 1;
        if (browser.diskFaults >= 0) throw new TypeError('the disk will not say');
        return { persisted: browser.persisted, usedBytes: browser.usedBytes, quotaBytes: 100 };
      },
    }),
  };
  return browser;
}

function hasty(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms / HASTE);
    if (signal?.aborted) over();
    else signal?.addEventListener('abort', over);
  });
}

function createLocks(): Pick<Machine, 'alone' | 'ifFree'> {
  const queues = new Map<string, Promise<void>>();
  const held = new Set<string>();
  const hold = async (lock: string, work: () => Promise<void>) => {
    held.add(lock);
    await work().finally(() => held.delete(lock));
  };
  return {
    alone(lock, work, giveUp) {
      const before = queues.get(lock) ?? Promise.resolve();
      const given = new Promise<void>((resolve) => giveUp.addEventListener('abort', () => resolve()));
      const mine = Promise.race([before, given]).then(() => (giveUp.aborted ? undefined : hold(lock, work)));
      queues.set(
        lock,
        before.then(() => mine),
      );
      return mine;
    },
    async ifFree(lock, work) {
      if (held.has(lock)) return false;
      await hold(lock, work);
      return true;
    },
  };
}

function createWires(): (name: string) => Channel {
  type End = { readonly name: string; readonly listeners: ((message: unknown) => void)[] };
  const ends = new Set<End>();
  return (name) => {
    const end: End = { name, listeners: [] };
    ends.add(end);
    return {
      post(message) {
        const others = [...ends].filter((other) => other !== end && other.name === name);
        for (const other of others) {
          setImmediate(() => {
            for (const listener of other.listeners) listener(structuredClone(message));
          });
        }
      },
      listen: (listener) => void end.listeners.push(listener),
      close: () => void ends.delete(end),
    };
  };
}
