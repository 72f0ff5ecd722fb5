/** One named wire between the tabs of this browser. */
export type Channel = {
  readonly post: (message: unknown) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
  readonly close: () => void;
};

/** What syncing needs of the browser it runs in; tests hand in another one. */
export type Machine = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Runs the work while no other tab holds the lock; waits for the lock until told to give up. */
  readonly alone: (lock: string, work: () => Promise<void>, giveUp: AbortSignal) => Promise<void>;
  /** Runs the work with the lock if it is free; `false`: it is not. */
  readonly ifFree: (lock: string, work: () => Promise<void>) => Promise<boolean>;
  readonly channel: (name: string) => Channel;
  readonly wall: () => number;
  readonly mono: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  /** Ends early, without an error, when the signal is aborted. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** The machine's own network came up, or went down. */
  readonly onNetwork: (listener: (up: boolean) => void) => void;
  readonly disk: () => Promise<DiskState>;
};

export type DiskState = {
  readonly persisted: boolean;
  readonly usedBytes: number;
  readonly quotaBytes: number;
};

/** The browser this page runs in. */
export function browserMachine(): Machine {
  return {
    fetch: (url, init) => fetch(url, init),
    storage: localStorage,
    alone: (lock, work, signal) =>
      navigator.locks.request(lock, { signal }, work).catch((failure: unknown) => {
        if (!signal.aborted) throw failure;
      }),
    ifFree: (lock, work) =>
      navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
        if (held) await work();
        return held !== null;
      }),
    channel: openChannel,
    wall: () => Date.now(),
    mono: () => performance.now(),
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    wait,
    onNetwork: (listener) => {
      addEventListener('online', () => listener(true));
      addEventListener('offline', () => listener(false));
    },
    disk: diskState,
  };
}

function openChannel(name: string): Channel {
  const wire = new BroadcastChannel(name);
  return {
    post: (message) => wire.postMessage(message),
    listen: (listener) => wire.addEventListener('message', (event) => listener(event.data)),
    close: () => wire.close(),
  };
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const over = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal?.addEventListener('abort', over);
  });
}

/** A browser that cannot say how its disk is must not keep the device from saying hello. */
async function diskState(): Promise<DiskState> {
  try {
    const persisted = (await navigator.storage.persisted()) || (await navigator.storage.persist());
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { persisted, usedBytes: Math.round(usage), quotaBytes: Math.round(quota) };
  } catch {
    return { persisted: false, usedBytes: 0, quotaBytes: 0 };
  }
}
