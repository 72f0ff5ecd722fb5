import type { PrintOutcome } from '#domain/event.ts';
import type { TicketNumber } from '#domain/id.ts';

/** What stands on the paper, already in the visitor's language: lines of text, nothing personal. */
export type TicketSlip = {
  readonly language: 'zh-CN' | 'en';
  readonly branch: string;
  readonly number: TicketNumber;
  readonly service: string;
  /** People ahead, wait, where to sit, which counters: one line each. */
  readonly lines: readonly string[];
  readonly takenAt: string;
};

/**
 * Paper for a ticket that already exists. Always resolves, always within a bounded time, and says only what it knows:
 * `printed` is a printer's own word, `unknown` means that nobody can tell.
 */
export type TicketPrinter = {
  /** `false`: nothing would come out of this machine, ever; the screen need not mention paper. */
  readonly hasPaper: boolean;
  readonly print: (slip: TicketSlip) => Promise<PrintOutcome>;
};
