import '#design/tokens/tokens.css';
import { computed } from '@preact/signals';
import { render } from 'preact';
import { createModes } from '#platform/accessibility/modes.ts';
import { applyScreenSize } from '#platform/accessibility/screen-size.ts';
import { guardPage } from '#platform/lobby-mode/guard-page.ts';
import { browserSchedule } from '#platform/lobby-mode/schedule.ts';
import { keepAwake } from '#platform/lobby-mode/wake-lock.ts';
import { watchForUpdates } from '#platform/offline/update.ts';
import type { Device } from '#platform/sync/device.ts';
import { openDevice } from '#platform/sync/open-device.ts';
import { createCallBoard } from './call-board.ts';
import { CallBoardScreen } from './call-board-screen.tsx';

const opened = await openDevice('board');
if (opened.is === 'open') hang(opened.device);
else location.replace(opened.goTo);

function hang(device: Device): void {
  const screen = document.querySelector('#screen');
  if (!screen) return;
  createModes(document.documentElement);
  applyScreenSize(device.config.peek().device.screen);
  guardPage();
  keepAwake();
  const board = createCallBoard({ ...device, schedule: browserSchedule });
  watchForUpdates({ isIdle: computed(() => board.fresh.value.size === 0), connection: device.connection });
  render(<CallBoardScreen board={board} config={device.config} />, screen);
}
