import type { TicketTaken } from '#domain/event.ts';
import { createModes } from '#platform/accessibility/modes.ts';
import { noPrinter } from '#platform/hardware/no-printer.ts';
import type { TicketPrinter } from '#platform/hardware/ticket-printer.ts';
import { createKiosk } from '#screens/kiosk/kiosk.ts';
import { settled } from '#test/doubles/clock-double.ts';
import { type DeviceDoubleOptions, deviceDouble } from '#test/doubles/device-double.ts';

export const LEASES = { A: { next: 501, to: 510 }, B: { next: 501, to: 510 }, C: { next: 501, to: 510 } };

type Options = DeviceDoubleOptions & { readonly printer?: TicketPrinter };

/** A kiosk on a device double; `tap` lets everything settle that needs no time. */
export function kioskUnderTest({ printer = noPrinter, ...options }: Options = {}) {
  const device = deviceDouble({ leases: LEASES, ...options });
  const root = { dataset: {} as DOMStringMap, lang: '' };
  const modes = createModes(root);
  const files: string[] = [];
  const { clock } = device;
  const kiosk = createKiosk({
    ...device,
    printer,
    modes,
    schedule: clock.schedule,
    saveFile: (text) => void files.push(text),
  });
  const tap = async (press: () => void | Promise<void>) => {
    void press();
    await settled();
  };
  const taken = () => device.facts().filter((fact): fact is TicketTaken => fact.kind === 'ticket-taken');
  const facts = (kind: string) => device.facts().filter((fact) => fact.kind === kind);
  /** The standard flow up to the press that takes the ticket. */
  const goTake = async (service = 'cash') => {
    await tap(kiosk.begin);
    await tap(() => kiosk.chooseService(service));
    await tap(() => kiosk.answer('ordinary'));
  };
  const shownNumber = () => {
    const step = kiosk.step.value;
    return step.show === 'ticket' ? step.visit.ticket.number : null;
  };
  return { kiosk, device, clock, root, modes, files, tap, taken, facts, goTake, shownNumber };
}

export const numbered = (number: string) => ({ is: 'numbered', number }) as const;
