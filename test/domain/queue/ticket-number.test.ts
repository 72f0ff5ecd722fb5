import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTicketNumbers, formatTicketNumber, parseTicketNumber } from '#domain/queue/ticket-number.ts';

test('N1: a letter and at least three digits', () => {
  expect([7, 17, 999, 1000, 12_345].map((count) => formatTicketNumber('A', count))).toEqual([
    'A007',
    'A017',
    'A999',
    'A1000',
    'A12345',
  ]);
});

test('N1: what is formatted is parsed again, and anything else is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (count) => {
      expect(parseTicketNumber(formatTicketNumber('V', count))).toEqual({ letter: 'V', count });
    }),
  );
  for (const wrong of ['', 'A', 'A17', 'a017', 'A0017', 'A123456', '017', 'AB17', 'A017 '])
    expect(parseTicketNumber(wrong)).toBeNull();
});

test('N1: sorted by letter, then by count, what is none last', () => {
  const sorted = ['?', 'B001', 'A1000', 'A999', '!', 'A017'].toSorted(compareTicketNumbers);
  expect(sorted).toEqual(['A017', 'A999', 'A1000', 'B001', '?', '!']);
});
