import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { BranchId, TellerId } from '#domain/id.ts';
import type { Db } from './tables.ts';

const COST: ScryptOptions = { N: 16_384, r: 8, p: 1 };
const FREE_TRIES = 5;
const LOCK_MS = 5 * 60_000;
const LONGEST_LOCK_MS = 24 * 60 * 60_000;

/** `wrong` is also the answer for somebody who does not exist. */
export type PinVerdict =
  | { readonly is: 'right' }
  | { readonly is: 'wrong' }
  | { readonly is: 'locked'; readonly retryAfterMs: number };

export type PinTry = {
  readonly branch: BranchId;
  readonly teller: TellerId;
  readonly pin: string;
  readonly now: number;
};

/** Compared with when there is no such teller, so that the answer takes as long. */
const NOBODY = `${'0'.repeat(32)}:${'0'.repeat(64)}`;

/**
 * Counts the try before it is checked, so that many at once are still many tries; the right PIN clears the count. Runs
 * outside any transaction: hashing takes tens of milliseconds.
 */
export async function tryPin(db: Db, attempt: PinTry): Promise<PinVerdict> {
  const { branch, teller, pin, now } = attempt;
  const row = await countTry(db, attempt);
  if (row.lockedUntil > now) return { is: 'locked', retryAfterMs: row.lockedUntil - now };
  const matches = await isPin(pin, row.hash === '' ? NOBODY : row.hash);
  if (!matches || row.hash === '') return { is: 'wrong' };
  await db
    .updateTable('teller_pin')
    .set({ failures: 0, locked_until: 0 })
    .where('branch', '=', branch)
    .where('teller', '=', teller)
    .execute();
  return { is: 'right' };
}

/** A row without a hash counts the tries at a teller who does not exist, so that locking gives nothing away. */
async function countTry(
  db: Db,
  { branch, teller, now }: PinTry,
): Promise<{ readonly hash: string; readonly lockedUntil: number }> {
  return await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('teller_pin')
      .values({ branch, teller, hash: '', failures: 0, locked_until: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    // The update locks the row: parallel tries are counted one after the other.
    const row = await transaction
      .updateTable('teller_pin')
      .set((column) => ({ failures: column('failures', '+', 1) }))
      .where('branch', '=', branch)
      .where('teller', '=', teller)
      .returning(['hash', 'failures', 'locked_until'])
      .executeTakeFirstOrThrow();
    const locked = row.locked_until > now;
    await transaction
      .updateTable('teller_pin')
      .set(
        locked
          ? { failures: row.failures - 1 }
          : { locked_until: row.failures >= FREE_TRIES ? now + lockFor(row.failures) : 0 },
      )
      .where('branch', '=', branch)
      .where('teller', '=', teller)
      .execute();
    return { hash: row.hash, lockedUntil: locked ? row.locked_until : 0 };
  });
}

function lockFor(failures: number): number {
  return Math.min(LONGEST_LOCK_MS, LOCK_MS * 2 ** (failures - FREE_TRIES));
}

export async function setPin(db: Db, branch: BranchId, teller: TellerId, pin: string): Promise<void> {
  const hash = await hashPin(pin);
  const fresh = { hash, failures: 0, locked_until: 0 };
  await db
    .insertInto('teller_pin')
    .values({ branch, teller, ...fresh })
    .onConflict((conflict) => conflict.columns(['branch', 'teller']).doUpdateSet(fresh))
    .execute();
}

export async function hasPin(db: Db, branch: BranchId, teller: TellerId): Promise<boolean> {
  const row = await db
    .selectFrom('teller_pin')
    .select('hash')
    .where('branch', '=', branch)
    .where('teller', '=', teller)
    .executeTakeFirst();
  return row !== undefined && row.hash !== '';
}

async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${(await derive(pin, salt)).toString('hex')}`;
}

async function isPin(pin: string, stored: string): Promise<boolean> {
  const [salt = '', expected = ''] = stored.split(':');
  return timingSafeEqual(await derive(pin, Buffer.from(salt, 'hex')), Buffer.from(expected, 'hex'));
}

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
