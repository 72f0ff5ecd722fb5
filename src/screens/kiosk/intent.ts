import type { ReadonlySignal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { Branch, Service, VisitorClass } from '#domain/branch/branch.ts';
import { serviceState, type WeekMoment } from '#domain/branch/hours.ts';
import type { ClassId, ServiceId } from '#domain/id.ts';
import { estimateWait } from '#domain/queue/estimate-wait.ts';
import { ordinaryClass } from '#domain/queue/precedence.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { Modes } from '#platform/accessibility/modes.ts';
import { weekMoment } from '#platform/i18n/times.ts';
import type { Connection } from '#platform/sync/device.ts';
import type { Intent } from './open-ticket.ts';

/** A line cut longer than this may have moved on unseen: then nobody is told how many are in front. */
const STALE_MS = 60_000;

export type Outlook = Pick<Intent, 'ahead' | 'promised'>;
type Wish = { readonly service: ServiceId; readonly ticketClass: ClassId };
type IntentParts = {
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  readonly journal: { readonly day: ReadonlySignal<BranchDay> };
  readonly modes: Pick<Modes, 'language'>;
  readonly now: () => number;
  readonly newId: () => string;
};

/** The class the branch asks about, if it does. */
export function askedClass({ classes }: Branch): VisitorClass | null {
  return classes.find(({ question }) => question !== null) ?? null;
}

/** Whoever is not asked, or says no. */
export function unaskedClass(branch: Branch): ClassId {
  return ordinaryClass(branch)?.id ?? '';
}

/** What the visitor is told before, and again on, the ticket. `null`: the branch closed it meanwhile. */
export function intentFor(parts: IntentParts, wish: Wish): Intent | null {
  const { branch } = parts.config.peek();
  const at = parts.now();
  const service = branch.services.find(({ id }) => id === wish.service);
  if (!service || !isOpen(service, weekMoment(at, branch.timeZone))) return null;
  return {
    ...outlookOf(parts, wish),
    ...wish,
    ticketId: parts.newId(),
    language: parts.modes.language.peek(),
    takenAt: at,
    letter: service.letter,
  };
}

/** Who would be served before, and how long that takes; as far as it is known here now. */
export function outlookOf(
  { config, connection, journal, now }: Pick<IntentParts, 'config' | 'connection' | 'journal' | 'now'>,
  wish: Wish,
): Outlook {
  const at = now();
  const line = connection.value;
  if (line.is === 'cut' && at - line.since > STALE_MS) return { ahead: null, promised: null };
  const { ahead, byClass, promised } = estimateWait(config.value.branch, journal.day.value, {
    ...wish,
    now: at,
  });
  return { ahead: { total: ahead, byClass }, promised };
}

function isOpen(service: Service, { weekday, minute }: WeekMoment): boolean {
  return serviceState(service, weekday, minute).open;
}
