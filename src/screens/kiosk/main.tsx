import '#design/tokens/tokens.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { createModes } from '#platform/accessibility/modes.ts';
import { applyScreenSize, mmInPx } from '#platform/accessibility/screen-size.ts';
import { filterTouch } from '#platform/accessibility/touch-filter.ts';
import { createBrowserPrinter } from '#platform/hardware/browser-printer.ts';
import { noPrinter } from '#platform/hardware/no-printer.ts';
import { saveFile } from '#platform/hardware/save-file.ts';
import { kioskPhrases } from '#platform/i18n/phrases/kiosk.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import { guardPage } from '#platform/lobby-mode/guard-page.ts';
import { browserSchedule } from '#platform/lobby-mode/schedule.ts';
import { keepAwake } from '#platform/lobby-mode/wake-lock.ts';
import { watchForUpdates } from '#platform/offline/update.ts';
import type { Device } from '#platform/sync/device.ts';
import { openDevice } from '#platform/sync/open-device.ts';
import { createKiosk } from './kiosk.ts';
import { KioskScreen } from './kiosk-screen.tsx';

declare const APP_VERSION: string;

const opened = await openDevice('kiosk');
if (opened.is === 'open') await stand(opened.device);
else location.replace(opened.goTo);

async function stand(device: Device): Promise<void> {
  const root = document.querySelector<HTMLElement>('#screen');
  if (!root) return;
  const { id, printer, screen, languages } = device.config.peek().device;
  const modes = createModes(document.documentElement, { language: languages[0] ?? 'zh-CN' });
  applyScreenSize(screen);
  guardPage();
  keepAwake();
  const kiosk = createKiosk({
    ...device,
    modes,
    schedule: browserSchedule,
    printer:
      printer === 'browser' ? createBrowserPrinter({ paper: window, schedule: browserSchedule }) : noPrinter,
    saveFile: (text) => saveFile(`ginkgo-${id}.json`, text),
  });
  await kiosk.start();
  watchForUpdates({ isIdle: kiosk.isUnused, connection: device.connection });
  filterTouch(root, { mmPx: mmInPx, onMiss: kiosk.missed });
  // Not at the first contact: a press on the warning would take its own button away.
  document.addEventListener('pointerup', kiosk.touched);
  document.addEventListener('keyup', kiosk.touched);
  const wording = wordingOf(kioskPhrases, modes.language);
  effect(() => {
    document.title = wording.say('title');
  });
  render(<KioskScreen kiosk={kiosk} wording={wording} version={APP_VERSION} />, root);
}
