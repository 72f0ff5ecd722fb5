import type { Asked, RequestAnswer } from '#contract/requests.ts';
import { mayAsk } from '#domain/branch/authority.ts';
import type { Fact } from '#domain/event.ts';
import type { BusinessDay, CounterId } from '#domain/id.ts';
import { counterOf } from '#domain/queue/counter-of.ts';
import { decide } from '#domain/queue/decide.ts';
import type { TellerRequest } from '#domain/queue/request.ts';
import { signIn } from '#domain/queue/sign-in.ts';
import type { Result } from '#domain/result.ts';
import { businessDayAt } from '#server/store/business-day.ts';
import type { BranchTransaction } from '#server/store/event-store.ts';
import type { Caller } from './device-gate.ts';
import type { ServerParts } from './server-parts.ts';

type Outcome = RequestAnswer['outcome'];
type SignIn = Extract<Asked, { kind: 'sign-in' }>;
type NumberTicket = Extract<Asked, { kind: 'number-ticket' }>;

export type AskedRequest = { readonly caller: Caller; readonly requestId: string; readonly asked: Asked };
type Moment = AskedRequest & { readonly now: number; readonly today: BusinessDay };

/** Decides one request, once: facts, number and answer are written together, a repeat gets the same answer. */
export async function answerRequest(parts: ServerParts, request: AskedRequest): Promise<Outcome> {
  const { caller, requestId, asked } = request;
  const { device, branch } = caller.config;
  if (!mayAsk(device.role, asked.kind)) return { is: 'refused', code: 'not-your-role' };
  const now = parts.now();
  const moment = { ...request, now, today: businessDayAt(now, branch.timeZone) };
  const pinRefusal = asked.kind === 'sign-in' ? await checkPin(parts, moment, asked) : null;
  return await parts.store.inBranch(branch.id, async (transaction) => {
    const before = await transaction.answerFor(caller.id, requestId);
    if (before !== null) return JSON.parse(before) as Outcome;
    const outcome = pinRefusal ?? (await decideOn(parts, transaction, moment));
    await transaction.keepAnswer({ device: caller.id, requestId, answer: JSON.stringify(outcome), now });
    return outcome;
  });
}

/** Hashing takes its time, so it happens before the branch is locked. */
async function checkPin(parts: ServerParts, moment: Moment, asked: SignIn): Promise<Outcome | null> {
  const { caller, requestId, now } = moment;
  const branch = caller.config.branch.id;
  // A repeat after a lost answer must not count as another try.
  const answered = await parts.store.inBranch(branch, (transaction) =>
    transaction.answerFor(caller.id, requestId),
  );
  if (answered !== null) return null;
  const verdict = await parts.store.pins.attempt({ branch, teller: asked.teller, pin: asked.pin, now });
  if (verdict.is === 'right') return null;
  return verdict.is === 'wrong'
    ? { is: 'refused', code: 'wrong-pin' }
    : { is: 'refused', code: 'locked', retryAfterMs: verdict.retryAfterMs };
}

async function decideOn(
  parts: ServerParts,
  transaction: BranchTransaction,
  moment: Moment,
): Promise<Outcome> {
  const { asked, caller } = moment;
  if (asked.kind === 'number-ticket') return await numberTicket(transaction, moment, asked);
  const { counter } = caller.config.device;
  if (counter === null) return { is: 'refused', code: 'unknown-counter' };
  const verdict = await verdictOn(parts, transaction, moment, counter);
  if (!verdict.ok)
    return { is: 'refused', code: verdict.refusal === 'unknown-teller' ? 'wrong-pin' : verdict.refusal };
  return await write(parts, transaction, moment, verdict.value);
}

async function verdictOn(
  { authority, newId }: ServerParts,
  transaction: BranchTransaction,
  { asked, caller, now, today }: Moment,
  counter: CounterId,
): Promise<Result<readonly Fact[], string>> {
  const { branch } = caller.config;
  const day = await authority.dayIn(transaction, today);
  if (asked.kind === 'sign-in') return signIn(branch, day, { counter, teller: asked.teller });
  const { teller } = counterOf(day, counter);
  return decide(branch, day, asked as TellerRequest, { counter, teller, now, newId });
}

async function write(
  { newId }: ServerParts,
  transaction: BranchTransaction,
  { caller, now, today }: Moment,
  facts: readonly Fact[],
): Promise<Outcome> {
  const entries = await transaction.append(
    facts.map((fact) => ({ id: newId(), device: caller.id, at: now, day: today, fact })),
  );
  return { is: 'done', position: entries.at(-1)?.position ?? transaction.head.position };
}

async function numberTicket(
  transaction: BranchTransaction,
  { caller, now, today }: Moment,
  { ticketId, service }: NumberTicket,
): Promise<Outcome> {
  const letter = caller.config.branch.services.find(({ id }) => id === service)?.letter;
  if (letter === undefined) return { is: 'refused', code: 'unknown-service' };
  const number = await transaction.grantNumber({ ticketId, letter, day: today, device: caller.id, now });
  return number === null ? { is: 'refused', code: 'numbers-exhausted' } : { is: 'numbered', number };
}
