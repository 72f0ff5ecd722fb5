import { describe, expect, test } from 'vitest';
import { settled } from '#test/doubles/clock-double.ts';
import { padStand } from './pad-stand.ts';

async function asked() {
  const stand = await padStand();
  await stand.call('A017');
  await stand.finish('A017');
  return stand;
}

describe('a pad that dies', () => {
  test('while asking goes on asking within its time, and the time goes on too', async () => {
    const stand = await asked();
    await stand.clock.advance(10_000);
    stand.die();
    await stand.clock.advance(10_000);
    await stand.boot();
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A017' });
    expect(stand.facts('rating-invited')).toHaveLength(1);
    await stand.clock.advance(9_999);
    expect(stand.is()).toBe('levels');
    await stand.clock.advance(1);
    expect(stand.is()).toBe('idle');
    expect(stand.outcome('A017')).toBe('timeout');
  });

  test('while asking and stays away longer ends it truthfully', async () => {
    const stand = await asked();
    stand.die();
    await stand.clock.advance(45_000);
    await stand.boot();
    expect(stand.is()).toBe('idle');
    expect(stand.facts('invitation-ended')).toMatchObject([{ outcome: 'timeout' }]);
  });

  test('while asking during the call of the next does not ask again', async () => {
    const stand = await asked();
    stand.die();
    await stand.call('A018');
    await stand.boot();
    expect(stand.is()).toBe('idle');
    expect(stand.outcome('A017')).toBe('timeout');
  });

  test('right after the tap never asks again', async () => {
    const stand = await asked();
    await stand.rate('S4');
    stand.die();
    await stand.clock.advance(10_000);
    await stand.boot();
    expect(stand.is()).toBe('idle');
    expect(stand.facts('rating-given')).toHaveLength(1);
    expect(stand.facts('invitation-ended')).toEqual([]);
    expect(stand.outcome('A017')).toBe('rated');
  });

  test('within the moment of a change comes back with thanks', async () => {
    const stand = await asked();
    await stand.rate('S4');
    stand.die();
    await stand.clock.advance(1_000);
    await stand.boot();
    expect(stand.is()).toBe('thanks');
    await stand.clock.advance(2_500);
    expect(stand.is()).toBe('idle');
  });

  test('after the fact and before the note still knows that it was answered', async () => {
    const stand = await asked();
    const { journal } = stand.device();
    await journal.record({
      kind: 'rating-given',
      invitationId: 'i-A017',
      counter: 'c1',
      teller: '0817',
      level: 'VS5',
      scale: 'national-5',
      dictionary: 7,
      answeredMs: 1,
      tappedAtMm: null,
      replaces: null,
    });
    stand.die();
    await stand.boot();
    expect(stand.is()).toBe('idle');
    expect(stand.facts('rating-given')).toHaveLength(1);
  });

  test('among the reasons stores those chosen, once', async () => {
    const stand = await asked();
    await stand.rate('VD1');
    await stand.clock.advance(5_000);
    stand.pad().answers.toggleTag('slow');
    await settled();
    stand.die();
    await stand.boot();
    stand.reconfigure({ version: 8, low: [] });
    expect(stand.facts('rating-explained')).toEqual([]);
    await stand.clock.advance(20_000);
    expect(stand.facts('rating-explained')).toMatchObject([
      { tags: ['slow'], dictionary: 7, wantsContact: false },
    ]);
    stand.die();
    await stand.boot();
    await stand.clock.advance(20_000);
    expect(stand.facts('rating-explained')).toHaveLength(1);
  });

  test('offline while asking for an invitation the journal does not know yet', async () => {
    const stand = await padStand();
    stand.cut();
    await stand.hearFinish('A501');
    stand.die();
    await stand.clock.advance(5_000);
    await stand.boot();
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A501' });
  });

  test('with a disk that refuses: what is owed is written as soon as it can be', async () => {
    const stand = await asked();
    stand.device().breakDisk(true);
    await stand.clock.advance(30_000);
    expect(stand.is()).toBe('idle');
    expect(stand.outcome('A017')).toBe('pending');
    stand.device().breakDisk(false);
    await stand.clock.advance(60_000);
    expect(stand.outcome('A017')).toBe('timeout');
    expect(stand.facts('invitation-ended')).toHaveLength(1);
  });
});

describe('two tabs of one pad', () => {
  test('show one invitation, written as seen once', async () => {
    const stand = await padStand();
    const other = await stand.openTab();
    await stand.call('A017');
    await stand.finish('A017');
    expect(stand.is()).toBe('levels');
    expect(other.pad.step.peek()).toMatchObject({ is: 'levels', number: 'A017' });
    expect(stand.facts('rating-invited')).toHaveLength(1);
  });

  test('answer it once: taps in both at the same moment make one rating', async () => {
    const stand = await asked();
    const other = await stand.openTab();
    await Promise.all([stand.pad().answers.rate('VS5', null), other.pad.answers.rate('VD1', null)]);
    await settled();
    expect(stand.facts('rating-given')).toMatchObject([{ level: 'VS5' }]);
    expect(other.pad.step.peek().is).not.toBe('levels');
  });

  test('the other follows an answer', async () => {
    const stand = await asked();
    const other = await stand.openTab();
    await stand.rate('S4');
    expect(other.pad.step.peek().is).toBe('idle');
  });

  test('the silence of one does not end what a finger touched in the other', async () => {
    const stand = await asked();
    const other = await stand.openTab();
    await stand.clock.advance(29_000);
    other.pad.touched();
    await stand.clock.advance(1_500);
    expect(other.pad.step.peek().is).toBe('levels');
    await other.pad.answers.rate('S4', null);
    expect(stand.outcome('A017')).toBe('rated');
    expect(stand.facts('invitation-ended')).toEqual([]);
  });

  test('what one has ended the other cannot answer any more', async () => {
    const stand = await asked();
    const other = await stand.openTab();
    stand.modes().size.value = 'elder';
    stand.pad().touched();
    other.pad.touched();
    await stand.clock.advance(50_000);
    await stand.rate('S4');
    expect(stand.is()).toBe('idle');
    expect(stand.facts('rating-given', 'invitation-ended')).toMatchObject([{ outcome: 'timeout' }]);
  });

  test('silence in both is one timeout', async () => {
    const stand = await asked();
    await stand.openTab();
    await stand.clock.advance(31_000);
    expect(stand.facts('invitation-ended')).toHaveLength(1);
  });
});
