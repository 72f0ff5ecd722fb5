import type { PadCore } from './pad-core.ts';
import type { Reception } from './reception.ts';
import { RESTING, type Typing } from './session.ts';
import { lettersOf, MAX_DIGITS, typedNumber } from './typed-number.ts';

export type NumberEntry = ReturnType<typeof createNumberEntry>;

/** Rating by the number on the paper, for the visitor whom no invitation can reach while the line is cut. */
export function createNumberEntry(core: PadCore, { askByNumber }: Reception) {
  const change = (make: (typing: Typing) => Partial<Typing>) => {
    const current = core.session.peek();
    if (current.is !== 'typing') return;
    core.go({ ...current, problem: null, ...make(current), touchedAt: core.ports.mono() });
  };
  return {
    start: () => {
      const { connection, config, mono } = core.ports;
      if (core.session.peek().is !== 'resting' || connection.peek().is !== 'cut') return;
      const letters = lettersOf(config.peek().branch.services);
      const letter = letters.length === 1 ? (letters[0] ?? null) : null;
      core.go({ is: 'typing', letter, digits: '', problem: null, touchedAt: mono() });
    },
    letter: (letter: string) => change(() => ({ letter })),
    digit: (digit: string) =>
      change(({ digits }) => ({ digits: digits.length < MAX_DIGITS ? digits + digit : digits })),
    erase: () => change(({ digits }) => ({ digits: digits.slice(0, -1) })),
    leave: () => {
      if (core.session.peek().is === 'typing') core.go(RESTING);
    },
    confirm: async () => {
      const current = core.session.peek();
      const number = current.is === 'typing' ? typedNumber(current) : null;
      if (number === null) return;
      const wasRated = await core.ledger.wasRated(number);
      if (core.session.peek() !== current) return;
      if (wasRated) change(() => ({ problem: 'already-rated' }));
      else askByNumber(number);
    },
  };
}
