import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextLeased } from '#domain/queue/next-leased.ts';
import type { Lease } from '#domain/sync/protocol.ts';
import { copyDatabase } from '#server/store/copy-database.ts';
import type { EventStore } from '#server/store/event-store.ts';
import { openSqlite } from '#server/store/open-sqlite.ts';
import { helloOf, NOON } from './facts.ts';

const TODAY = '2026-11-23';
const KIOSKS = ['kiosk-1', 'kiosk-2'];

type Kiosk = {
  readonly id: string;
  leases: readonly Lease[];
  epoch: string;
  highest: number;
  greeted: boolean;
};

/** Two kiosks, one database: numbers over the line, numbers from blocks, restarts, restores. */
class Lobby {
  readonly given: string[] = [];
  readonly #root = mkdtempSync(join(tmpdir(), 'ginkgo-numbers-'));
  readonly #kiosks = KIOSKS.map((id): Kiosk => ({ id, leases: [], epoch: '', highest: 0, greeted: false }));
  #store: EventStore | null = null;
  #tickets = 0;

  async start(): Promise<void> {
    const folder = join(this.#root, 'data');
    const opened = await openSqlite({
      folder,
      now: () => NOON,
      copy: async (from, to) => copyDatabase(from, to),
    });
    if (!opened.ok) throw new Error(opened.refusal);
    this.#store = opened.value;
    await opened.value.ensureBranches([{ branch: 'demo', letters: ['A'], timeZone: 'Asia/Shanghai' }]);
    await opened.value.checkRestored();
    for (const kiosk of this.#kiosks) kiosk.greeted = false;
  }
  async hello(kiosk: Kiosk): Promise<void> {
    const highest = kiosk.highest === 0 ? [] : [`A${String(kiosk.highest).padStart(3, '0')}`];
    const said = helloOf({
      stream: kiosk.id,
      epoch: kiosk.epoch,
      journalEpoch: kiosk.epoch,
      seen: { day: TODAY, highest },
      leases: [...kiosk.leases],
    });
    const answer = await this.#store?.sayHello({
      branch: 'demo',
      device: kiosk.id,
      hello: said,
      today: TODAY,
      now: NOON,
      letters: ['A'],
      leaseLetters: ['A'],
    });
    kiosk.greeted = true;
    kiosk.epoch = answer?.epoch ?? '';
    kiosk.leases = [...kiosk.leases, ...(answer?.leases ?? [])];
  }
  async run(step: Step): Promise<void> {
    const kiosk = this.#kiosks[step.kiosk];
    if (!kiosk) return;
    if (step.is === 'connected') await this.#connected(kiosk, step.count);
    if (step.is === 'leased') this.#leased(kiosk, step.count);
    if (step.is === 'hello') await this.hello(kiosk);
    if (step.is === 'restart') await this.#restart();
    if (step.is === 'backup') await this.#copy('data', 'backup');
    if (step.is === 'restore') await this.#copy('backup', 'data');
  }
  async end(): Promise<void> {
    await this.#store?.close();
    rmSync(this.#root, { recursive: true, force: true });
  }

  async #connected(kiosk: Kiosk, count: number): Promise<void> {
    // Whose line comes back says hello before anything else; the other may be cut off for long.
    if (!kiosk.greeted) await this.hello(kiosk);
    for (let index = 0; index < count; index += 1) {
      this.#tickets += 1;
      const ticketId = `t${this.#tickets}`;
      const ask = { ticketId, letter: 'A', day: TODAY, device: kiosk.id, now: NOON };
      const number = await this.#store?.inBranch('demo', (transaction) => transaction.grantNumber(ask));
      const again = await this.#store?.inBranch('demo', (transaction) => transaction.grantNumber(ask));
      expect(again).toBe(number);
      if (number) this.#print(kiosk, number);
    }
  }
  #leased(kiosk: Kiosk, count: number): void {
    for (let index = 0; index < count; index += 1) {
      const next = nextLeased(kiosk.leases, TODAY, 'A');
      if (!next.ok) return;
      kiosk.leases = next.value.leases;
      this.#print(kiosk, next.value.number);
    }
  }
  #print(kiosk: Kiosk, number: string): void {
    kiosk.highest = Math.max(kiosk.highest, Number(number.slice(1)));
    this.given.push(number);
  }
  async #restart(): Promise<void> {
    await this.#store?.close();
    await this.start();
  }
  /** A backup is the database file alone; the generation beside it stays, as when a DBA puts the file back. */
  async #copy(from: string, to: string): Promise<void> {
    await this.#store?.close();
    const file = (folder: string) => join(this.#root, folder, 'ginkgo.sqlite');
    for (const tail of ['-wal', '-shm']) rmSync(`${file('data')}${tail}`, { force: true });
    try {
      cpSync(file(from), file(to), { recursive: true });
    } catch {
      // Nothing was backed up yet.
    }
    await this.start();
  }
}

type Step = {
  readonly is: 'connected' | 'leased' | 'hello' | 'restart' | 'backup' | 'restore';
  readonly kiosk: number;
  readonly count: number;
};
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    is: fc.constantFrom(
      'connected',
      'connected',
      'leased',
      'leased',
      'hello',
      'restart',
      'backup',
      'restore',
    ),
    kiosk: fc.nat({ max: KIOSKS.length - 1 }),
    count: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 14 },
);

describe('ticket numbers', { timeout: 180_000 }, () => {
  it('no number is given twice, whatever happens to kiosks, line, server and database', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const lobby = new Lobby();
        try {
          await lobby.start();
          for (const step of history) await lobby.run(step);
          expect(lobby.given.length).toBe(new Set(lobby.given).size);
        } finally {
          await lobby.end();
        }
      }),
      { numRuns: 25, seed: 20_261_123 },
    );
  });
});
