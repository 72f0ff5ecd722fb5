import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '#domain/branch/role.ts';
import type { BranchId, DeviceId } from '#domain/id.ts';
import type { Db } from './tables.ts';

export type PublicKey = {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
};

export type PairedDevice = {
  readonly id: DeviceId;
  readonly branch: BranchId;
  readonly role: Role;
  readonly publicKey: PublicKey;
  readonly pairedAt: number;
  readonly revokedAt: number | null;
  readonly lastSeen: number | null;
  readonly health: string | null;
};

export type Pairing =
  | { readonly is: 'paired' }
  | { readonly is: 'code-unknown' }
  | { readonly is: 'code-used' };

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve characters of Crockford's alphabet: 60 bits of chance. */
export function newPairingCode(): string {
  return Array.from(randomBytes(12), (byte) => ALPHABET[byte % 32]).join('');
}

export async function findDevice(db: Db, id: DeviceId): Promise<PairedDevice | null> {
  const row = await db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toDevice(row) : null;
}

export async function allDevices(db: Db): Promise<readonly PairedDevice[]> {
  return (await db.selectFrom('device').selectAll().orderBy('id').execute()).map(toDevice);
}

/** `true`: there was such a device, and from now on it is nobody. */
export async function revokeDevice(db: Db, id: DeviceId, now: number): Promise<boolean> {
  const rows = await db
    .updateTable('device')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .returning('id')
    .execute();
  await db.updateTable('pairing').set({ used_at: now }).where('device', '=', id).execute();
  return rows.length > 0;
}

export async function noteSeen(db: Db, id: DeviceId, now: number, health: string): Promise<void> {
  await db.updateTable('device').set({ last_seen: now, health }).where('id', '=', id).execute();
}

export async function offerPairing(
  db: Db,
  offer: {
    readonly device: DeviceId;
    readonly code: string;
    readonly now: number;
    readonly expiresAt: number;
  },
): Promise<void> {
  await db
    .insertInto('pairing')
    .values({
      code_hash: hashOf(offer.code),
      device: offer.device,
      created_at: offer.now,
      expires_at: offer.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Whether this code would still pair this device. */
export async function isPairingOpen(db: Db, device: DeviceId, code: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('pairing')
    .select('device')
    .where('code_hash', '=', hashOf(code))
    .where('device', '=', device)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** The device a code is for, whether or not it may still be used. */
export async function deviceOfCode(db: Db, code: string): Promise<DeviceId | null> {
  const row = await db
    .selectFrom('pairing')
    .select('device')
    .where('code_hash', '=', hashOf(code))
    .executeTakeFirst();
  return row?.device ?? null;
}

export type PairingCase = {
  readonly code: string;
  readonly device: DeviceId;
  readonly branch: BranchId;
  readonly role: Role;
  readonly publicKey: PublicKey;
  readonly now: number;
};

/** Spends the code and binds the key to the device, in one transaction. A former key of the device ends. */
export async function pairDevice(db: Db, pairing: PairingCase): Promise<Pairing> {
  const { code, device, branch, role, publicKey, now } = pairing;
  const spent = await db
    .updateTable('pairing')
    .set({ used_at: now })
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('device')
    .execute();
  if (spent.length === 0) return await whySpent(db, pairing);
  const bound = { branch, role, public_key: JSON.stringify(publicKey), paired_at: now, revoked_at: null };
  await db
    .insertInto('device')
    .values({ id: device, ...bound, last_seen: null, health: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(bound))
    .execute();
  await db
    .updateTable('pairing')
    .set({ used_at: now })
    .where('device', '=', device)
    .where('used_at', 'is', null)
    .execute();
  return { is: 'paired' };
}

/** The answer to the first try may have been lost: the same code with the same key is the same pairing. */
async function whySpent(db: Db, { code, device, publicKey }: PairingCase): Promise<Pairing> {
  if ((await deviceOfCode(db, code)) !== device) return { is: 'code-unknown' };
  const held = await findDevice(db, device);
  const same = held?.publicKey.x === publicKey.x && held.publicKey.y === publicKey.y;
  return same && held.revokedAt === null ? { is: 'paired' } : { is: 'code-used' };
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

type Row = {
  readonly id: string;
  readonly branch: string;
  readonly role: string;
  readonly public_key: string;
  readonly paired_at: number;
  readonly revoked_at: number | null;
  readonly last_seen: number | null;
  readonly health: string | null;
};

function toDevice(row: Row): PairedDevice {
  return {
    id: row.id,
    branch: row.branch,
    role: row.role as Role,
    publicKey: JSON.parse(row.public_key) as PublicKey,
    pairedAt: row.paired_at,
    revokedAt: row.revoked_at,
    lastSeen: row.last_seen,
    health: row.health,
  };
}
