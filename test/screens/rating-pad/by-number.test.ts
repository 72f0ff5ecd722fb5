import { describe, expect, test } from 'vitest';
import { settled } from '#test/doubles/clock-double.ts';
import { type PadStand, padStand } from './pad-stand.ts';

async function typed(stand: PadStand, letter: string, digits: string) {
  stand.pad().number.start();
  stand.pad().number.letter(letter);
  for (const digit of digits) stand.pad().number.digit(digit);
  await stand.pad().number.confirm();
  await settled();
}

async function cutOff() {
  const stand = await padStand();
  stand.cut();
  return stand;
}

describe('rating by the number on the paper', () => {
  test('is offered only while the line is cut', async () => {
    const stand = await padStand();
    expect(stand.step()).toMatchObject({ offersNumber: false });
    stand.pad().number.start();
    expect(stand.is()).toBe('idle');
    stand.cut();
    expect(stand.step()).toMatchObject({ offersNumber: true });
    stand.reconnect();
    expect(stand.step()).toMatchObject({ offersNumber: false });
  });

  test('asks letter and digits, then the five levels; number and rating are written together', async () => {
    const stand = await cutOff();
    stand.pad().number.start();
    expect(stand.step()).toMatchObject({ is: 'number', letters: ['A', 'B', 'C'], letter: null });
    await typed(stand, 'A', '17');
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A017' });
    expect(stand.facts('rating-by-number', 'rating-given', 'rating-invited')).toEqual([]);
    await stand.rate('N3');
    const [byNumber] = stand.facts('rating-by-number');
    const [given] = stand.facts('rating-given');
    expect(byNumber).toMatchObject({ number: 'A017', counter: 'c1' });
    expect(given).toMatchObject({ invitationId: byNumber?.invitationId, level: 'N3', teller: '0817' });
  });

  test('may be put right as any other, without a second number', async () => {
    const stand = await cutOff();
    await typed(stand, 'A', '17');
    await stand.rate('VD1');
    await stand.clock.advance(2_000);
    await stand.rate('VS5');
    expect(stand.facts('rating-by-number')).toHaveLength(1);
    expect(stand.facts('rating-given').map(({ level }) => level)).toEqual(['VD1', 'VS5']);
  });

  test('once per number and day, also after a restart', async () => {
    const stand = await cutOff();
    await typed(stand, 'A', '17');
    await stand.rate('S4');
    await stand.clock.advance(7_500);
    stand.die();
    await stand.boot();
    stand.cut();
    await typed(stand, 'A', '0017');
    expect(stand.step()).toMatchObject({ is: 'number', problem: 'already-rated' });
    expect(stand.facts('rating-given')).toHaveLength(1);
  });

  test('not for a number that answered its invitation', async () => {
    const stand = await padStand();
    await stand.call('A017');
    await stand.finish('A017');
    await stand.rate('S4');
    await stand.clock.advance(10_000);
    stand.cut();
    await typed(stand, 'A', '17');
    expect(stand.step()).toMatchObject({ problem: 'already-rated' });
  });

  test('silence or declining leaves nothing behind', async () => {
    const stand = await cutOff();
    const before = stand.device().facts().length;
    await typed(stand, 'A', '17');
    await stand.clock.advance(30_000);
    expect(stand.is()).toBe('idle');
    await typed(stand, 'A', '17');
    await stand.pad().answers.decline();
    expect(stand.is()).toBe('thanks');
    expect(stand.device().facts()).toHaveLength(before);
  });

  test('leads back step by step, and away after 30 s', async () => {
    const stand = await cutOff();
    stand.pad().number.start();
    stand.pad().number.letter('B');
    stand.pad().number.digit('5');
    stand.pad().number.digit('6');
    stand.pad().number.erase();
    expect(stand.step()).toMatchObject({ letter: 'B', digits: '5', ready: true });
    stand.pad().number.back();
    expect(stand.step()).toMatchObject({ letter: null, digits: '' });
    await stand.clock.advance(29_999);
    expect(stand.is()).toBe('number');
    await stand.clock.advance(1);
    expect(stand.is()).toBe('idle');
  });

  test('no number yet: 000 or nothing cannot be confirmed', async () => {
    const stand = await cutOff();
    await typed(stand, 'A', '000');
    expect(stand.step()).toMatchObject({ is: 'number', ready: false });
  });

  test('gives way to a real invitation', async () => {
    const stand = await cutOff();
    stand.pad().number.start();
    await stand.hearFinish('A501');
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A501' });
  });
});
