import { describe, expect, it } from 'vitest';
import type { Answered } from '#platform/sync/device.ts';
import { settled } from '#test/doubles/clock-double.ts';
import { printerDouble } from '#test/doubles/printer-double.ts';
import { kioskUnderTest, numbered } from './kiosk-under-test.ts';

describe('kiosk: from the first screen to a ticket', () => {
  it('standard: three taps, one ticket numbered by the server, no server fact without its durable one', async () => {
    const { kiosk, tap, taken, device, shownNumber } = kioskUnderTest({ answers: [numbered('A017')] });
    expect(kiosk.step.value.show).toBe('start');
    await tap(kiosk.begin);
    expect(kiosk.step.value).toEqual({ show: 'services', page: 0 });
    await tap(() => kiosk.chooseService('cash'));
    expect(kiosk.step.value).toEqual({ show: 'question', service: 'cash' });
    await tap(() => kiosk.answer('caring'));
    expect(shownNumber()).toBe('A017');
    expect(taken()).toMatchObject([
      { number: 'A017', service: 'cash', ticketClass: 'caring', numberedBy: 'server', language: 'zh-CN' },
    ]);
    expect(device.asked).toMatchObject([{ kind: 'number-ticket', service: 'cash' }]);
  });

  it('without a class to ask about: two taps', async () => {
    const { device, kiosk, tap, shownNumber } = kioskUnderTest({ answers: [numbered('B001')] });
    const { branch } = device.config.value;
    const classes = branch.classes.filter(({ question }) => question === null);
    device.config.value = { ...device.config.value, branch: { ...branch, classes } };
    await tap(kiosk.begin);
    await tap(() => kiosk.chooseService('card'));
    expect(shownNumber()).toBe('B001');
  });

  it('elder: question and summary are screens of their own', async () => {
    const { kiosk, modes, tap, taken } = kioskUnderTest({ answers: [numbered('A017')] });
    modes.size.value = 'elder';
    await tap(kiosk.begin);
    await tap(() => kiosk.chooseService('cash'));
    await tap(() => kiosk.answer('ordinary'));
    expect(kiosk.step.value).toEqual({ show: 'confirm', service: 'cash', ticketClass: 'ordinary' });
    expect(taken()).toEqual([]);
    await tap(kiosk.confirm);
    expect(kiosk.step.value.show).toBe('ticket');
  });

  it('no answer in 400 ms: the leased number, shown only then', async () => {
    const never = () => new Promise<Answered>(() => {});
    const { goTake, kiosk, clock, taken, shownNumber } = kioskUnderTest({ answers: [never] });
    await goTake();
    await clock.advance(399);
    expect(kiosk.step.value.show).toBe('taking');
    expect(taken()).toEqual([]);
    await clock.advance(1);
    expect(shownNumber()).toBe('A501');
    expect(taken()).toMatchObject([{ number: 'A501', numberedBy: 'lease' }]);
  });

  it('an answer that comes too late makes no second ticket', async () => {
    let answer: (given: Answered) => void = () => {};
    const late = () =>
      new Promise<Answered>((resolve) => {
        answer = resolve;
      });
    const { goTake, clock, taken, shownNumber } = kioskUnderTest({ answers: [late] });
    await goTake();
    await clock.advance(400);
    answer(numbered('A018'));
    await settled();
    expect(shownNumber()).toBe('A501');
    expect(taken()).toHaveLength(1);
  });

  it('ten fast taps make one ticket', async () => {
    const { kiosk, tap, taken, clock } = kioskUnderTest();
    for (let taps = 0; taps < 10; taps += 1) kiosk.begin();
    for (let taps = 0; taps < 10; taps += 1) void kiosk.chooseService('cash');
    for (let taps = 0; taps < 10; taps += 1) void kiosk.answer('ordinary');
    for (let taps = 0; taps < 10; taps += 1) void kiosk.confirm();
    await clock.advance(1000);
    await tap(() => kiosk.answer('ordinary'));
    expect(taken()).toHaveLength(1);
  });
});

describe('kiosk: what is told about the wait', () => {
  it('is people by class and a range, and goes into the fact', async () => {
    const { device, goTake, kiosk, taken } = kioskUnderTest({ answers: [numbered('A002')] });
    device.arrive(
      { kind: 'counter-opened', counter: 'c1', teller: '0817' },
      {
        kind: 'ticket-taken',
        ticketId: 'before',
        number: 'A001',
        service: 'cash',
        ticketClass: 'caring',
        language: 'zh-CN',
        numberedBy: 'server',
        promised: null,
      },
    );
    await goTake();
    const step = kiosk.step.value;
    const ticket = step.show === 'ticket' ? step.visit.ticket : null;
    expect(ticket?.ahead).toEqual({ total: 1, byClass: [{ classId: 'caring', count: 1 }] });
    expect(ticket?.promised).not.toBe(null);
    expect(taken()[0]?.promised).toEqual(ticket?.promised);
  });

  it('is unknown when the line has been cut for more than a minute', async () => {
    const { device, goTake, kiosk, clock } = kioskUnderTest();
    device.connection.value = { is: 'cut', since: clock.now() - 61_000 };
    await goTake();
    await clock.advance(400);
    const step = kiosk.step.value;
    expect(step.show === 'ticket' && step.visit.ticket).toMatchObject({ ahead: null, promised: null });
  });
});

describe('kiosk: paper', () => {
  it.each([
    ['printed', 'printed'],
    ['out-of-paper', 'out-of-paper'],
    ['unreachable', 'unreachable'],
    ['cancelled', 'cancelled'],
    ['unknown', 'unknown'],
  ] as const)('%s is shown and recorded as it is', async (outcome, shown) => {
    const printer = printerDouble();
    printer.failWith(outcome === 'printed' ? null : outcome);
    const { goTake, kiosk, facts } = kioskUnderTest({ printer, answers: [numbered('A017')] });
    const free = printer.jam();
    await goTake();
    expect(kiosk.step.value).toMatchObject({ show: 'ticket', visit: { print: 'printing' } });
    free();
    await settled();
    expect(kiosk.step.value).toMatchObject({ show: 'ticket', visit: { print: shown } });
    expect(facts('ticket-printed')).toMatchObject([{ outcome: shown }]);
  });

  it('prints once, after the ticket is durable', async () => {
    const printer = printerDouble();
    const never = () => new Promise<Answered>(() => {});
    const { goTake, clock, taken } = kioskUnderTest({ printer, answers: [never] });
    await goTake();
    expect(printer.printed).toEqual([]);
    await clock.advance(400);
    expect(taken()).toHaveLength(1);
    expect(printer.printed).toMatchObject([{ number: 'A501', language: 'zh-CN' }]);
  });

  it('tells staff that paper is out', async () => {
    const { goTake, facts } = kioskUnderTest({ printer: printerDouble(0), answers: [numbered('A017')] });
    await goTake();
    expect(facts('device-trouble')).toEqual([{ kind: 'device-trouble', code: 'out-of-paper' }]);
  });

  it('without a printer says so at once', async () => {
    const { goTake, kiosk } = kioskUnderTest({ answers: [numbered('A017')] });
    await goTake();
    expect(kiosk.step.value).toMatchObject({ visit: { print: 'no-printer' } });
  });
});

describe('kiosk: giving a ticket back', () => {
  it('asks first, then withdraws and says so', async () => {
    const { goTake, kiosk, tap, facts } = kioskUnderTest({ answers: [numbered('A017')] });
    await goTake();
    await tap(() => kiosk.considerGivingBack(true));
    expect(facts('ticket-withdrawn')).toEqual([]);
    await tap(() => kiosk.considerGivingBack(false));
    expect(kiosk.step.value).toMatchObject({ show: 'ticket', visit: { givingBack: 'no' } });
    await tap(kiosk.giveBack);
    expect(kiosk.step.value).toEqual({ show: 'given-back', number: 'A017' });
    expect(facts('ticket-withdrawn')).toMatchObject([{ reason: 'visitor-gave-it-back' }]);
  });

  it('that cannot be written leaves the ticket where it is and says so', async () => {
    const { goTake, kiosk, tap, device } = kioskUnderTest({ answers: [numbered('A017')] });
    await goTake();
    await tap(() => kiosk.considerGivingBack(true));
    device.breakDisk(true);
    await tap(kiosk.giveBack);
    expect(kiosk.step.value).toMatchObject({ show: 'ticket', visit: { givingBack: 'failed' } });
  });
});
