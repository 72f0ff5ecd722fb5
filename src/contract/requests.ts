import * as v from 'valibot';
import type { TellerRequest } from '#domain/queue/request.ts';
import { id, pauseReason, ticketNumber } from './fact-schema.ts';
import { ANSWER_MARK } from './protocol.ts';

/** A kiosk asks for the next number. One `ticketId` always gets the same number, however often it asks. */
const numberTicket = v.strictObject({
  kind: v.literal('number-ticket'),
  ticketId: id,
  service: id,
});

/** 工号 and PIN at a counter. The PIN is in the signed body only: never stored, never logged. */
const signIn = v.strictObject({
  kind: v.literal('sign-in'),
  teller: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,12}$/)),
  pin: v.pipe(v.string(), v.regex(/^\d{4,12}$/)),
});

export const tellerRequests = [
  v.strictObject({ kind: v.literal('open-counter') }),
  v.strictObject({ kind: v.literal('pause-counter'), reason: pauseReason }),
  v.strictObject({ kind: v.literal('sign-out') }),
  v.strictObject({ kind: v.literal('call-next') }),
  v.strictObject({ kind: v.literal('recall') }),
  v.strictObject({ kind: v.literal('no-show') }),
  v.strictObject({ kind: v.literal('park') }),
  v.strictObject({ kind: v.literal('finish') }),
  v.strictObject({ kind: v.literal('transfer'), toService: id, toCounter: v.nullable(id) }),
  v.strictObject({ kind: v.literal('return-ticket'), number: ticketNumber }),
  v.strictObject({ kind: v.literal('resume-ticket'), ticketId: id }),
] as const;

const asked = v.variant('kind', [numberTicket, signIn, ...tellerRequests]);
export type Asked = TellerRequest | v.InferOutput<typeof numberTicket> | v.InferOutput<typeof signIn>;

/** `POST /v1/requests`. The same `requestId` always gets the same answer: a repeat after a lost answer does nothing twice. */
export const requestSchema = v.strictObject({
  proto: v.number(),
  requestId: id,
  asked: asked satisfies v.GenericSchema<Asked>,
});

export const requestAnswerSchema = v.object({
  mark: v.literal(ANSWER_MARK),
  requestId: id,
  serverTime: v.number(),
  outcome: v.variant('is', [
    /** `position`: the journal position at which the result is visible. */
    v.object({ is: v.literal('done'), position: v.number() }),
    v.object({ is: v.literal('numbered'), number: ticketNumber }),
    v.object({ is: v.literal('refused'), code: v.string(), retryAfterMs: v.optional(v.number()) }),
  ]),
});
export type RequestAnswer = v.InferOutput<typeof requestAnswerSchema>;
