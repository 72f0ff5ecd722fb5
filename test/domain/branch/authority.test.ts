import { describe, expect, test } from 'vitest';
import { mayAsk, mayReport } from '#domain/branch/authority.ts';
import { ROLES, type Role } from '#domain/branch/role.ts';
import type { Fact } from '#domain/event.ts';
import { at, called, finished, opened, rated, servedOffline, taken } from '#test/samples/entries.ts';

const byNumber: Fact = {
  kind: 'rating-by-number',
  invitationId: 'i-1',
  number: 'A001',
  counter: 'counter-3',
};
const reported: readonly (readonly [Role, Fact])[] = [
  ['kiosk', taken('A001')],
  ['kiosk', { kind: 'ticket-printed', ticketId: 't-A001', outcome: 'printed' }],
  ['kiosk', { kind: 'ticket-withdrawn', ticketId: 't-A001', reason: 'unseen' }],
  ['pad', { kind: 'rating-invited', ...at(3), invitationId: 'i-1' }],
  ['pad', rated(3, 'i-1')],
  ['pad', byNumber],
  ['pad', { kind: 'invitation-ended', ...at(3), invitationId: 'i-1', outcome: 'timeout' }],
  ['counter', servedOffline(3, 'A001')],
];

describe('mayReport', () => {
  test.each(reported)('V3: only a %s reports its facts', (owner, fact) => {
    for (const role of ROLES)
      expect(mayReport(role, 'counter-3', fact)).toBe(role === owner ? true : 'not-your-role');
  });

  test('V3: pads and consoles speak for their own counter only', () => {
    expect(mayReport('pad', 'counter-2', rated(3, 'i-1'))).toBe('not-your-counter');
    expect(mayReport('pad', 'counter-2', byNumber)).toBe('not-your-counter');
    expect(mayReport('counter', null, servedOffline(3, 'A001'))).toBe('not-your-counter');
  });

  test('V4: nobody reports what only the authority makes', () => {
    const received: Fact = { kind: 'rating-received', ...at(3), invitationId: 'i-1' };
    for (const fact of [...opened(3), called(3, 'A001'), finished(3, 'A001'), received])
      for (const role of ROLES) expect(mayReport(role, 'counter-3', fact)).toBe('not-your-role');
  });

  test('V5: every device may be in trouble', () => {
    for (const role of ROLES)
      expect(mayReport(role, null, { kind: 'device-trouble', code: 'clock-wrong' })).toBe(true);
  });
});

describe('mayAsk', () => {
  test('V6: kiosks ask for numbers, consoles for the rest, others for nothing', () => {
    const asking = (kind: Parameters<typeof mayAsk>[1]) => ROLES.filter((role) => mayAsk(role, kind));
    expect(asking('number-ticket')).toEqual(['kiosk']);
    expect(asking('sign-in')).toEqual(['counter']);
    expect(asking('call-next')).toEqual(['counter']);
  });
});
