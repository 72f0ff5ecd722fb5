import '#design/tokens/tokens.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { createModes } from '#platform/accessibility/modes.ts';
import { applyScreenSize, mmInPx } from '#platform/accessibility/screen-size.ts';
import { filterTouch } from '#platform/accessibility/touch-filter.ts';
import { pairingPhrases } from '#platform/i18n/phrases/pairing.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import { pairDevice } from '#platform/sync/pairing.ts';
import { createPairing, readReason } from './pairing.ts';
import { PairingScreen } from './pairing-screen.tsx';

/** A device without a name has no calibration either: a lobby panel is assumed. */
const UNCALIBRATED = { mmPerPx: null, shortSideMm: 268, bottomHeightMm: 0 };
const ROLES = ['kiosk', 'pad', 'counter', 'board'] as const;

const root = document.querySelector<HTMLElement>('#screen');
if (root) show(root);

function show(root: HTMLElement): void {
  const modes = createModes(document.documentElement);
  applyScreenSize(UNCALIBRATED);
  filterTouch(root, { mmPx: mmInPx, onMiss: () => {} });
  const asked = new URLSearchParams(location.hash.slice(1)).get('for');
  const pairing = createPairing({
    pair: pairDevice,
    goTo: (url) => location.replace(url),
    reason: readReason(location.hash),
  });
  const wording = wordingOf(pairingPhrases, modes.language);
  effect(() => {
    document.title = wording.say('title');
  });
  const role = ROLES.find((known) => known === asked) ?? null;
  render(<PairingScreen pairing={pairing} wording={wording} language={modes.language} role={role} />, root);
}
