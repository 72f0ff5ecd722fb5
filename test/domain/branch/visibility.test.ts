import { describe, expect, test } from 'vitest';
import { ROLES } from '#domain/branch/role.ts';
import { entryFor } from '#domain/branch/visibility.ts';
import type { Fact } from '#domain/event.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import {
  at,
  called,
  entryBuilder,
  finished,
  opened,
  rated,
  SAMPLE_DAY,
  taken,
} from '#test/samples/entries.ts';

const explained: Fact = {
  kind: 'rating-explained',
  ...at(1),
  invitationId: 'i-A001',
  tags: ['too-slow'],
  dictionary: 1,
  wantsContact: true,
};
const secrets = [rated(1, 'i-A001', { level: 'VD1' }), explained];

describe('entryFor', () => {
  test.each(ROLES.filter((role) => role !== 'insight' && role !== 'lobby'))(
    'V1: a %s learns only that a rating came in',
    (role) => {
      const { entry } = entryBuilder();
      for (const secret of secrets.map((fact) => entry(fact))) {
        const seen = entryFor(role, secret);
        expect(seen).toEqual({
          ...secret,
          fact: { kind: 'rating-received', ...at(1), invitationId: 'i-A001' },
        });
      }
    },
  );

  test.each(['insight', 'lobby'] as const)('V1: %s sees everything', (role) => {
    const { entry } = entryBuilder();
    for (const secret of secrets.map((fact) => entry(fact))) expect(entryFor(role, secret)).toBe(secret);
  });

  test('V1: everything else is for every role', () => {
    const { entry } = entryBuilder();
    const open = entry(taken('A001'));
    for (const role of ROLES) expect(entryFor(role, open)).toBe(open);
  });

  test('V2: the day is the same with and without levels, after every single entry', () => {
    const { entry } = entryBuilder();
    const facts = [
      ...opened(1),
      taken('A001'),
      called(1, 'A001'),
      ...secrets,
      finished(1, 'A001'),
      ...secrets,
    ];
    let full = emptyDay(SAMPLE_DAY);
    let redacted = full;
    for (const each of facts.map((fact) => entry(fact))) {
      full = foldDay(full, each);
      redacted = foldDay(redacted, entryFor('board', each));
      expect(redacted).toEqual(full);
    }
  });
});
