import type { Entry, Fact, RatingGiven, TicketTaken } from '#domain/event.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import type { BranchDay } from '#domain/queue/queue.ts';

export const SAMPLE_DAY = '2026-11-23';
/** 09:00 of the sample day, a Monday, in Asia/Shanghai. */
export const SAMPLE_START = 1_795_395_600_000;
export const MINUTE = 60_000;

export type EntryBuilder = {
  /** One more entry; a minute after the one before unless told otherwise. */
  readonly entry: (fact: Fact, overrides?: Partial<Entry>) => Entry;
  readonly all: readonly Entry[];
};

/** Makes entries with rising positions and unique ids. */
export function entryBuilder(): EntryBuilder {
  const all: Entry[] = [];
  return {
    all,
    entry: (fact, overrides = {}) => {
      const position = all.length + 1;
      const entry: Entry = {
        position,
        id: `fact-${position}`,
        device: 'kiosk-1',
        at: SAMPLE_START + position * MINUTE,
        day: SAMPLE_DAY,
        fact,
        ...overrides,
      };
      all.push(entry);
      return entry;
    },
  };
}

/** Folds facts into a day, one a minute from 09:01. */
export function dayOf(...facts: readonly Fact[]): BranchDay {
  const { entry } = entryBuilder();
  return facts.map((fact) => entry(fact)).reduce(foldDay, emptyDay(SAMPLE_DAY));
}

/** `taken('A017')`: an ordinary cash ticket whose ticketId is `t-A017`. */
export function taken(number: string, overrides: Partial<TicketTaken> = {}): TicketTaken {
  return {
    kind: 'ticket-taken',
    ticketId: `t-${number}`,
    number,
    service: 'cash',
    ticketClass: 'ordinary',
    language: 'zh-CN',
    numberedBy: 'server',
    promised: null,
    ...overrides,
  };
}

/** Counter and teller of the sample branch that belong together: 3 is `counter-3` with 1003. */
export function at(counter: number): { readonly counter: string; readonly teller: string } {
  return { counter: `counter-${counter}`, teller: `100${counter}` };
}

/** The teller sits down at the counter and opens it. */
export function opened(counter: number): readonly Fact[] {
  return [
    { kind: 'teller-signed-in', ...at(counter) },
    { kind: 'counter-opened', ...at(counter) },
  ];
}

export function called(counter: number, number: string, passed: readonly string[] = []): Fact {
  return { kind: 'ticket-called', ...at(counter), ticketId: `t-${number}`, passed };
}

/** The invitation is `i-A017`. */
export function finished(counter: number, number: string): Fact {
  return { kind: 'ticket-finished', ...at(counter), ticketId: `t-${number}`, invitationId: `i-${number}` };
}

export function servedOffline(counter: number, number: string, invitationId = `i-${number}`): Fact {
  return { kind: 'visitor-served-offline', ...at(counter), number, invitationId, servedMs: 4 * MINUTE };
}

export function rated(
  counter: number,
  invitationId: string,
  overrides: Partial<RatingGiven> = {},
): RatingGiven {
  return {
    kind: 'rating-given',
    ...at(counter),
    invitationId,
    level: 'VS5',
    scale: 'national-5',
    dictionary: 1,
    answeredMs: 4_000,
    tappedAtMm: { x: 40, y: 60 },
    replaces: null,
    ...overrides,
  };
}
