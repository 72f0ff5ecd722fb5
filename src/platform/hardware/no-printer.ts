import type { TicketPrinter } from './ticket-printer.ts';

/** A kiosk without a printer: the visitor remembers the number. */
export const noPrinter: TicketPrinter = { hasPaper: false, print: async () => 'no-printer' };
