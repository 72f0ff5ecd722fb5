import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { PAIRING_CODE_LENGTH, readPairingCode } from '#platform/i18n/pairing-code-text.ts';
import type { Paired, UnpairedReason } from '#platform/sync/pairing.ts';

export type PairingState =
  | { readonly is: 'typing'; readonly error: Exclude<UnpairedReason, 'no-device'> | null }
  | { readonly is: 'sending' }
  | { readonly is: 'paired' };

export type Pairing = {
  /** The code so far, in the server's form. */
  readonly code: ReadonlySignal<string>;
  readonly missing: ReadonlySignal<number>;
  readonly state: ReadonlySignal<PairingState>;
  /** Whatever stands in the field: in groups, in lower case, with o for 0. */
  readonly typed: (text: string) => void;
  readonly add: (sign: string) => void;
  readonly remove: () => void;
  readonly send: () => Promise<void>;
};

type PairingParts = {
  readonly pair: (code: string) => Promise<Paired>;
  readonly goTo: (url: string) => void;
  /** Why this page was opened instead of a screen. */
  readonly reason: UnpairedReason | null;
};

export function createPairing({ pair, goTo, reason }: PairingParts): Pairing {
  const code = signal('');
  const state = signal<PairingState>({ is: 'typing', error: errorOf(reason) });
  const missing = computed(() => PAIRING_CODE_LENGTH - code.value.length);

  const typed = (text: string) => {
    if (state.peek().is !== 'typing') return;
    code.value = readPairingCode(text);
    state.value = { is: 'typing', error: null };
  };

  return {
    code,
    missing,
    state,
    typed,
    add: (sign) => typed(code.peek() + sign),
    remove: () => typed(code.peek().slice(0, -1)),
    send: async () => {
      if (missing.peek() > 0 || state.peek().is !== 'typing') return;
      state.value = { is: 'sending' };
      const paired = await pair(code.peek());
      if (paired.is === 'unpaired') {
        state.value = { is: 'typing', error: errorOf(paired.reason) };
        return;
      }
      state.value = { is: 'paired' };
      goTo(paired.goTo);
    },
  };
}

/** A device that was never paired has made no mistake. */
function errorOf(reason: UnpairedReason | null) {
  return reason === 'no-device' ? null : reason;
}

const REASONS = [
  'no-device',
  'code-unknown',
  'code-used',
  'too-many-tries',
  'no-answer',
  'storage-wiped',
  'storage-broken',
  'not-secure',
] as const satisfies readonly UnpairedReason[];

/** `#for=kiosk&reason=code-used` as the screens write it; anything else is nothing. */
export function readReason(hash: string): UnpairedReason | null {
  const asked = new URLSearchParams(hash.slice(1)).get('reason');
  return REASONS.find((reason) => reason === asked) ?? null;
}
