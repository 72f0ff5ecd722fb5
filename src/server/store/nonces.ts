import { sql } from 'kysely';
import { SIGNATURE_WINDOW_MS } from '#contract/signature.ts';
import type { NonceVerdict } from './event-store.ts';
import type { Db } from './tables.ts';

/** A nonce is remembered longer than its signature is good for, on either side of the server's clock. */
const KEPT_MS = SIGNATURE_WINDOW_MS * 2 + 10_000;

type UseNonce = (device: string, nonce: string, created: number) => Promise<NonceVerdict>;

/** One process: nonces in memory, thrown away by the half. What was signed before the start cannot be judged. */
export function nonceMemory(now: () => number): UseNonce {
  let startedAt = now();
  let current = new Set<string>();
  let former = new Set<string>();
  let turnedAt = startedAt;
  return async (device, nonce, created) => {
    // The clock was set back: the nonces since the start are all still here, so nothing needs refusing.
    startedAt = Math.min(startedAt, now());
    turnedAt = Math.min(turnedAt, now());
    if (created < startedAt) return 'clock';
    if (now() - turnedAt > KEPT_MS) {
      former = current;
      current = new Set();
      turnedAt = now();
    }
    const key = `${device} ${nonce}`;
    if (current.has(key) || former.has(key)) return 'replayed';
    current.add(key);
    return 'fresh';
  };
}

/** Several processes: one unlogged table. A crash empties it, and `nonce_start` with it. */
export function nonceTable(db: Db, now: () => number): UseNonce {
  let tidiedAt = now();
  let latest = tidiedAt;
  const followClock = async (): Promise<void> => {
    const setBack = now() < latest - CLOCKS_APART_MS;
    latest = now();
    if (setBack) {
      tidiedAt = latest;
      await startNonces(db, latest);
    }
    if (latest - tidiedAt <= KEPT_MS) return;
    tidiedAt = latest;
    await db
      .deleteFrom('nonce')
      .where('created_at', '<', latest - KEPT_MS)
      .execute();
  };
  return async (device, nonce, created) => {
    await followClock();
    const kept = await sql<{ fresh: number }>`
      insert into nonce (device, nonce, created_at)
      select ${device}, ${nonce}, ${created}::bigint
      where exists (select 1 from nonce_start where at <= ${created}::bigint)
      on conflict do nothing returning 1 as fresh`.execute(db);
    if (kept.rows.length > 0) return 'fresh';
    const start = await db.selectFrom('nonce_start').select('at').executeTakeFirst();
    if (start && start.at <= created) return 'replayed';
    if (!start) await startNonces(db, now());
    return 'clock';
  };
}

/** The clocks of several servers differ this much without anybody having set one back. */
const CLOCKS_APART_MS = 5000;

/**
 * Remembers from when on nonces are known, unless another process already has. A start that lies ahead was written
 * before the clock was set back: left alone it would refuse everybody until then.
 */
export async function startNonces(db: Db, now: number): Promise<void> {
  await sql`insert into nonce_start (at) select ${now}::bigint where not exists (select 1 from nonce_start)`.execute(
    db,
  );
  await sql`update nonce_start set at = ${now}::bigint where at > ${now + CLOCKS_APART_MS}::bigint`.execute(
    db,
  );
}
