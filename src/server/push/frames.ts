import { ANSWER_MARK } from '#contract/protocol.ts';
import type { Role } from '#domain/branch/role.ts';
import { entryFor } from '#domain/branch/visibility.ts';
import type { Entry } from '#domain/event.ts';

export type News = {
  readonly epoch: string;
  readonly head: number;
  readonly entries: readonly Entry[];
  readonly serverTime: number;
};

/** What a role is told of some entries: the body of `/v1/entries` and the `data:` of one event. */
export function entriesAnswer(role: Role, news: News): string {
  const { epoch, head, serverTime } = news;
  const entries = news.entries.map((entry) => entryFor(role, entry));
  return JSON.stringify({ mark: ANSWER_MARK, epoch, head, serverTime, entries });
}

export function frameFor(role: Role, news: News): Buffer {
  return Buffer.from(`id: ${news.head}\ndata: ${entriesAnswer(role, news)}\n\n`);
}

/** Frames of one commit, made once for all screens that may see the same. */
export function framesOf(news: News): (role: Role) => Buffer {
  const byClass = new Map<string, Buffer>();
  return (role) => {
    // Most commits hold nothing that any role must not see: one frame serves all.
    const redacted = news.entries.some((entry) => entryFor(role, entry) !== entry);
    const key = redacted ? 'redacted' : 'whole';
    const frame = byClass.get(key) ?? frameFor(role, news);
    byClass.set(key, frame);
    return frame;
  };
}
