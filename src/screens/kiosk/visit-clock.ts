import { effect, type ReadonlySignal } from '@preact/signals';
import type { Modes, Size } from '#platform/accessibility/modes.ts';
import {
  createIdle,
  type Idle,
  type IdleLimits,
  PATIENT_LIMITS,
  STANDARD_LIMITS,
} from '#platform/lobby-mode/idle.ts';
import type { Schedule } from '#platform/lobby-mode/schedule.ts';
import type { Visit } from './kiosk-state.ts';

const READ_TICKET_MS = { standard: 20_000, elder: 40_000 } as const;
const READ_FAREWELL_MS = { standard: 8000, elder: 16_000 } as const;
/** No slip takes this long: the printer will never say, and nobody waits for it any more. */
const PRINTING_LIMITS: IdleLimits = { idleMs: 300_000, warningMs: 45_000 };

type VisitClockParts = {
  readonly visit: ReadonlySignal<Visit>;
  readonly modes: Modes;
  readonly schedule: Schedule;
  readonly onReset: () => void;
};

/** The idle clock of a visit; every step of the visit and every change of mode starts it anew. */
export function createVisitClock({ visit, modes, schedule, onReset }: VisitClockParts): Idle {
  const idle = createIdle({ schedule, onReset });
  effect(() => {
    const limits = limitsFor(visit.value, modes);
    if (limits) idle.watch(limits);
    else idle.rest();
  });
  return idle;
}

/** `null`: there is nobody whose time could run out, or the machine is at work. */
function limitsFor(visit: Visit, modes: Modes): IdleLimits | null {
  const size = modes.size.value;
  switch (visit.at) {
    case 'start':
      return modes.areAsSetUp() ? null : patience(size);
    case 'taking':
      return null;
    case 'given-back':
      return { idleMs: READ_FAREWELL_MS[size], warningMs: 0 };
    case 'ticket':
      return ticketLimits(visit, size);
    default:
      return patience(size);
  }
}

/** With paper in hand a glance is enough; a number to remember stays until the visitor has it. */
function ticketLimits(visit: Extract<Visit, { at: 'ticket' }>, size: Size): IdleLimits {
  if (visit.print === 'printing') return PRINTING_LIMITS;
  const inHand = visit.print === 'printed' || visit.print === 'unknown';
  if (inHand && visit.givingBack === 'no') return { idleMs: READ_TICKET_MS[size], warningMs: 0 };
  return patience(size);
}

function patience(size: Size): IdleLimits {
  return size === 'elder' ? PATIENT_LIMITS : STANDARD_LIMITS;
}
