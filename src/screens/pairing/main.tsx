import '#design/tokens/tokens.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { createModes } from '#platform/accessibility/modes.ts';
import { applyScreenSize, mmInPx } from '#platform/accessibility/screen-size.ts';
import { filterTouch } from '#platform/accessibility/touch-filter.ts';
import { saveFile } from '#platform/hardware/save-file.ts';
import { pairingPhrases } from '#platform/i18n/phrases/pairing.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import { everyDevice } from '#platform/sync/device-registry.ts';
import { browserMachine } from '#platform/sync/machine.ts';
import { pairDevice } from '#platform/sync/pairing.ts';
import { rescueAll } from '#platform/sync/rescue-all.ts';
import { createPairing, readReason } from './pairing.ts';
import { PairingScreen } from './pairing-screen.tsx';
import { createRescue } from './rescue.ts';

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
  const rescue = createRescue({
    pairing: pairing.state,
    devices: () => everyDevice(browserMachine()),
    rescueAll,
    saveFile: (text) => saveFile('ginkgo-rescue.json', text),
  });
  const wording = wordingOf(pairingPhrases, modes.language);
  effect(() => {
    document.title = wording.say('title');
  });
  const role = ROLES.find((known) => known === asked) ?? null;
  const props = { pairing, rescue, wording, role, language: modes.language };
  render(<PairingScreen {...props} />, root);
}
