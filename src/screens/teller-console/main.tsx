import '#design/tokens/tokens.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { createModes, type ModeDefaults } from '#platform/accessibility/modes.ts';
import { applyScreenSize } from '#platform/accessibility/screen-size.ts';
import { saveFile } from '#platform/hardware/save-file.ts';
import { tellerConsolePhrases } from '#platform/i18n/phrases/teller-console.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import { browserSchedule } from '#platform/lobby-mode/schedule.ts';
import { watchForUpdates } from '#platform/offline/update.ts';
import { openCounterChannel } from '#platform/sync/counter-channel.ts';
import type { Device } from '#platform/sync/device.ts';
import { openDevice } from '#platform/sync/open-device.ts';
import { createConsoleSurface } from './console-surface.ts';
import { listenToKeys } from './keyboard.ts';
import { createTellerConsole } from './teller-console.ts';
import { TellerConsoleScreen } from './teller-console-screen.tsx';

const DISPLAY = 'display';

const opened = await openDevice('counter');
if (opened.is === 'open') await sit(opened.device);
else location.replace(opened.goTo);

async function sit(device: Device): Promise<void> {
  const screen = document.querySelector('#screen');
  if (!screen) return;
  const { config, notebook } = device;
  const { counter, languages, screen: size } = config.peek().device;
  const kept = await notebook.read<ModeDefaults>(DISPLAY);
  const modes = createModes(document.documentElement, { language: languages[0] ?? 'zh-CN', ...kept });
  applyScreenSize(size);
  effect(() => {
    const { size: textSize, contrast, language } = modes;
    const display = { size: textSize.value, contrast: contrast.value, language: language.value };
    void notebook.write(DISPLAY, display satisfies ModeDefaults);
  });
  const channel = openCounterChannel(counter ?? '');
  const desk = createTellerConsole({ ...device, channel, schedule: browserSchedule });
  await desk.recover();
  const words = wordingOf(tellerConsolePhrases, modes.language);
  const saveRescue = () => {
    device
      .rescueExport()
      .then(({ is, text }) => saveFile(`ginkgo-${config.peek().device.id}-${is}.json`, text))
      // Nothing more can be done here than what the notice already says.
      .catch(() => {});
  };
  const { troubles, connection } = device;
  const surface = createConsoleSurface({ desk, words, modes, config, troubles, saveRescue });
  watchForUpdates({ isIdle: surface.isIdle, connection });
  listenToKeys(surface);
  render(<TellerConsoleScreen at={surface} />, screen);
}
