import type { Branch } from '#domain/branch/branch.ts';
import { type AskedAt, askedAt } from './decisions/asked-at.ts';
import { callNextTicket } from './decisions/call-next-ticket.ts';
import { finishTicket } from './decisions/finish-ticket.ts';
import { markNoShow } from './decisions/mark-no-show.ts';
import { openCounter } from './decisions/open-counter.ts';
import { parkTicket } from './decisions/park-ticket.ts';
import { pauseCounter } from './decisions/pause-counter.ts';
import { recallTicket } from './decisions/recall-ticket.ts';
import { resumeTicket } from './decisions/resume-ticket.ts';
import { returnTicket } from './decisions/return-ticket.ts';
import { signOut } from './decisions/sign-out.ts';
import { transferTicket } from './decisions/transfer-ticket.ts';
import type { BranchDay } from './queue.ts';
import type { TellerContext, TellerRequest, TellerVerdict } from './request.ts';

/**
 * The branch's authority: what a teller's request becomes, as facts, or why it is refused. An accepted request without
 * facts asked for what already is.
 */
export function decide(
  branch: Branch,
  day: BranchDay,
  request: TellerRequest,
  context: TellerContext,
): TellerVerdict {
  const asked = askedAt(branch, day, context);
  return asked.ok ? verdictOn(request, asked.value) : asked;
}

function verdictOn(request: TellerRequest, asked: AskedAt): TellerVerdict {
  switch (request.kind) {
    case 'open-counter':
      return openCounter(asked);
    case 'pause-counter':
      return pauseCounter(asked, request.reason);
    case 'sign-out':
      return signOut(asked);
    case 'call-next':
      return callNextTicket(asked);
    case 'recall':
      return recallTicket(asked);
    case 'no-show':
      return markNoShow(asked);
    case 'park':
      return parkTicket(asked);
    case 'finish':
      return finishTicket(asked);
    case 'transfer':
      return transferTicket(asked, request);
    case 'return-ticket':
      return returnTicket(asked, request.number);
    case 'resume-ticket':
      return resumeTicket(asked, request.ticketId);
  }
}
