import type { PairAnswer } from '#contract/pairing.ts';
import { normalisePairingCode } from '#contract/pairing-code.ts';
import { PROTOCOL_VERSION } from '#contract/protocol.ts';
import type { Role } from '#domain/branch/role.ts';
import { type DeviceRegistry, openDeviceRegistry, type PendingKey } from './device-registry.ts';
import { openDeviceStore, putMeta, readMeta } from './device-store.ts';
import { browserMachine, type Machine } from './machine.ts';
import { type Answer, posting, readAnswer } from './signed-fetch.ts';
import { isUsableConfig } from './usable-config.ts';

/** Why there is no device here; the pairing screen has a sentence for each. */
export type UnpairedReason =
  | 'no-device'
  | 'code-unknown'
  | 'code-used'
  | 'too-many-tries'
  | 'no-answer'
  | 'storage-wiped'
  | 'storage-broken'
  | 'not-secure';

export type Paired =
  | { readonly is: 'paired'; readonly device: string; readonly role: Role; readonly goTo: string }
  | { readonly is: 'unpaired'; readonly reason: UnpairedReason };

const PAIRING_TIMEOUT_MS = 15_000;
const SHAPE = { device: 'string', role: 'string', config: 'object' } as const;

/** Turns a code, as typed or from the link, into a device of this browser. */
export async function pairDevice(typed: string, machine: Machine = browserMachine()): Promise<Paired> {
  if (globalThis.crypto?.subtle === undefined) return { is: 'unpaired', reason: 'not-secure' };
  try {
    return await pairWith(machine, await openDeviceRegistry(machine), normalisePairingCode(typed));
  } catch (failure) {
    if (failure instanceof DOMException) return { is: 'unpaired', reason: 'storage-broken' };
    throw failure;
  }
}

export function screenOf(role: Role, device: string): string {
  return `/${role}/#device=${device}`;
}

async function pairWith(machine: Machine, registry: DeviceRegistry, code: string): Promise<Paired> {
  const digest = await digestOf(code);
  const known = (await registry.all()).find((registered) => registered.code === digest);
  if (known) return { is: 'paired', ...known, goTo: screenOf(known.role, known.device) };

  const pending = (await registry.pending(digest)) ?? (await newKey(digest));
  // On disk before it is sent: should the answer get lost, the same key asks again.
  await registry.remember(pending);
  const answer = await post(machine, code, pending);
  if (answer.is !== 'answer') return { is: 'unpaired', reason: reasonOf(answer) };

  const { device, role, serverTime, config } = answer.value;
  if (!isUsableConfig(config)) return { is: 'unpaired', reason: 'no-answer' };
  const store = openDeviceStore(device);
  const written = await store.write(async (writing) => {
    await putMeta(writing, 'identity', { device, role, key: pending.key });
    await putMeta(writing, 'config', config);
    await putMeta(writing, 'clockOffset', serverTime - machine.wall());
    await putMeta(writing, 'latestTime', serverTime);
    // Paired anew over an old disk: what it still holds goes on in the same stream.
    if (await readMeta(writing, 'cursor')) return;
    const stream = machine.newId();
    await putMeta(writing, 'cursor', { stream, epoch: '', seq: 0, upTo: 0, lastId: null, safe: 0 });
  });
  store.close();
  if (!written.ok) return { is: 'unpaired', reason: 'storage-broken' };
  await registry.add({ device, role, code: digest, pairedAt: machine.wall() });
  return { is: 'paired', device, role, goTo: screenOf(role, device) };
}

async function post(machine: Machine, code: string, { publicKey }: PendingKey): Promise<Answer<PairAnswer>> {
  const { x, y } = publicKey;
  const body = { proto: PROTOCOL_VERSION, code, publicKey: { kty: 'EC', crv: 'P-256', x, y } };
  try {
    const signal = AbortSignal.timeout(PAIRING_TIMEOUT_MS);
    const response = await machine.fetch('/v1/pair', { ...posting(body), signal });
    return await readAnswer<PairAnswer>(response, SHAPE, () => undefined);
  } catch {
    return { is: 'no-answer' };
  }
}

function reasonOf(answer: Exclude<Answer<unknown>, { is: 'answer' }>): UnpairedReason {
  if (answer.is === 'no-answer' || answer.status >= 500) return 'no-answer';
  if (answer.status === 429) return 'too-many-tries';
  return answer.error === 'code-used' ? 'code-used' : 'code-unknown';
}

async function newKey(code: string): Promise<PendingKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { code, key: pair.privateKey, publicKey: { x, y } };
}

async function digestOf(code: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
