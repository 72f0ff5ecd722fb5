import type { PrintOutcome } from '#domain/event.ts';
import type { Schedule } from '#platform/lobby-mode/schedule.ts';
import type { TicketPrinter, TicketSlip } from './ticket-printer.ts';

/** Where a slip lies while it prints; the screen's style sheet shows it on paper only. */
const SLIP_CLASS = 'ticket-slip';
/** Printing that has not begun by then was forbidden by policy or lost. */
const BEGIN_MS = 3000;
/** A dialog nobody answers must not hold the kiosk. */
const END_MS = 30_000;

type Paper = Pick<Window, 'print' | 'addEventListener' | 'removeEventListener' | 'document'>;
type BrowserPrinterParts = { readonly paper: Paper; readonly schedule: Schedule };

/**
 * `window.print()`, silent where the shell started the browser with `--kiosk-printing`. A browser never tells whether
 * paper came out, and a closed dialog looks like a finished one: the outcome is `unknown`, or `unreachable` when
 * printing did not even begin.
 */
export function createBrowserPrinter({ paper, schedule }: BrowserPrinterParts): TicketPrinter {
  const printOne = async (slip: TicketSlip): Promise<PrintOutcome> => {
    const section = layOut(slip, paper.document);
    paper.document.body.append(section);
    try {
      return await watchPrinting(paper, schedule);
    } finally {
      section.remove();
    }
  };
  let queue: Promise<unknown> = Promise.resolve();
  return {
    hasPaper: true,
    print: (slip) => {
      const outcome = queue.then(() => printOne(slip));
      queue = outcome;
      return outcome;
    },
  };
}

function watchPrinting(paper: Paper, schedule: Schedule): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    const end = (outcome: PrintOutcome) => {
      cancel();
      paper.removeEventListener('beforeprint', begun);
      paper.removeEventListener('afterprint', done);
      resolve(outcome);
    };
    const done = () => end('unknown');
    const begun = () => {
      cancel();
      cancel = schedule(END_MS, done);
    };
    let cancel = schedule(BEGIN_MS, () => end('unreachable'));
    paper.addEventListener('beforeprint', begun);
    paper.addEventListener('afterprint', done);
    try {
      paper.print();
    } catch {
      end('unreachable');
    }
  });
}

function layOut(slip: TicketSlip, page: Document): HTMLElement {
  const line = (name: string, text: string) => {
    const element = page.createElement('p');
    element.className = `${SLIP_CLASS}-${name}`;
    element.textContent = text;
    return element;
  };
  const section = page.createElement('section');
  section.className = SLIP_CLASS;
  section.lang = slip.language;
  section.setAttribute('aria-hidden', 'true');
  section.append(
    line('branch', slip.branch),
    line('service', slip.service),
    line('number', slip.number),
    ...slip.lines.map((text) => line('line', text)),
    line('time', slip.takenAt),
  );
  return section;
}
