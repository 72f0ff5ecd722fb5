import type { ReadonlySignal, Signal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { ClassId, ServiceId } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { Modes } from '#platform/accessibility/modes.ts';
import type { Connection } from '#platform/sync/device.ts';
import { askedClass, intentFor, unaskedClass } from './intent.ts';
import type { Visit } from './kiosk-state.ts';
import { type Offer, pageWith } from './offers.ts';
import type { TicketVisit } from './ticket-visit.ts';

/** Everything a visitor can do with a finger. */
export type VisitorActions = {
  readonly begin: () => void;
  readonly turnTo: (page: number) => void;
  readonly chooseService: (service: ServiceId) => Promise<void>;
  readonly answer: (ticketClass: ClassId) => Promise<void>;
  readonly confirm: () => Promise<void>;
  /** Another service after all. */
  readonly change: () => void;
  /** One step back; never loses a ticket. */
  readonly back: () => void;
  readonly askHelp: () => void;
  readonly considerGivingBack: (considers: boolean) => void;
  readonly giveBack: () => Promise<void>;
};

type ActionParts = {
  readonly visit: Signal<Visit>;
  readonly offers: ReadonlySignal<readonly Offer[]>;
  readonly tickets: TicketVisit;
  readonly done: () => void;
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly connection: ReadonlySignal<Connection>;
  readonly journal: { readonly day: ReadonlySignal<BranchDay> };
  readonly modes: Modes;
  readonly now: () => number;
  readonly newId: () => string;
};

export function createVisitorActions(parts: ActionParts): VisitorActions {
  const { visit, tickets, modes } = parts;

  const take = async (service: ServiceId, ticketClass: ClassId) => {
    const intent = intentFor(parts, { service, ticketClass });
    if (intent) await tickets.take(intent);
    else visit.value = { at: 'services', page: 0 };
  };
  /** Elder mode asks once more, with everything said; standard mode takes at once. */
  const settle = async (service: ServiceId, ticketClass: ClassId) => {
    if (modes.size.peek() === 'elder') visit.value = { at: 'confirm', service, ticketClass };
    else await take(service, ticketClass);
  };

  return {
    begin: () => {
      if (visit.peek().at === 'start') visit.value = { at: 'services', page: 0 };
    },
    turnTo: (page) => {
      if (visit.peek().at === 'services') visit.value = { at: 'services', page };
    },
    chooseService: async (service) => {
      if (visit.peek().at !== 'services') return;
      const { branch } = parts.config.peek();
      if (askedClass(branch)) visit.value = { at: 'question', service };
      else await settle(service, unaskedClass(branch));
    },
    answer: async (ticketClass) => {
      const current = visit.peek();
      if (current.at === 'question') await settle(current.service, ticketClass);
    },
    confirm: async () => {
      const current = visit.peek();
      if (current.at === 'confirm') await take(current.service, current.ticketClass);
    },
    change: () => {
      const current = visit.peek();
      if (current.at === 'confirm') visit.value = servicesWith(parts, current.service);
    },
    back: () => back(parts),
    askHelp: () => {
      const from = visit.peek();
      if (from.at !== 'help' && from.at !== 'taking') visit.value = { at: 'help', from };
    },
    considerGivingBack: (considers) => {
      const current = visit.peek();
      if (current.at === 'ticket') visit.value = { ...current, givingBack: considers ? 'asking' : 'no' };
    },
    giveBack: tickets.withdraw,
  };
}

function back(parts: ActionParts): void {
  const { visit, done } = parts;
  const current = visit.peek();
  switch (current.at) {
    case 'services':
      if (current.page === 0) done();
      else visit.value = { at: 'services', page: current.page - 1 };
      break;
    case 'question':
      visit.value = servicesWith(parts, current.service);
      break;
    case 'confirm':
      visit.value = askedClass(parts.config.peek().branch)
        ? { at: 'question', service: current.service }
        : servicesWith(parts, current.service);
      break;
    case 'help':
      visit.value = current.from;
      break;
    case 'start':
    case 'taking':
    case 'ticket':
      break;
    case 'given-back':
    case 'no-number':
    case 'unwritten':
      done();
      break;
    default:
      current satisfies never;
  }
}

function servicesWith({ offers, modes }: ActionParts, service: ServiceId): Visit {
  const mode = { size: modes.size.peek(), language: modes.language.peek() };
  return { at: 'services', page: pageWith(offers.peek(), mode, service) };
}
