import * as v from 'valibot';
import type { Fact } from '#domain/event.ts';
import { LEVELS } from '#domain/rating/scale.ts';

export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{1,64}$/));
export const ticketNumber = v.pipe(v.string(), v.regex(/^[A-Z]\d{3,5}$/));
export const businessDay = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const millimetres = v.pipe(v.number(), v.finite(), v.minValue(-10_000), v.maxValue(10_000));
const atCounter = { counter: id, teller: id };
const language = v.picklist(['zh-CN', 'en']);
export const pauseReason = v.picklist([
  'break',
  'counting-cash',
  'helping-in-lobby',
  'equipment',
  'meeting',
  'other',
]);

const ticketFacts = [
  v.strictObject({
    kind: v.literal('ticket-taken'),
    ticketId: id,
    number: ticketNumber,
    service: id,
    ticketClass: id,
    language,
    numberedBy: v.picklist(['server', 'lease']),
    promised: v.nullable(v.strictObject({ fromMin: count, toMin: count })),
  }),
  v.strictObject({
    kind: v.literal('ticket-printed'),
    ticketId: id,
    outcome: v.picklist(['printed', 'no-printer', 'out-of-paper', 'unreachable', 'cancelled', 'unknown']),
  }),
  v.strictObject({
    kind: v.literal('ticket-withdrawn'),
    ticketId: id,
    reason: v.picklist(['visitor-gave-it-back', 'unseen']),
  }),
] as const;

const counterFacts = [
  v.strictObject({ kind: v.literal('teller-signed-in'), ...atCounter }),
  v.strictObject({ kind: v.literal('teller-signed-out'), ...atCounter }),
  v.strictObject({ kind: v.literal('counter-opened'), ...atCounter }),
  v.strictObject({ kind: v.literal('counter-paused'), ...atCounter, reason: pauseReason }),
  v.strictObject({ kind: v.literal('ticket-called'), ...atCounter, ticketId: id, passed: v.array(id) }),
  v.strictObject({ kind: v.literal('ticket-recalled'), ...atCounter, ticketId: id }),
  v.strictObject({ kind: v.literal('ticket-not-shown'), ...atCounter, ticketId: id }),
  v.strictObject({ kind: v.literal('ticket-returned'), ...atCounter, ticketId: id, placedAt: count }),
  v.strictObject({ kind: v.literal('ticket-parked'), ...atCounter, ticketId: id }),
  v.strictObject({
    kind: v.literal('ticket-transferred'),
    ...atCounter,
    ticketId: id,
    toService: id,
    toCounter: v.nullable(id),
  }),
  v.strictObject({ kind: v.literal('ticket-finished'), ...atCounter, ticketId: id, invitationId: id }),
  v.strictObject({
    kind: v.literal('visitor-served-offline'),
    ...atCounter,
    number: ticketNumber,
    invitationId: id,
    servedMs: count,
  }),
] as const;

const ratingFacts = [
  v.strictObject({ kind: v.literal('rating-invited'), ...atCounter, invitationId: id }),
  v.strictObject({
    kind: v.literal('rating-given'),
    ...atCounter,
    invitationId: id,
    level: v.picklist(LEVELS.map((level) => level.code)),
    scale: v.literal('national-5'),
    dictionary: count,
    answeredMs: count,
    tappedAtMm: v.nullable(v.strictObject({ x: millimetres, y: millimetres })),
    replaces: v.nullable(id),
  }),
  v.strictObject({ kind: v.literal('rating-received'), ...atCounter, invitationId: id }),
  v.strictObject({
    kind: v.literal('rating-explained'),
    ...atCounter,
    invitationId: id,
    tags: v.pipe(v.array(id), v.maxLength(12)),
    dictionary: count,
    wantsContact: v.boolean(),
  }),
  v.strictObject({
    kind: v.literal('rating-by-number'),
    invitationId: id,
    number: ticketNumber,
    counter: id,
  }),
  v.strictObject({
    kind: v.literal('invitation-ended'),
    ...atCounter,
    invitationId: id,
    outcome: v.picklist(['timeout', 'not-offered', 'declined']),
  }),
] as const;

const troubleFact = v.strictObject({
  kind: v.literal('device-trouble'),
  code: v.picklist([
    'storage-wiped',
    'storage-full',
    'storage-broken',
    'not-persistent',
    'out-of-paper',
    'lease-exhausted',
    'cloned',
    'clock-wrong',
  ]),
});

export const factSchema = v.variant('kind', [
  ...ticketFacts,
  ...counterFacts,
  ...ratingFacts,
  troubleFact,
]) satisfies v.GenericSchema<Fact>;

/** What surrounds a fact must be right before the fact itself is looked at: a bad fact is quarantined, not refused. */
export const outgoingSchema = v.strictObject({
  id,
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  wall: v.number(),
  mono: v.number(),
  boot: id,
  fact: v.unknown(),
});
