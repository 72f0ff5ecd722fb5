import * as v from 'valibot';
import { ROLES } from '#domain/branch/role.ts';
import { ANSWER_MARK } from './protocol.ts';

/** Twelve letters and digits without I, L, O, U; spaces and hyphens are ignored, o is 0, i and l are 1. */
export const pairingCode = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/));

const coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** `POST /v1/pair`: turns a one-time code and a fresh public key (P-256) into a device. */
export const pairSchema = v.strictObject({
  proto: v.number(),
  code: pairingCode,
  publicKey: v.strictObject({ kty: v.literal('EC'), crv: v.literal('P-256'), x: coordinate, y: coordinate }),
});

export const pairAnswerSchema = v.object({
  mark: v.literal(ANSWER_MARK),
  device: v.string(),
  role: v.picklist(ROLES),
  serverTime: v.number(),
  config: v.unknown(),
});

export type PairAnswer = v.InferOutput<typeof pairAnswerSchema>;
