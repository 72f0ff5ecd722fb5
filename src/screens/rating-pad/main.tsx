import '#design/tokens/tokens.css';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import { createModes } from '#platform/accessibility/modes.ts';
import { applyScreenSize, mmInPx } from '#platform/accessibility/screen-size.ts';
import { filterTouch } from '#platform/accessibility/touch-filter.ts';
import { saveFile } from '#platform/hardware/save-file.ts';
import { ratingPadPhrases } from '#platform/i18n/phrases/rating-pad.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import { guardPage } from '#platform/lobby-mode/guard-page.ts';
import { browserSchedule } from '#platform/lobby-mode/schedule.ts';
import { keepAwake } from '#platform/lobby-mode/wake-lock.ts';
import { watchForUpdates } from '#platform/offline/update.ts';
import { openCounterChannel } from '#platform/sync/counter-channel.ts';
import type { Device } from '#platform/sync/device.ts';
import { openDevice } from '#platform/sync/open-device.ts';
import { lastFinger } from './last-finger.ts';
import { oneTabAtATime } from './one-tab-at-a-time.ts';
import { createRatingPad } from './rating-pad.ts';
import { RatingPadScreen } from './rating-pad-screen.tsx';

declare const APP_VERSION: string;

const opened = await openDevice('pad');
if (opened.is === 'open') await stand(opened.device);
else location.replace(opened.goTo);

async function stand(device: Device): Promise<void> {
  const root = document.querySelector<HTMLElement>('#screen');
  if (!root) return;
  const { id, counter, languages, screen } = device.config.peek().device;
  const modes = createModes(document.documentElement, { language: languages[0] ?? 'zh-CN' });
  applyScreenSize(screen);
  guardPage();
  keepAwake();
  const pad = createRatingPad({
    ...device,
    modes,
    mono: () => performance.now(),
    schedule: browserSchedule,
    channel: openCounterChannel(counter ?? ''),
    visible: pageVisible(),
    exclusively: oneTabAtATime(id),
    saveFile: (text) => saveFile(`ginkgo-${id}.json`, text),
  });
  await pad.start();
  watchForUpdates({ isIdle: pad.isIdle, connection: device.connection });
  filterTouch(root, { mmPx: mmInPx, onMiss: pad.missedTouch });
  const words = wordingOf(ratingPadPhrases, modes.language);
  effect(() => {
    document.title = words.say('title');
  });
  const fingerMm = lastFinger(document, mmInPx);
  render(
    <RatingPadScreen
      view={{ ...device, unsent: device.journal.unsent, version: APP_VERSION, pad, words, modes, fingerMm }}
    />,
    root,
  );
}

function pageVisible(): ReadonlySignal<boolean> {
  const visible = signal(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', () => {
    visible.value = document.visibilityState === 'visible';
  });
  return visible;
}
