import type { PrintOutcome } from '#domain/event.ts';
import type { TicketPrinter, TicketSlip } from '#platform/hardware/ticket-printer.ts';

export type PrinterDouble = TicketPrinter & {
  /** Slips that came out. */
  readonly printed: readonly TicketSlip[];
  readonly loadPaper: (slips: number) => void;
  /** From now on every slip ends like this; `null`: as the paper allows. */
  readonly failWith: (outcome: PrintOutcome | null) => void;
  /** Holds the next slips back until the function it answers is called. */
  readonly jam: () => () => void;
};

/** A printer that knows its paper: it says `printed` only for what came out, and `out-of-paper` when none is left. */
export function printerDouble(slipsLeft = 100): PrinterDouble {
  const printed: TicketSlip[] = [];
  let left = slipsLeft;
  let failure: PrintOutcome | null = null;
  let free: Promise<void> = Promise.resolve();
  return {
    hasPaper: true,
    printed,
    loadPaper: (slips) => {
      left = slips;
    },
    failWith: (outcome) => {
      failure = outcome;
    },
    jam: () => {
      let release: () => void = () => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    print: async (slip) => {
      await free;
      if (failure !== null) return failure;
      if (left === 0) return 'out-of-paper';
      left -= 1;
      printed.push(slip);
      return 'printed';
    },
  };
}
