import { describe, expect, it } from 'vitest';
import { PAIRING_CODE_SIGNS } from '#platform/i18n/pairing-code-text.ts';
import { pairingPhrases } from '#platform/i18n/phrases/pairing.ts';
import type { Paired, UnpairedReason } from '#platform/sync/pairing.ts';
import { createPairing, readReason } from '#screens/pairing/pairing.ts';

const CODE = '7K3M9QX2AB01';
const PAIRED: Paired = { is: 'paired', device: 'kiosk-1', role: 'kiosk', goTo: '/kiosk/#device=kiosk-1' };

function pairingUnderTest(answers: readonly Paired[] = [PAIRED], reason: UnpairedReason | null = null) {
  const sent: string[] = [];
  const gone: string[] = [];
  const script = [...answers];
  const pairing = createPairing({
    pair: async (code) => {
      sent.push(code);
      return script.shift() ?? PAIRED;
    },
    goTo: (url) => void gone.push(url),
    reason,
  });
  return { pairing, sent, gone };
}

describe('pairing: typing', () => {
  it.each(['7k3m 9qx2 ab01', '7K3M-9QX2-ABO1', ' 7k3m9qx2abOl ', '7K3M9QX2AB01ZZZ'])('takes %j', (typed) => {
    const { pairing } = pairingUnderTest();
    pairing.typed(typed);
    expect(pairing.code.value).toBe(CODE);
    expect(pairing.missing.value).toBe(0);
  });

  it('leaves out what no code contains', () => {
    const { pairing } = pairingUnderTest();
    pairing.typed('7K?U3');
    expect(pairing.code.value).toBe('7K3');
    expect(pairing.missing.value).toBe(9);
  });

  it('adds and removes by key', () => {
    const { pairing } = pairingUnderTest();
    pairing.add('7');
    pairing.add('K');
    pairing.remove();
    expect(pairing.code.value).toBe('7');
    expect(PAIRING_CODE_SIGNS).toHaveLength(32);
  });
});

describe('pairing: sending', () => {
  it('goes to the screen of the paired role', async () => {
    const { pairing, sent, gone } = pairingUnderTest();
    pairing.typed(CODE);
    await pairing.send();
    expect(sent).toEqual([CODE]);
    expect(gone).toEqual(['/kiosk/#device=kiosk-1']);
  });

  it('sends nothing that is too short, and nothing twice', async () => {
    const { pairing, sent } = pairingUnderTest();
    pairing.typed('7K3M');
    await pairing.send();
    pairing.typed(CODE);
    await Promise.all([pairing.send(), pairing.send(), pairing.send()]);
    expect(sent).toHaveLength(1);
  });

  it.each([
    'code-unknown',
    'code-used',
    'too-many-tries',
    'no-answer',
    'storage-broken',
    'not-secure',
  ] as const)('%s is said, the code stays to be mended, the next try is free', async (reason) => {
    const { pairing, gone } = pairingUnderTest([{ is: 'unpaired', reason }, PAIRED]);
    pairing.typed(CODE);
    await pairing.send();
    expect(pairing.state.value).toEqual({ is: 'typing', error: reason });
    expect(pairingPhrases[`error-${reason}`]['zh-CN']).not.toBe('');
    expect(pairing.code.value).toBe(CODE);
    await pairing.send();
    expect(gone).toHaveLength(1);
  });

  it('says why it was opened, but blames nobody who was never paired', () => {
    expect(pairingUnderTest([], 'storage-wiped').pairing.state.value).toEqual({
      is: 'typing',
      error: 'storage-wiped',
    });
    expect(pairingUnderTest([], 'no-device').pairing.state.value).toEqual({ is: 'typing', error: null });
    expect(readReason('#for=kiosk&reason=code-used')).toBe('code-used');
    expect(readReason('#reason=<b>')).toBe(null);
  });
});
