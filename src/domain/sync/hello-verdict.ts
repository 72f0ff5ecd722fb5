import type { FactId } from '#domain/id.ts';
import type { StreamRecord } from './protocol.ts';

export type HelloCase = {
  /** What the server has of this device's stream; `null`: nothing yet, or no more. */
  readonly record: StreamRecord | null;
  /** The fact the server holds at the number `hello.upTo`; `null`: none, or no longer known. */
  readonly idAtUpTo: FactId | null;
  /** `unknown`: this server never had the epoch the device speaks of. A device's first hello (`''`) is `current`. */
  readonly epoch: 'current' | 'earlier' | 'unknown';
  /** Last position of the branch's journal here. */
  readonly head: number;
  readonly hello: { readonly upTo: number; readonly lastId: FactId | null; readonly position: number };
};

export type HelloVerdict = {
  readonly stream: 'known' | 'fork';
  /** The device goes back to here when it is further; it never goes on to here. */
  readonly upTo: number;
  /** The server's data went back in time and nobody told it: new epoch, leases jump. */
  readonly restored: boolean;
};

/** What the server makes of a hello: is this the stream it knows, and has the server itself gone back in time. */
export function helloVerdict({ record, idAtUpTo, epoch, head, hello }: HelloCase): HelloVerdict {
  const upTo = record?.upTo ?? 0;
  const ahead = hello.upTo > upTo || hello.position > head;
  const restored = epoch === 'unknown' || (epoch === 'current' && ahead);
  const anotherFact = idAtUpTo !== null && hello.lastId !== null && idAtUpTo !== hello.lastId;
  return { stream: anotherFact ? 'fork' : 'known', upTo, restored };
}
