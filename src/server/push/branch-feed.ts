import type { Role } from '#domain/branch/role.ts';
import type { Entry } from '#domain/event.ts';
import type { DeviceId } from '#domain/id.ts';
import { frameFor, framesOf, type News } from './frames.ts';

/** The writing side of one open stream. */
export type Outlet = {
  readonly write: (frame: Buffer) => void;
  readonly end: () => void;
  /** Bytes written here that the network has not taken. */
  readonly waiting: () => number;
};

export type Screen = {
  readonly outlet: Outlet;
  readonly role: Role;
  readonly device: DeviceId;
  /** The pairing this stream was opened under. */
  readonly pairedAt: number;
  /** Last journal position written to it. */
  position: number;
  /** Catching up from the store; live frames would come out of order. */
  behind: boolean;
};

export type FeedParts = {
  readonly read: (after: number, limit: number) => Promise<readonly Entry[]>;
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
};

const PAGE = 500;
const PING = Buffer.from(': ping\n\n');
/** A screen that takes nothing any more is cut; it comes back and goes on where it was. */
const MOST_WAITING_BYTES = 1024 * 1024;

/** Brings one branch's journal to its open streams and long polls. A push is only a wake-up: the store has the truth. */
export class BranchFeed {
  readonly #parts: FeedParts;
  readonly #screens = new Set<Screen>();
  readonly #waiters = new Set<() => void>();
  #position = 0;
  #epoch = '';
  /** The journal is this long by now, as far as anybody said. */
  #known = 0;
  #pulling = false;

  constructor(parts: FeedParts) {
    this.#parts = parts;
  }

  get position(): number {
    return this.#position;
  }
  get epoch(): string {
    return this.#epoch;
  }
  get screens(): number {
    return this.#screens.size;
  }

  /** Entries a commit of this process added. */
  committed(entries: readonly Entry[]): void {
    this.#known = Math.max(this.#known, entries.at(-1)?.position ?? 0);
    if (!this.#pulling && entries[0]?.position === this.#position + 1) this.#spread(entries);
    else void this.#pull();
  }

  /** The journal as the database has it, perhaps moved by another process, perhaps put back from a backup. */
  noteHead(position: number, epoch: string): void {
    const before = this.#epoch;
    this.#epoch = epoch;
    this.#known = Math.max(this.#known, position);
    if (before === epoch) return void this.#pull();
    this.#position = position;
    this.#known = position;
    if (before === '') return;
    const frame = framesOf(this.#news([], position));
    for (const screen of [...this.#screens]) this.#send(screen, frame(screen.role));
    this.#wake();
  }

  /** Adds an open stream that has everything up to its position. */
  add(screen: Screen): void {
    this.#screens.add(screen);
    this.#send(screen, PING);
    if (screen.position < this.#position) void this.#catchUp(screen);
  }

  remove(screen: Screen): void {
    this.#screens.delete(screen);
  }

  /** Resolves when there is something after a position, the time is over, or the signal is aborted. */
  waitBeyond(position: number, forMs: number, signal: AbortSignal): Promise<void> {
    if (this.#position > position || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiters.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, forMs);
      this.#waiters.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  ping(): void {
    for (const screen of [...this.#screens]) this.#send(screen, PING);
  }

  /** All of them, and the long polls; or only some. */
  endStreams(of?: (screen: Screen) => boolean): void {
    for (const screen of [...this.#screens]) if (of?.(screen) ?? true) this.#drop(screen);
    if (!of) this.#wake();
  }

  async #pull(): Promise<void> {
    if (this.#pulling) return;
    this.#pulling = true;
    try {
      while (this.#position < this.#known) {
        const entries = await this.#parts.read(this.#position, PAGE);
        if (entries.length === 0) break;
        this.#spread(entries.filter((entry) => entry.position > this.#position));
      }
    } catch (error) {
      this.#parts.onTrouble(error);
    } finally {
      this.#pulling = false;
    }
  }

  #spread(entries: readonly Entry[]): void {
    const first = entries[0];
    const last = entries.at(-1);
    if (!first || !last) return;
    const frame = framesOf(this.#news(entries, last.position));
    this.#position = last.position;
    for (const screen of [...this.#screens]) {
      if (screen.behind || screen.position >= last.position) continue;
      if (screen.position !== first.position - 1) {
        void this.#catchUp(screen);
        continue;
      }
      screen.position = last.position;
      this.#send(screen, frame(screen.role));
    }
    this.#wake();
  }

  /** Reads what a screen lacks until it is level with the feed; from then on live frames fit. */
  async #catchUp(screen: Screen): Promise<void> {
    if (screen.behind) return;
    screen.behind = true;
    try {
      while (this.#screens.has(screen) && screen.position < this.#position) {
        const entries = await this.#parts.read(screen.position, PAGE);
        const last = entries.at(-1);
        if (!last) break;
        screen.position = last.position;
        this.#send(screen, frameFor(screen.role, this.#news(entries, last.position)));
      }
      screen.behind = false;
    } catch (error) {
      this.#parts.onTrouble(error);
      this.#drop(screen);
    }
  }

  #news(entries: readonly Entry[], head: number): News {
    return { epoch: this.#epoch, head, entries, serverTime: this.#parts.now() };
  }

  #send(screen: Screen, frame: Buffer): void {
    screen.outlet.write(frame);
    if (screen.outlet.waiting() > MOST_WAITING_BYTES) this.#drop(screen);
  }

  #drop(screen: Screen): void {
    this.#screens.delete(screen);
    screen.outlet.end();
  }

  #wake(): void {
    for (const wake of [...this.#waiters]) wake();
  }
}
