import { describe, expect, test } from 'vitest';
import { signIn } from '#domain/queue/sign-in.ts';
import { sampleBranch } from '#test/samples/branch.ts';
import { at, called, dayOf, opened, taken } from '#test/samples/entries.ts';

const parked = { kind: 'ticket-parked', ...at(1), ticketId: 't-A001' } as const;

describe('signIn', () => {
  test('Q10: only a teller of the branch', () => {
    expect(signIn(sampleBranch, dayOf(), { counter: 'counter-1', teller: '9999' })).toEqual({
      ok: false,
      refusal: 'unknown-teller',
    });
  });

  test('Q18: sits down; again at the same counter changes nothing', () => {
    expect(signIn(sampleBranch, dayOf(), at(1))).toEqual({
      ok: true,
      value: [{ kind: 'teller-signed-in', ...at(1) }],
    });
    expect(signIn(sampleBranch, dayOf(...opened(1)), at(1))).toEqual({ ok: true, value: [] });
  });

  test('Q17 Q18: at another counter, leaves the first and its parked tickets to the line', () => {
    const day = dayOf(...opened(1), taken('A001'), called(1, 'A001'), parked);
    const verdict = signIn(sampleBranch, day, { counter: 'counter-2', teller: '1001' });
    expect(verdict).toMatchObject({
      ok: true,
      value: [
        { kind: 'ticket-returned', ticketId: 't-A001' },
        { kind: 'teller-signed-out', ...at(1) },
        { kind: 'teller-signed-in', counter: 'counter-2', teller: '1001' },
      ],
    });
  });

  test('Q16: not while a visitor is called there', () => {
    const day = dayOf(...opened(1), taken('A001'), called(1, 'A001'));
    expect(signIn(sampleBranch, day, { counter: 'counter-2', teller: '1001' })).toEqual({
      ok: false,
      refusal: 'signed-in-elsewhere',
    });
  });

  test('Q18: relieves a colleague, with the called visitor and the parked tickets', () => {
    const day = dayOf(...opened(1), taken('A001'), taken('A002'), parked, called(1, 'A002'));
    const relief = { counter: 'counter-1', teller: '1002' };
    const verdict = signIn(sampleBranch, day, relief);
    expect(verdict).toEqual({
      ok: true,
      value: [
        { kind: 'teller-signed-out', ...at(1) },
        { kind: 'teller-signed-in', ...relief },
      ],
    });
    const facts = verdict.ok ? verdict.value : [];
    const after = dayOf(...opened(1), taken('A001'), taken('A002'), parked, called(1, 'A002'), ...facts);
    expect(after.counters['counter-1']).toMatchObject({
      teller: '1002',
      serving: 't-A002',
      status: 'closed',
    });
    expect(after.tickets['t-A001']?.state.is).toBe('parked');
  });
});
