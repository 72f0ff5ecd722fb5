import { expect, test } from 'vitest';
import type { Fact } from '#domain/event.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import { stepFor } from '#screens/teller-console/console-step.ts';
import { lastReceived, missedInGrace, parkedHere } from '#screens/teller-console/counter-view.ts';
import { slice } from '#screens/teller-console/row-window.ts';
import { readTyped } from '#screens/teller-console/typed-number.ts';
import { serviceTotals, waitingRows } from '#screens/teller-console/waiting-view.ts';
import { NOON } from '#test/doubles/clock-double.ts';
import { branchDouble } from '#test/doubles/config-double.ts';
import { SIGNED_IN, taken } from '#test/doubles/desk-double.ts';
import { TODAY } from '#test/doubles/device-double.ts';

const at = { counter: 'c1', teller: '0817' } as const;
const MINUTE = 60_000;

function dayOf(...facts: readonly Fact[]) {
  return facts.reduce(
    (day, fact, index) =>
      foldDay(day, { position: index + 1, id: `f${index}`, device: 'd', at: NOON, day: TODAY, fact }),
    emptyDay(TODAY),
  );
}

test('who waits: in line order, ours marked, past promise flagged', () => {
  const day = dayOf(taken('A001'), taken('C001'), taken('B001', { promised: null }));
  const rows = waitingRows({
    branch: branchDouble,
    day,
    counter: 'c1',
    now: NOON + 13 * MINUTE,
    next: 't-A001',
  });
  expect(rows.map(({ ticket, mine, overdue, next }) => [ticket.number, mine, overdue, next])).toEqual([
    ['A001', true, true, true],
    ['C001', false, true, false],
    ['B001', true, false, false],
  ]);
  expect(rows[0]?.waitedMin).toBe(13);
});

test('totals count every service, and know which are ours', () => {
  const day = dayOf(taken('A001'), taken('A002'), taken('C001'));
  const rows = waitingRows({ branch: branchDouble, day, counter: 'c1', now: NOON + 5 * MINUTE, next: null });
  const totals = serviceTotals(branchDouble, 'c1', rows);
  expect(
    totals.map(({ service, mine, waiting, longestMin }) => [service.id, mine, waiting, longestMin]),
  ).toEqual([
    ['cash', true, 2, 5],
    ['card', true, 0, 0],
    ['company', false, 1, 5],
  ]);
});

test('five hundred waiting draw no more rows than fit', () => {
  expect(slice(500, { top: 0, height: 640, row: 32 })).toEqual({
    from: 0,
    to: 36,
    beforePx: 0,
    afterPx: 464 * 32,
  });
  const middle = slice(500, { top: 3200, height: 640, row: 32 });
  expect(middle.from).toBe(92);
  expect(middle.beforePx + (middle.to - middle.from) * 32 + middle.afterPx).toBe(500 * 32);
  expect(slice(0, { top: 0, height: 640, row: 32 })).toEqual({ from: 0, to: 0, beforePx: 0, afterPx: 0 });
  expect(slice(3, { top: 9999, height: 640, row: 32 }).to).toBe(3);
});

test('a no-show is offered for return until its grace is over', () => {
  const day = dayOf(
    ...SIGNED_IN,
    taken('A001'),
    { kind: 'ticket-called', ticketId: 't-A001', passed: [], ...at },
    { kind: 'ticket-not-shown', ticketId: 't-A001', ...at },
  );
  expect(missedInGrace(branchDouble, day, 'c1', NOON + 14 * MINUTE)).toMatchObject([{ leftMin: 1 }]);
  expect(missedInGrace(branchDouble, day, 'c1', NOON + 16 * MINUTE)).toEqual([]);
});

test('parked tickets belong to their counter', () => {
  const day = dayOf(
    ...SIGNED_IN,
    taken('A001'),
    { kind: 'ticket-called', ticketId: 't-A001', passed: [], ...at },
    { kind: 'ticket-parked', ticketId: 't-A001', ...at },
  );
  expect(parkedHere(day, 'c1').map(({ ticket }) => ticket.number)).toEqual(['A001']);
  expect(parkedHere(day, 'c2')).toEqual([]);
});

test('the teller learns that a rating came, never which', () => {
  const served = [
    ...SIGNED_IN,
    taken('A001'),
    { kind: 'ticket-called', ticketId: 't-A001', passed: [], ...at },
    { kind: 'ticket-finished', ticketId: 't-A001', invitationId: 'i1', ...at },
  ] as const satisfies readonly Fact[];
  expect(lastReceived(dayOf(...served), 'c1', '0817')).toEqual({ number: 'A001', is: 'inviting' });
  const rated = dayOf(...served, { kind: 'rating-received', invitationId: 'i1', ...at });
  expect(lastReceived(rated, 'c1', '0817')).toEqual({ number: 'A001', is: 'received' });
  const silent = dayOf(...served, {
    kind: 'invitation-ended',
    invitationId: 'i1',
    outcome: 'timeout',
    ...at,
  });
  expect(lastReceived(silent, 'c1', '0817')).toEqual({ number: 'A001', is: 'none' });
  expect(lastReceived(rated, 'c1', '9999')).toBeNull();
});

test('digits alone are enough when one ticket of today ends so', () => {
  const day = dayOf(taken('A017'), taken('A002'), taken('B002'));
  expect(readTyped('17', day)).toEqual({ is: 'number', number: 'A017' });
  expect(readTyped('２', day)).toEqual({ is: 'which', numbers: ['A002', 'B002'] });
  expect(readTyped('b 2', day)).toEqual({ is: 'number', number: 'B002' });
  expect(readTyped('99', day)).toEqual({ is: 'letter-needed', digits: '099' });
  expect(readTyped('Z512', day)).toEqual({ is: 'number', number: 'Z512' });
  for (const text of ['', 'A', '0', 'A-B', '123456'])
    expect(readTyped(text, day)).toEqual({ is: 'not-a-number' });
});

test('the step follows from the state alone', () => {
  const state = {
    hasCounter: true,
    revoked: false,
    connected: true,
    signedIn: true,
    status: 'open',
    serving: false,
    servingOffline: false,
  } as const;
  expect(stepFor(state)).toBe('ready');
  expect(stepFor({ ...state, status: 'paused' })).toBe('paused');
  expect(stepFor({ ...state, connected: false })).toBe('cut');
  expect(stepFor({ ...state, connected: false, serving: true })).toBe('serving-cut');
  expect(stepFor({ ...state, serving: true })).toBe('serving');
  expect(stepFor({ ...state, servingOffline: true })).toBe('serving-offline');
  expect(stepFor({ ...state, signedIn: false })).toBe('signed-out');
  expect(stepFor({ ...state, hasCounter: false })).toBe('no-counter');
  expect(stepFor({ ...state, revoked: true })).toBe('revoked');
});
