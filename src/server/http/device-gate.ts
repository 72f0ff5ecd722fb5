import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { DeviceConfig } from '#contract/config.ts';
import { SIGNATURE_HEADERS, SIGNATURE_WINDOW_MS, signedText } from '#contract/signature.ts';
import type { DeviceId } from '#domain/id.ts';
import type { Configuration } from '#server/config/configuration.ts';
import type { PairedDevice } from '#server/store/devices.ts';
import type { EventStore } from '#server/store/event-store.ts';
import { type Endpoint, mayCallEndpoint } from './access.ts';
import { Refused } from './problem.ts';
import { createRateLimit } from './rate-limit.ts';

/** A request whose signature was good: from whom, and what the bank's files say of it. */
export type Caller = { readonly id: DeviceId; readonly pairedAt: number; readonly config: DeviceConfig };

export type SignedRequest = {
  readonly endpoint: Endpoint;
  readonly method: string;
  readonly target: string;
  readonly body: Uint8Array;
  readonly header: (name: string) => string | undefined;
};

export type DeviceGate = {
  /** The caller of a signed request, or throws its refusal. */
  readonly admit: (request: SignedRequest) => Promise<Caller>;
  /** Paired anew or revoked: what was remembered of it is no longer true. */
  readonly forget: (device: DeviceId) => void;
};

export type GateParts = {
  readonly store: EventStore;
  readonly config: () => Configuration;
  readonly now: () => number;
};

/** Enough for 2,000 facts that drain at once, and for a person's fastest fingers. */
const PER_DEVICE = { burst: 120, perSecond: 30 };
/** Another process may revoke a device: what is remembered of it is looked up again this often. */
const REMEMBERED_MS = 1000;

type Remembered = { readonly device: PairedDevice; readonly key: KeyObject; readonly at: number };

/** Decides whether a request is what it says: signed by a paired device, now, once, and of a role that may. */
export function createDeviceGate({ store, config, now }: GateParts): DeviceGate {
  const remembered = new Map<DeviceId, Remembered>();
  const limit = createRateLimit(PER_DEVICE, now);

  const checkSignature = (
    device: PairedDevice,
    key: KeyObject,
    request: SignedRequest,
    signed: Signature,
  ): void => {
    if (device.revokedAt !== null) {
      throw refused(403, 'revoked', 'device', 'Ask the branch for a new pairing link.');
    }
    if (Math.abs(signed.created - now()) > SIGNATURE_WINDOW_MS) throw clockRefusal();
    if (!isSignedBy(key, request, signed)) {
      throw refused(
        401,
        'bad-signature',
        'signature',
        'Sign exactly what is sent, with the key of this device.',
      );
    }
  };
  const find = async (id: DeviceId): Promise<Remembered> => {
    const known = remembered.get(id);
    if (known && Math.abs(now() - known.at) < REMEMBERED_MS) return known;
    const device = await store.devices.find(id);
    if (!device) throw refused(401, 'unknown-device', 'device', 'Pair this device with a new link.');
    const key =
      known?.device.pairedAt === device.pairedAt
        ? known.key
        : createPublicKey({ key: device.publicKey, format: 'jwk' });
    const fresh = { device, key, at: now() };
    remembered.set(id, fresh);
    return fresh;
  };

  return {
    forget: (device) => void remembered.delete(device),
    async admit(request) {
      const signed = signatureOf(request);
      const { device, key } = await find(signed.device);
      checkSignature(device, key, request, signed);
      const allowance = limit.take(device.id);
      if (allowance.is === 'wait') throw tooMany(allowance.retryAfterS);
      const nonce = await store.useNonce(device.id, signed.nonce, signed.created);
      if (nonce === 'clock') throw clockRefusal();
      if (nonce === 'replayed') throw refused(401, 'replayed', 'nonce', 'Sign every request anew.');
      return callerOf(config(), device, request.endpoint);
    },
  };
}

function callerOf(config: Configuration, device: PairedDevice, endpoint: Endpoint): Caller {
  const current = config.devices.get(device.id);
  if (!current || current.device.branch !== device.branch || current.device.role !== device.role) {
    throw refused(
      403,
      'not-configured',
      'device',
      'This device is no longer in kiosk-config as it was paired.',
    );
  }
  if (!mayCallEndpoint(current.device.role, endpoint)) {
    throw refused(403, 'not-your-role', 'device', `A ${current.device.role} may not do this.`);
  }
  return { id: device.id, pairedAt: device.pairedAt, config: current };
}

type Signature = {
  readonly device: string;
  readonly created: number;
  readonly nonce: string;
  readonly bytes: Buffer;
};

function signatureOf({ header }: SignedRequest): Signature {
  const device = header(SIGNATURE_HEADERS.device) ?? '';
  const created = Number(header(SIGNATURE_HEADERS.created) || Number.NaN);
  const nonce = header(SIGNATURE_HEADERS.nonce) ?? '';
  const bytes = Buffer.from(header(SIGNATURE_HEADERS.signature) ?? '', 'base64url');
  const complete =
    /^[a-z0-9][a-z0-9-]{0,31}$/.test(device) &&
    Number.isSafeInteger(created) &&
    /^[A-Za-z0-9_.:-]{8,64}$/.test(nonce) &&
    bytes.length === 64;
  if (!complete) {
    throw refused(
      401,
      'unsigned',
      'signature',
      `Sign the request: ${Object.values(SIGNATURE_HEADERS).join(', ')}.`,
    );
  }
  return { device, created, nonce, bytes };
}

function isSignedBy(key: KeyObject, request: SignedRequest, signed: Signature): boolean {
  const text = signedText({
    method: request.method,
    target: request.target,
    bodySha256: createHash('sha256').update(request.body).digest('hex'),
    device: signed.device,
    created: signed.created,
    nonce: signed.nonce,
  });
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, signed.bytes);
}

function clockRefusal(): Refused {
  return refused(401, 'clock', 'created', 'Set the clock by serverTime and sign again.');
}

export function tooMany(retryAfterS: number): Refused {
  return new Refused({
    status: 429,
    error: 'too-many',
    fix: `Wait ${retryAfterS} s and try again.`,
    retryAfterS,
  });
}

function refused(status: number, error: string, field: string, fix: string): Refused {
  return new Refused({ status, error, field, fix });
}
