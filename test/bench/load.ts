import { randomUUID } from 'node:crypto';
import type { Fact } from '#domain/event.ts';
import { ticket } from './lobby.ts';
import { type SignedClient, type SignedRequest, send } from './signed-client.ts';

let tickets = 0;

/** A kiosk's facts. One visitor a batch: more would make a day that no branch has. */
export function factsOf(count: number): Fact[] {
  tickets += 1;
  const ticketId = randomUUID();
  const taken = ticket(ticketId, `B${String((tickets % 90_000) + 10_000)}`);
  const printed: Fact = { kind: 'ticket-printed', ticketId, outcome: 'no-printer' };
  return [taken, ...Array.from({ length: count - 1 }, () => printed)];
}

/** Per device its batches in order, signed beforehand. */
export type Load = readonly (readonly SignedRequest[])[];

export async function prepareLoad(
  devices: readonly SignedClient[],
  batches: number,
  size: number,
): Promise<Load> {
  return Promise.all(
    devices.map(async (device) => {
      const signed: SignedRequest[] = [];
      for (let count = 0; count < batches; count += 1) signed.push(await device.batch(factsOf(size)));
      return signed;
    }),
  );
}

/** The same bodies to another address: what the floor is measured with. */
export function redirected(load: Load, path: string): Load {
  return load.map((requests) => requests.map((request) => ({ ...request, path })));
}

/** Every device sends its batches one after the other, all devices at once. Answers the ms until the last answer. */
export async function drive(origin: string, load: Load): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    load.map(async (requests) => {
      for (const request of requests) mustBeStored(await send(origin, request));
    }),
  );
  return performance.now() - begun;
}

/** A batch that was answered but not stored would look fast. */
function mustBeStored(text: string): void {
  const answer = JSON.parse(text);
  const stored = 'stored' in answer || (answer.end.is === 'done' && answer.quarantined.length === 0);
  if (!stored) throw new Error(`not stored: ${text.slice(0, 200)}`);
}
