import { signal } from '@preact/signals';
import type { Branch } from '#domain/branch/branch.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { TicketSlip } from '#platform/hardware/ticket-printer.ts';
import { kioskPhrases } from '#platform/i18n/phrases/kiosk.ts';
import { calendarDay, clockTime, waitWords } from '#platform/i18n/times.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import type { ShownTicket } from './kiosk-state.ts';
import { counterLabels } from './outlook.ts';
import { aheadWords, countersWords } from './ticket-words.ts';

/** The ticket as paper, in the visitor's language. */
export function slipOf(ticket: ShownTicket, branch: Branch, day: BranchDay): TicketSlip {
  const wording = wordingOf(kioskPhrases, signal(ticket.language));
  const service = branch.services.find(({ id }) => id === ticket.service);
  const labels = counterLabels(day, branch, ticket.service);
  const { takenAt, language } = ticket;
  return {
    language,
    branch: wording.pick(branch.name),
    number: ticket.number,
    service: service ? wording.pick(service.name) : '',
    lines: [
      aheadWords(ticket.ahead, branch, wording),
      wording.say('slip-wait', { wait: waitWords(ticket.promised, language) }),
      service ? wording.say('slip-seat', { area: wording.pick(service.waitingArea) }) : '',
      countersWords(labels, wording),
      wording.say('slip-called'),
    ].filter(Boolean),
    takenAt: `${calendarDay(takenAt, branch.timeZone, language)} ${clockTime(takenAt, branch.timeZone, language)}`,
  };
}
