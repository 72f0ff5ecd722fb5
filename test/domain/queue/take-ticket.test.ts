import { expect, test } from 'vitest';
import { takeTicket } from '#domain/queue/take-ticket.ts';
import { sampleBranch } from '#test/samples/branch.ts';
import { taken } from '#test/samples/entries.ts';

const { kind: _, ...ticket } = taken('A001', { promised: { fromMin: 5, toMin: 15 }, language: 'en' });
const monday = { ...ticket, weekday: 1, minute: 10 * 60 };
const take = (change: Partial<typeof monday> = {}, branch = sampleBranch) =>
  takeTicket(branch, { ...monday, ...change });

test('Q24: a ticket for an open service', () => {
  expect(take()).toEqual({ ok: true, value: { kind: 'ticket-taken', ...ticket } });
});

test('Q24: unknown service, closed service, closed branch', () => {
  expect(take({ service: 'gold' })).toEqual({ ok: false, refusal: 'unknown-service' });
  expect(take({ service: 'company', minute: 12 * 60 })).toEqual({ ok: false, refusal: 'service-closed' });
  expect(take({ minute: 17 * 60 })).toEqual({ ok: false, refusal: 'branch-closed' });
});

test('Q24: a class the branch no longer has is the ordinary one', () => {
  expect(take({ ticketClass: 'gold' })).toMatchObject({ value: { ticketClass: 'ordinary' } });
  const classless = { ...sampleBranch, classes: [] };
  expect(take({ ticketClass: 'gold' }, classless)).toMatchObject({ value: { ticketClass: 'gold' } });
});
