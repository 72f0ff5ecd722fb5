import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerOf } from '#domain/rating/ledger.ts';
import { LEVELS } from '#domain/rating/scale.ts';
import { settled } from '#test/doubles/clock-double.ts';
import { type PadStand, padStand } from './pad-stand.ts';

const tabOf = (stand: PadStand, index: number) => {
  const tabs = stand.tabs();
  return tabs[index % tabs.length] ?? stand.pad();
};

type Move = (stand: PadStand) => Promise<unknown>;

const level = fc.constantFrom(...LEVELS.map(({ code }) => code));
const pause = fc.constantFrom(100, 900, 1_000, 2_500, 5_000, 12_000, 16_000, 31_000, 62_000);

/** Whatever visitors, tellers, cables and disks may do, in any order. */
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(level, fc.nat(3)).map(
    ([code, tab]): Move =>
      (stand) =>
        tabOf(stand, tab).answers.rate(code, null),
  ),
  fc.nat(3).map(
    (tab): Move =>
      async (stand) =>
        tabOf(stand, tab).touched(),
  ),
  level.map(
    (code): Move =>
      (stand) =>
        stand.rate(code),
  ),
  pause.map(
    (ms): Move =>
      (stand) =>
        stand.clock.advance(ms),
  ),
  fc.constantFrom<Move>(
    nextTicket,
    nextTicket,
    callNext,
    async (stand) => stand.pad().touched(),
    (stand) => stand.pad().answers.decline(),
    async (stand) => stand.pad().answers.goOn(),
    async (stand) => stand.pad().answers.toggleTag('slow'),
    async (stand) => stand.pad().answers.toContact(),
    (stand) => stand.pad().answers.answerContact(true),
    async (stand) => {
      stand.modes().size.value = 'elder';
    },
    async (stand) => {
      stand.visible.value = !stand.visible.peek();
    },
    async (stand) => stand.device().breakDisk(true),
    async (stand) => stand.device().breakDisk(false),
    async (stand) => {
      stand.die();
      await stand.boot();
    },
    async (stand) => {
      await Promise.all([stand.pad().answers.rate('VS5', null), stand.pad().answers.rate('VD1', null)]);
    },
    async (stand) => {
      await stand.openTab();
    },
  ),
);

let served = 0;
async function nextTicket(stand: PadStand): Promise<void> {
  served += 1;
  const number = `A${String(served).padStart(3, '0')}`;
  await stand.call(number);
  await stand.clock.advance(200);
  await stand.finish(number);
}

/** Called, and later finished with the same question as ever. */
async function callNext(stand: PadStand): Promise<void> {
  served += 1;
  await stand.call(`B${String(served).padStart(3, '0')}`);
}

/** The invitations that were answered or ended, once for each time; a corrected slip is no second answer. */
function endsOf(stand: PadStand): readonly string[] {
  return stand
    .facts('rating-given', 'invitation-ended')
    .filter((fact) => fact.kind === 'invitation-ended' || fact.replaces === null)
    .map(({ invitationId }) => invitationId);
}

describe('one invitation', () => {
  test('12.5.1 has exactly one outcome, whatever happens', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 40 }), async (moves) => {
        served = 0;
        const stand = await padStand();
        for (const go of moves) {
          await go(stand);
          await settled();
        }
        stand.device().breakDisk(false);
        stand.visible.value = true;
        await stand.clock.advance(200_000);

        const ledger = ledgerOf(stand.device().day.peek());
        expect(ledger.pending).toBe(0);
        expect(ledger.finished).toBe(ledger.rated + ledger.timeout + ledger.declined + ledger.notOffered);
        const ends = endsOf(stand);
        expect(new Set(ends).size).toBe(ends.length);
        const seen = stand.facts('rating-invited').map(({ invitationId }) => invitationId);
        expect(new Set(seen).size).toBe(seen.length);
      }),
      { numRuns: 500 },
    );
  });
});
