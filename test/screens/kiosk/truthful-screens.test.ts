import { describe, expect, it } from 'vitest';
import { quietLine } from '#screens/kiosk/quiet-line.ts';
import { clockDouble, NOON } from '#test/doubles/clock-double.ts';
import { diskDouble } from '#test/doubles/device-double.ts';
import { printerDouble } from '#test/doubles/printer-double.ts';
import { kioskUnderTest, numbered } from './kiosk-under-test.ts';

const HOUR_MS = 3_600_000;

describe('kiosk: each trouble has its own truthful screen', () => {
  it('a closed service says when it opens and cannot be taken', async () => {
    const { kiosk, goTake, taken } = kioskUnderTest({ answers: [numbered('C001')] });
    const company = kiosk.offers.value.find(({ service }) => service.id === 'company');
    expect(company?.state).toEqual({ open: false, opens: { weekday: 1, minute: 540 } });
    await goTake('company');
    expect(taken()).toEqual([]);
    expect(kiosk.step.value.show).toBe('services');
  });

  it('a closed branch opens by itself at the minute', async () => {
    const clock = clockDouble(NOON - 3 * HOUR_MS - 60_000);
    const { kiosk } = kioskUnderTest({ clock });
    expect(kiosk.step.value.show).toBe('closed');
    await clock.advance(60_000);
    expect(kiosk.step.value.show).toBe('start');
  });

  it('a ticket on the screen stays when the branch closes', async () => {
    const clock = clockDouble(NOON + 5 * HOUR_MS - 10_000);
    const { kiosk, goTake } = kioskUnderTest({ clock, answers: [numbered('A017')] });
    await goTake();
    await clock.advance(20_000);
    expect(kiosk.branch.value.open).toBe(false);
    expect(kiosk.step.value.show).toBe('ticket');
  });

  it('lease exhausted and no server: sends to the help desk, claims nothing', async () => {
    const { kiosk, goTake, clock, taken, device } = kioskUnderTest({ leases: {} });
    await goTake();
    await clock.advance(400);
    expect(kiosk.step.value.show).toBe('no-number');
    expect(taken()).toEqual([]);
    expect(device.disk.notes.has('open-ticket')).toBe(false);
    kiosk.back();
    expect(kiosk.step.value.show).toBe('start');
  });

  it('lease exhausted is told to the branch once per letter and day, also after a restart', async () => {
    const disk = diskDouble();
    const exhaust = async (services: readonly string[]) => {
      const { kiosk, goTake, clock, facts } = kioskUnderTest({ leases: {}, disk });
      for (const service of services) {
        await goTake(service);
        await clock.advance(400);
        kiosk.back();
      }
      return facts('device-trouble');
    };
    const told = { kind: 'device-trouble', code: 'lease-exhausted' };
    expect(await exhaust(['cash', 'cash'])).toEqual([told]);
    expect(await exhaust(['cash', 'card'])).toEqual([told, told]);
  });

  it.each([
    'revoked',
    'not-configured',
    'bad-signature',
    'unknown-device',
    'unknown-service',
    'not-your-role',
  ])('refused with %s: no number that nobody would ever call', async (code) => {
    const { kiosk, goTake, taken, device } = kioskUnderTest({ answers: [{ is: 'refused', code }] });
    await goTake();
    expect(kiosk.step.value.show).toBe('no-number');
    expect(taken()).toEqual([]);
    expect(device.disk.notes.size).toBe(0);
  });

  it.each(['numbers-exhausted', 'too-many', 'update-needed', 'clock'])(
    'refused with %s: the leased number counts as well',
    async (code) => {
      const { goTake, shownNumber } = kioskUnderTest({ answers: [{ is: 'refused', code }] });
      await goTake();
      expect(shownNumber()).toBe('A501');
    },
  );

  it('a disk that refuses: out of order, nothing accepted', async () => {
    const { kiosk, goTake, device, taken } = kioskUnderTest({ answers: [numbered('A017')] });
    device.breakDisk(true);
    await goTake();
    expect(kiosk.step.value.show).toBe('out-of-order');
    expect(taken()).toEqual([]);
  });

  it('a disk that refuses after the note: out of order, nothing accepted', async () => {
    const { kiosk, goTake, device, taken } = kioskUnderTest();
    device.answerNext(() => {
      device.breakDisk(true);
      return numbered('A017');
    });
    await goTake();
    expect(kiosk.step.value.show).toBe('out-of-order');
    expect(taken()).toEqual([]);
  });

  it.each(['storage-broken', 'revoked'] as const)('%s: out of order before anybody tries', (code) => {
    const { kiosk, device, clock } = kioskUnderTest();
    device.troubles.value = [{ code, since: clock.now() }];
    expect(kiosk.step.value.show).toBe('out-of-order');
  });

  it('a kiosk that gives no tickets does not claim that it works', () => {
    const since = 0;
    const cut = { is: 'cut', since } as const;
    expect(quietLine(cut, [])).toEqual({ state: 'cut', phrase: 'cut-but-working' });
    expect(quietLine({ is: 'connected' }, [])).toEqual({ state: 'connected', phrase: 'connected' });
    for (const code of ['revoked', 'storage-broken'] as const) {
      const stopped = { state: 'cut', phrase: `trouble-${code}` };
      expect(quietLine(cut, [{ code, since }])).toEqual(stopped);
      expect(quietLine({ is: 'connected' }, [{ code, since }])).toEqual(stopped);
    }
  });

  it('help is one press from every step and leads back', async () => {
    const { kiosk, tap } = kioskUnderTest();
    await tap(kiosk.askHelp);
    expect(kiosk.step.value.show).toBe('help');
    await tap(kiosk.back);
    expect(kiosk.step.value.show).toBe('start');
    await tap(kiosk.begin);
    await tap(kiosk.askHelp);
    await tap(kiosk.askHelp);
    await tap(kiosk.back);
    expect(kiosk.step.value.show).toBe('services');
  });
});

describe('E1 kiosk: back is one step, everywhere', () => {
  it('goes through elder mode and back to the first screen', async () => {
    const { kiosk, modes, tap } = kioskUnderTest();
    modes.size.value = 'elder';
    await tap(kiosk.begin);
    await tap(() => kiosk.chooseService('card'));
    await tap(() => kiosk.answer('caring'));
    const seen = [];
    for (let step = 0; step < 4; step += 1) {
      seen.push(kiosk.step.value.show);
      await tap(kiosk.back);
    }
    expect(seen).toEqual(['confirm', 'question', 'services', 'start']);
  });
});

describe('TM3 kiosk: the end of a visit', () => {
  it.each([
    ['standard', 20_000],
    ['elder', 40_000],
  ] as const)('%s: with paper in hand the ticket leaves after %i ms', async (size, stayMs) => {
    const { kiosk, modes, goTake, tap, clock } = kioskUnderTest({
      printer: printerDouble(),
      answers: [numbered('A017')],
    });
    modes.size.value = size;
    await goTake();
    if (size === 'elder') await tap(kiosk.confirm);
    await clock.advance(stayMs - 1);
    expect(kiosk.step.value.show).toBe('ticket');
    await clock.advance(1);
    expect(kiosk.step.value.show).toBe('start');
  });

  it('a number to remember stays until it is dismissed or nobody is there', async () => {
    const { kiosk, goTake, clock } = kioskUnderTest({ answers: [numbered('A017')] });
    await goTake();
    await clock.advance(60_000);
    expect(kiosk.idle.value.is).toBe('warning');
    kiosk.touched();
    await clock.advance(59_000);
    expect(kiosk.step.value.show).toBe('ticket');
    await clock.advance(31_000);
    expect(kiosk.step.value.show).toBe('start');
  });

  it('a print that takes long keeps the ticket on the screen', async () => {
    const printer = printerDouble();
    const free = printer.jam();
    const { kiosk, goTake, clock } = kioskUnderTest({ printer, answers: [numbered('A017')] });
    await goTake();
    await clock.advance(300_000);
    expect(kiosk.step.value.show).toBe('ticket');
    free();
    await clock.advance(20_000);
    expect(kiosk.step.value.show).toBe('start');
  });

  it('a printer that never answers keeps no ticket on the screen for ever', async () => {
    const printer = printerDouble();
    printer.jam();
    const { kiosk, goTake, clock } = kioskUnderTest({ printer, answers: [numbered('A017')] });
    await goTake();
    await clock.advance(345_000);
    expect(kiosk.step.value.show).toBe('start');
  });

  it('help pressed while it prints: the ticket comes back with paper in hand and leaves by itself', async () => {
    const printer = printerDouble();
    const free = printer.jam();
    const { kiosk, goTake, tap, clock, device } = kioskUnderTest({ printer, answers: [numbered('A017')] });
    await goTake();
    await tap(kiosk.askHelp);
    await tap(free);
    expect(device.disk.notes.get('open-ticket')).toMatchObject({ printed: 'printed' });
    await tap(kiosk.back);
    expect(kiosk.step.value).toMatchObject({ show: 'ticket', visit: { print: 'printed' } });
    await clock.advance(20_000);
    expect(kiosk.step.value.show).toBe('start');
  });

  it('resets every mode and keeps nothing of the visitor', async () => {
    const { kiosk, modes, root, goTake, tap, device, clock } = kioskUnderTest({
      answers: [numbered('A017')],
    });
    modes.contrast.value = 'high';
    modes.language.value = 'en';
    modes.reach.value = 'low';
    await goTake();
    await tap(kiosk.done);
    expect(kiosk.step.value).toEqual({ show: 'start' });
    expect(root).toEqual({
      dataset: { size: 'standard', contrast: 'standard', reach: 'standard' },
      lang: 'zh-CN',
    });
    expect(device.disk.notes.size).toBe(0);
    await clock.advance(1);
    expect(kiosk.idle.value.is).toBe('resting');
  });

  it('a mode changed on the first screen and left alone goes back by itself', async () => {
    const { modes, clock } = kioskUnderTest();
    modes.size.value = 'elder';
    await clock.advance(165_000);
    expect(modes.size.value).toBe('standard');
  });

  it('the next visitor is not disturbed by the paper of the one before', async () => {
    const printer = printerDouble();
    const free = printer.jam();
    const { kiosk, goTake, tap, device } = kioskUnderTest({
      printer,
      answers: [numbered('A017'), numbered('A018')],
    });
    await goTake();
    await tap(kiosk.done);
    await goTake();
    await tap(free);
    expect(kiosk.step.value).toMatchObject({ visit: { ticket: { number: 'A018' } } });
    expect(device.disk.notes.get('open-ticket')).toMatchObject({ ticket: { number: 'A018' } });
  });
});

describe('kiosk: staff', () => {
  it('opens after five seconds of holding, exports, closes by itself', async () => {
    const { kiosk, clock, files, tap } = kioskUnderTest();
    kiosk.staff.holdStart();
    await clock.advance(4999);
    kiosk.staff.holdEnd();
    await clock.advance(10_000);
    expect(kiosk.step.value.show).toBe('start');
    kiosk.staff.holdStart();
    await clock.advance(5000);
    kiosk.staff.holdEnd();
    expect(kiosk.step.value.show).toBe('staff');
    await tap(kiosk.staff.saveRescue);
    expect(kiosk.staff.rescue.value).toBe('saved');
    expect(files).toEqual(['[]']);
    await clock.advance(120_000);
    expect(kiosk.step.value.show).toBe('start');
  });
});
