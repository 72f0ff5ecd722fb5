import { describe, expect, it } from 'vitest';
import type { TicketPrinter } from '#platform/hardware/ticket-printer.ts';
import type { Answered } from '#platform/sync/device.ts';
import { clockDouble, settled } from '#test/doubles/clock-double.ts';
import { deviceDouble, diskDouble } from '#test/doubles/device-double.ts';
import { printerDouble } from '#test/doubles/printer-double.ts';
import { kioskUnderTest, numbered } from './kiosk-under-test.ts';

/** The power goes at one point of the take flow; what lies on the disk is what the next start finds. */
const never = () => new Promise<Answered>(() => {});
const jammed = () => {
  const printer = printerDouble();
  printer.jam();
  return printer;
};

async function crashed(options: {
  readonly answers?: Parameters<typeof kioskUnderTest>[0] extends infer _ ? readonly unknown[] : never;
  readonly printer?: TicketPrinter;
}) {
  const disk = diskDouble();
  const clock = clockDouble();
  const dead = kioskUnderTest({ ...(options as object), disk, clock });
  await dead.goTake();
  return { disk, clock, dead };
}

async function restarted({ disk, clock, dead }: Awaited<ReturnType<typeof crashed>>, afterMs: number) {
  const printer = printerDouble();
  const later = clockDouble(clock.now() + afterMs);
  const day = dead.device.day.peek();
  const alive = kioskUnderTest({ disk, clock: later, day, printer });
  void alive.kiosk.start();
  await settled();
  return { ...alive, printer, disk };
}

describe('kiosk: killed during the take flow', () => {
  it('before the number: forgets the intent, the next visitor finds the first screen', async () => {
    const death = await crashed({ answers: [never] });
    expect(death.disk.notes.size).toBe(1);
    const { kiosk, taken, disk } = await restarted(death, 5000);
    expect(kiosk.step.value.show).toBe('start');
    expect(taken()).toEqual([]);
    expect(disk.notes.size).toBe(0);
  });

  it('number granted, fact not written: only a gap', async () => {
    const disk = diskDouble();
    const dead = deviceDouble({ disk });
    const intent = { ticketId: 't1', service: 'cash', takenAt: dead.clock.now() };
    await dead.notebook.write('open-ticket', { stage: 'asked', intent });
    const { kiosk, taken } = await restarted(
      { disk, clock: dead.clock, dead: { device: dead } as never },
      5000,
    );
    expect(kiosk.step.value.show).toBe('start');
    expect(taken()).toEqual([]);
    expect(disk.notes.size).toBe(0);
  });

  it.each(['asked', 'taken'])(
    'fact written, note still "%s", visitor here: shows and prints it',
    async (stage) => {
      const death = await crashed({ answers: [numbered('A017')], printer: jammed() });
      setBack(death.disk, stage);
      const { shownNumber, printer, taken, facts } = await restarted(death, 5000);
      expect(shownNumber()).toBe('A017');
      expect(printer.printed).toHaveLength(1);
      expect(taken()).toHaveLength(1);
      expect(facts('ticket-printed')).toMatchObject([{ outcome: 'printed' }]);
    },
  );

  it.each(['asked', 'taken'])(
    'fact written, note still "%s", visitor gone: withdrawn as unseen',
    async (stage) => {
      const death = await crashed({ answers: [numbered('A017')], printer: jammed() });
      setBack(death.disk, stage);
      const { kiosk, printer, facts, disk } = await restarted(death, 600_000);
      expect(kiosk.step.value.show).toBe('start');
      expect(printer.printed).toEqual([]);
      expect(facts('ticket-withdrawn')).toMatchObject([{ reason: 'unseen' }]);
      expect(disk.notes.size).toBe(0);
    },
  );

  it('shown but the print unfinished, visitor here: shows it again, no second slip, says unknown', async () => {
    const death = await crashed({ answers: [numbered('A017')], printer: jammed() });
    const { kiosk, printer, facts } = await restarted(death, 5000);
    expect(kiosk.step.value).toMatchObject({ show: 'ticket', visit: { print: 'unknown' } });
    expect(printer.printed).toEqual([]);
    expect(facts('ticket-printed')).toMatchObject([{ outcome: 'unknown' }]);
  });

  it('shown, visitor gone: the number may be remembered, so it stays valid', async () => {
    const death = await crashed({ answers: [numbered('A017')], printer: jammed() });
    const { kiosk, facts, disk } = await restarted(death, 600_000);
    expect(kiosk.step.value.show).toBe('start');
    expect(facts('ticket-withdrawn')).toEqual([]);
    expect(disk.notes.size).toBe(0);
  });

  it('printed and on the screen: shows it again and records nothing twice', async () => {
    const death = await crashed({ answers: [numbered('A017')], printer: printerDouble() });
    const { shownNumber, facts, printer } = await restarted(death, 5000);
    expect(shownNumber()).toBe('A017');
    expect(facts('ticket-printed')).toHaveLength(1);
    expect(printer.printed).toEqual([]);
  });

  it('after the visit: nothing is open', async () => {
    const death = await crashed({ answers: [numbered('A017')] });
    await death.dead.tap(death.dead.kiosk.done);
    const { kiosk } = await restarted(death, 5000);
    expect(kiosk.step.value.show).toBe('start');
  });
});

/** The note as it was one or two writes before. */
function setBack(disk: ReturnType<typeof diskDouble>, stage: string): void {
  const { ticket } = disk.notes.get('open-ticket') as { ticket: object };
  const earlier =
    stage === 'asked' ? { stage, intent: { ...ticket, letter: 'A' } } : { stage, ticket, printed: null };
  disk.notes.set('open-ticket', earlier);
}
