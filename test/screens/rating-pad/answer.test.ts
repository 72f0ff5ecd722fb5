import { describe, expect, test } from 'vitest';
import { LEVELS } from '#domain/rating/scale.ts';
import { settled } from '#test/doubles/clock-double.ts';
import { type PadStand, padStand } from './pad-stand.ts';

async function asked(): Promise<PadStand> {
  const stand = await padStand();
  await stand.call('A017');
  await stand.finish('A017');
  await stand.clock.advance(3_000);
  return stand;
}

async function explaining(): Promise<PadStand> {
  const stand = await asked();
  await stand.rate('D2');
  await stand.clock.advance(1_000);
  stand.pad().answers.goOn();
  expect(stand.is()).toBe('reasons');
  return stand;
}

describe('the one tap', () => {
  test('12.2 is on disk before it is drawn', async () => {
    const stand = await asked();
    const tapped = stand.pad().answers.rate('S4', { x: 12.5, y: 40 });
    expect(stand.step()).toMatchObject({ accepted: null });
    await tapped;
    expect(stand.step()).toMatchObject({ accepted: 'S4' });
    expect(stand.facts('rating-given')).toEqual([
      {
        kind: 'rating-given',
        invitationId: 'i-A017',
        counter: 'c1',
        teller: '0817',
        level: 'S4',
        scale: 'national-5',
        dictionary: 7,
        answeredMs: 3_000,
        tappedAtMm: { x: 12.5, y: 40 },
        replaces: null,
      },
    ]);
  });

  test('from a key has no place', async () => {
    const stand = await asked();
    await stand.pad().answers.rate('N3', null);
    expect(stand.facts('rating-given')).toMatchObject([{ level: 'N3', tappedAtMm: null }]);
  });

  test('that the disk refuses is not accepted, and the screen says so', async () => {
    const stand = await asked();
    stand.device().breakDisk(true);
    await stand.rate('S4');
    expect(stand.step()).toMatchObject({ is: 'levels', accepted: null, unwritten: true });
    stand.device().breakDisk(false);
    await stand.rate('S4');
    expect(stand.step()).toMatchObject({ accepted: 'S4', unwritten: false });
    expect(stand.facts('rating-given')).toHaveLength(1);
  });

  test('counts once however fast it is repeated', async () => {
    const stand = await asked();
    const taps = Array.from({ length: 10 }, () => stand.pad().answers.rate('VS5', null));
    await Promise.all(taps);
    expect(stand.facts('rating-given')).toHaveLength(1);
  });

  test.each(LEVELS.map(({ code }) => code))('%s is thanked for as every other, 2.5 s long', async (code) => {
    const stand = await asked();
    await stand.rate(code);
    expect(stand.step()).toMatchObject({ is: 'levels', accepted: code });
    await stand.clock.advance(5_000);
    if (stand.is() === 'reasons') await stand.clock.advance(15_000);
    expect(stand.step()).toEqual({ is: 'thanks' });
    await stand.clock.advance(2_499);
    expect(stand.is()).toBe('thanks');
    await stand.clock.advance(1);
    expect(stand.is()).toBe('idle');
    expect(stand.outcome('A017')).toBe('rated');
  });

  test('not to answer is an answer, written before it is thanked for', async () => {
    const stand = await asked();
    await stand.pad().answers.decline();
    expect(stand.step()).toEqual({ is: 'thanks' });
    expect(stand.facts('invitation-ended')).toMatchObject([{ outcome: 'declined' }]);
    expect(stand.outcome('A017')).toBe('declined');
  });

  test('not to answer is not accepted either when the disk refuses', async () => {
    const stand = await asked();
    stand.device().breakDisk(true);
    await stand.pad().answers.decline();
    expect(stand.step()).toMatchObject({ is: 'levels', unwritten: true });
  });
});

describe('putting a slip right', () => {
  test('12.2 another level within 5 s replaces the first; both are kept', async () => {
    const stand = await asked();
    await stand.rate('VD1');
    await stand.clock.advance(4_000);
    await stand.rate('VS5');
    const [first, second] = stand.facts('rating-given');
    expect([first?.level, second?.level]).toEqual(['VD1', 'VS5']);
    expect(first?.replaces).toBeNull();
    expect(second?.replaces).toMatch(/^pad-1/);
    expect(stand.step()).toMatchObject({ accepted: 'VS5' });
    await stand.clock.advance(1_500);
    expect(stand.is()).toBe('thanks');
  });

  test('a second touch in the first second is a trembling finger', async () => {
    const stand = await asked();
    await stand.rate('VS5');
    await stand.clock.advance(999);
    await stand.rate('VD1');
    stand.pad().answers.goOn();
    expect(stand.step()).toMatchObject({ accepted: 'VS5' });
    expect(stand.facts('rating-given')).toHaveLength(1);
  });

  test('the same level again changes nothing', async () => {
    const stand = await asked();
    await stand.rate('S4');
    await stand.clock.advance(2_000);
    await stand.rate('S4');
    expect(stand.facts('rating-given')).toHaveLength(1);
  });

  test('5 s after the first tap it is too late, even after a change', async () => {
    const stand = await asked();
    await stand.rate('VS5');
    await stand.clock.advance(4_500);
    await stand.rate('S4');
    await stand.clock.advance(1_200);
    await stand.rate('N3');
    expect(stand.facts('rating-given')).toHaveLength(2);
  });

  test('a change the disk refuses leaves the first standing', async () => {
    const stand = await asked();
    await stand.rate('S4');
    await stand.clock.advance(2_000);
    stand.device().breakDisk(true);
    await stand.rate('VS5');
    expect(stand.step()).toMatchObject({ accepted: 'S4', unwritten: true });
  });

  test('whoever is sure need not wait', async () => {
    const stand = await asked();
    await stand.rate('VS5');
    await stand.clock.advance(1_000);
    stand.pad().answers.goOn();
    expect(stand.is()).toBe('thanks');
  });
});

describe('reasons of a low rating', () => {
  test('three at a time, more on request, round and round', async () => {
    const stand = await explaining();
    expect(stand.step()).toMatchObject({ hasMore: true, tags: [{ tag: { id: 'waited' } }, {}, {}] });
    stand.pad().answers.moreTags();
    expect(stand.step()).toMatchObject({ tags: [{ tag: { id: 'unclear' } }] });
    stand.pad().answers.moreTags();
    expect(stand.step()).toMatchObject({ tags: [{ tag: { id: 'waited' } }, {}, {}] });
  });

  test('are stored with their dictionary and the wish for a call', async () => {
    const stand = await explaining();
    stand.pad().answers.toggleTag('slow');
    stand.pad().answers.toggleTag('cold');
    stand.pad().answers.toggleTag('slow');
    stand.pad().answers.toContact();
    expect(stand.is()).toBe('contact');
    await stand.pad().answers.answerContact(true);
    expect(stand.is()).toBe('thanks');
    expect(stand.facts('rating-explained')).toEqual([
      {
        kind: 'rating-explained',
        invitationId: 'i-A017',
        counter: 'c1',
        teller: '0817',
        tags: ['cold'],
        dictionary: 7,
        wantsContact: true,
      },
    ]);
  });

  test('keep the words and the dictionary they were read in when the branch changes them', async () => {
    const stand = await explaining();
    stand.pad().answers.toggleTag('cold');
    stand.reconfigure({
      version: 8,
      low: [{ id: 'cold', words: { 'zh-CN': '新', en: 'new' }, about: 'branch' }],
    });
    expect(stand.step()).toMatchObject({ tags: [{ tag: { id: 'waited' } }, {}, {}] });
    await stand.pad().answers.answerContact(false);
    expect(stand.facts('rating-explained')).toMatchObject([{ tags: ['cold'], dictionary: 7 }]);
  });

  test('nothing chosen, nothing stored', async () => {
    const stand = await explaining();
    stand.pad().answers.toContact();
    await stand.pad().answers.answerContact(false);
    expect(stand.is()).toBe('thanks');
    expect(stand.facts('rating-explained')).toEqual([]);
  });

  test('15 s without a touch: what was chosen is stored, nobody is called', async () => {
    const stand = await explaining();
    await stand.clock.advance(14_000);
    stand.pad().answers.toggleTag('waited');
    await stand.clock.advance(14_999);
    expect(stand.is()).toBe('reasons');
    await stand.clock.advance(1);
    expect(stand.is()).toBe('thanks');
    expect(stand.facts('rating-explained')).toMatchObject([{ tags: ['waited'], wantsContact: false }]);
  });

  test('that the disk refuses are not thanked for', async () => {
    const stand = await explaining();
    stand.pad().answers.toContact();
    stand.device().breakDisk(true);
    await stand.pad().answers.answerContact(true);
    await settled();
    expect(stand.step()).toMatchObject({ is: 'contact', unwritten: true });
  });

  test('the next call does not interrupt them', async () => {
    const stand = await explaining();
    await stand.call('A018');
    await stand.finish('A018');
    expect(stand.is()).toBe('reasons');
    await stand.clock.advance(15_000 + 2_500);
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A018' });
  });
});
