import type { Service } from '#domain/branch/branch.ts';
import type { PadCore } from './pad-core.ts';
import type { Reception } from './reception.ts';
import { RESTING, type Typing } from './session.ts';
import { MAX_DIGITS, typedNumber } from './typed-number.ts';

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
      core.go({
        is: 'typing',
        letter: onlyLetter(config.peek().branch.services),
        digits: '',
        problem: null,
        touchedAt: mono(),
      });
    },
    letter: (letter: string) => change(() => ({ letter })),
    digit: (digit: string) =>
      change(({ digits }) => ({ digits: digits.length < MAX_DIGITS ? digits + digit : digits })),
    erase: () => change(({ digits }) => ({ digits: digits.slice(0, -1) })),
    /** From the digits to the letters, from the letters away. */
    back: () => {
      const current = core.session.peek();
      if (current.is !== 'typing') return;
      const hasLetters = onlyLetter(core.ports.config.peek().branch.services) === null;
      if (current.letter !== null && hasLetters) change(() => ({ letter: null, digits: '' }));
      else core.go(RESTING);
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

function onlyLetter(services: readonly Service[]): string | null {
  const [first, second] = services;
  return first && !second ? first.letter : null;
}
