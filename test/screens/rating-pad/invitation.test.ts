import { describe, expect, test } from 'vitest';
import { settled } from '#test/doubles/clock-double.ts';
import { padStand } from './pad-stand.ts';

describe('an invitation', () => {
  test('12.2 opens with the finish of a ticket at this counter, and is written down as seen', async () => {
    const stand = await padStand();
    await stand.call('A017');
    expect(stand.step()).toMatchObject({ is: 'idle', desk: { label: '1', serving: 'A017', status: 'open' } });
    await stand.finish('A017');
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A017', accepted: null });
    expect(stand.facts('rating-invited')).toEqual([
      { kind: 'rating-invited', invitationId: 'i-A017', counter: 'c1', teller: '0817' },
    ]);
  });

  test('is nobody else’s: the finish at another counter opens nothing', async () => {
    const stand = await padStand();
    const elsewhere = { counter: 'c2', teller: '0817', ticketId: 'A017' } as const;
    await stand.call('A017');
    await stand.arrive({ kind: 'ticket-finished', invitationId: 'i-A017', ...elsewhere });
    expect(stand.is()).toBe('idle');
  });

  test('no control opens one: neither keys nor taps do anything at rest', async () => {
    const stand = await padStand();
    await stand.rate('VS5');
    await stand.pad().answers.decline();
    stand.pad().answers.goOn();
    stand.pad().number.start();
    expect(stand.is()).toBe('idle');
    expect(stand.facts('rating-given', 'rating-invited', 'invitation-ended')).toEqual([]);
  });

  test('is written as seen only when somebody can see it', async () => {
    const stand = await padStand({ visible: false });
    await stand.call('A017');
    await stand.finish('A017');
    expect(stand.facts('rating-invited')).toEqual([]);
    await stand.clock.advance(20_000);
    stand.visible.value = true;
    await settled();
    expect(stand.facts('rating-invited')).toHaveLength(1);
    await stand.clock.advance(29_000);
    expect(stand.is()).toBe('levels');
  });

  test('that nobody could see ends as not offered', async () => {
    const stand = await padStand({ visible: false });
    await stand.call('A017');
    await stand.finish('A017');
    await stand.clock.advance(61_000);
    expect(stand.is()).toBe('idle');
    expect(stand.facts('invitation-ended')).toMatchObject([{ outcome: 'not-offered' }]);
    expect(stand.outcome('A017')).toBe('not-offered');
  });

  test('learnt of after 60 s is not offered', async () => {
    const stand = await padStand({ start: false });
    await stand.call('A017');
    await stand.finish('A017');
    await stand.clock.advance(60_001);
    await stand.boot();
    expect(stand.is()).toBe('idle');
    expect(stand.facts('invitation-ended')).toMatchObject([
      { invitationId: 'i-A017', outcome: 'not-offered' },
    ]);
  });

  test('of several learnt of at once only the latest is shown', async () => {
    const stand = await padStand({ start: false });
    await stand.call('A017');
    await stand.hearFinish('A017');
    await stand.finish('A017');
    await stand.clock.advance(1000);
    await stand.servedOffline('A018');
    await stand.boot();
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A018' });
    expect(stand.outcome('A017')).toBe('not-offered');
  });

  test('12.2 ends after 30 s of silence as timeout, never as a level', async () => {
    const stand = await padStand();
    await stand.call('A017');
    await stand.finish('A017');
    await stand.clock.advance(29_999);
    expect(stand.is()).toBe('levels');
    await stand.clock.advance(1);
    expect(stand.is()).toBe('idle');
    expect(stand.facts('invitation-ended')).toMatchObject([{ outcome: 'timeout' }]);
    expect(stand.facts('rating-given')).toEqual([]);
    expect(stand.outcome('A017')).toBe('timeout');
  });

  test('12.2 gives 15 s more, once, to whoever touched without choosing', async () => {
    const stand = await padStand();
    await stand.call('A017');
    await stand.finish('A017');
    await stand.clock.advance(20_000);
    stand.pad().touched();
    await stand.clock.advance(15_000);
    stand.pad().touched();
    await stand.clock.advance(9_999);
    expect(stand.is()).toBe('levels');
    await stand.clock.advance(1);
    expect(stand.is()).toBe('idle');
  });

  test('12.2 gives elders 30 s more', async () => {
    const stand = await padStand();
    await stand.call('A017');
    await stand.finish('A017');
    stand.modes().size.value = 'elder';
    await stand.clock.advance(59_999);
    expect(stand.is()).toBe('levels');
    await stand.clock.advance(1);
    expect(stand.is()).toBe('idle');
  });

  test('12.2 the next call closes it when untouched', async () => {
    const stand = await padStand();
    await stand.call('A017');
    await stand.finish('A017');
    await stand.clock.advance(5_000);
    await stand.call('A018');
    expect(stand.is()).toBe('idle');
    expect(stand.outcome('A017')).toBe('timeout');
  });

  test('the next call leaves alone whoever is choosing, and their tap still counts', async () => {
    const stand = await padStand();
    await stand.call('A017');
    await stand.finish('A017');
    stand.pad().touched();
    await stand.clock.advance(5_000);
    await stand.call('A018');
    expect(stand.is()).toBe('levels');
    await stand.rate('S4');
    expect(stand.step()).toMatchObject({ accepted: 'S4' });
    expect(stand.outcome('A017')).toBe('rated');
  });

  test('the next finish takes the place of a question nobody touched', async () => {
    const stand = await padStand();
    await stand.call('A017');
    await stand.finish('A017');
    await stand.clock.advance(5_000);
    await stand.hearFinish('A018');
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A018' });
    expect(stand.outcome('A017')).toBe('timeout');
  });

  test('the next finish waits for the thanks and opens right after', async () => {
    const stand = await padStand();
    await stand.call('A017');
    await stand.finish('A017');
    await stand.rate('VS5');
    await stand.call('A018');
    await stand.finish('A018');
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A017', accepted: 'VS5' });
    await stand.clock.advance(5_000);
    expect(stand.is()).toBe('thanks');
    await stand.clock.advance(2_500);
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A018', accepted: null });
  });

  test('speaks the language of the ticket and forgets this visitor’s wishes afterwards', async () => {
    const stand = await padStand();
    await stand.call('A017', 'en');
    await stand.finish('A017');
    expect(stand.modes().language.value).toBe('en');
    stand.modes().size.value = 'elder';
    stand.modes().contrast.value = 'high';
    await stand.clock.advance(61_000);
    const { language, size, contrast } = stand.modes();
    expect([language.value, size.value, contrast.value]).toEqual(['zh-CN', 'standard', 'standard']);
  });

  test('opens from the console beside it while the line is cut, once, whenever the journal catches up', async () => {
    const stand = await padStand();
    stand.cut();
    await stand.hearFinish('A501');
    expect(stand.step()).toMatchObject({ is: 'levels', number: 'A501' });
    await stand.rate('S4');
    await stand.clock.advance(60_000);
    stand.reconnect();
    await stand.servedOffline('A501');
    await stand.hearFinish('A501');
    expect(stand.is()).toBe('idle');
    expect(stand.facts('rating-invited', 'rating-given', 'invitation-ended')).toHaveLength(2);
    expect(stand.outcome('A501')).toBe('rated');
  });
});

describe('at rest', () => {
  test('shows a pause with its reason, and a closed counter', async () => {
    const stand = await padStand();
    await stand.arrive({ kind: 'counter-paused', reason: 'break', counter: 'c1', teller: '0817' });
    expect(stand.step()).toMatchObject({ desk: { status: 'paused', pauseReason: 'break' } });
    await stand.arrive({ kind: 'teller-signed-out', counter: 'c1', teller: '0817' });
    expect(stand.step()).toMatchObject({ desk: { status: 'closed', teller: null } });
  });

  test('knows that nobody is before it, for a new version to take over', async () => {
    const stand = await padStand();
    expect(stand.pad().isIdle.value).toBe(true);
    await stand.call('A017');
    await stand.finish('A017');
    expect(stand.pad().isIdle.value).toBe(false);
  });

  test('says for a moment that a press hit nothing', async () => {
    const stand = await padStand();
    stand.pad().missedTouch();
    expect(stand.pad().missed.value).toBe(true);
    await stand.clock.advance(3_000);
    expect(stand.pad().missed.value).toBe(false);
  });
});
