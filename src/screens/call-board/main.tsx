import '#design/tokens/tokens.css';
import { computed } from '@preact/signals';
import { render } from 'preact';
import { createModes } from '#platform/accessibility/modes.ts';
import { applyScreenSize } from '#platform/accessibility/screen-size.ts';
import { saveFile } from '#platform/hardware/save-file.ts';
import { guardPage } from '#platform/lobby-mode/guard-page.ts';
import { browserSchedule } from '#platform/lobby-mode/schedule.ts';
import { createStaffPanel } from '#platform/lobby-mode/staff-panel.ts';
import { keepAwake } from '#platform/lobby-mode/wake-lock.ts';
import { watchForUpdates } from '#platform/offline/update.ts';
import type { Device } from '#platform/sync/device.ts';
import { openDevice } from '#platform/sync/open-device.ts';
import { createCallBoard } from './call-board.ts';
import { CallBoardScreen } from './call-board-screen.tsx';
import { StaffDialog } from './staff-dialog.tsx';

declare const APP_VERSION: string;

const opened = await openDevice('board');
if (opened.is === 'open') hang(opened.device);
else location.replace(opened.goTo);

function hang(device: Device): void {
  const screen = document.querySelector('#screen');
  if (!screen) return;
  const modes = createModes(document.documentElement);
  applyScreenSize(device.config.peek().device.screen);
  guardPage();
  keepAwake();
  const board = createCallBoard({ ...device, schedule: browserSchedule });
  const { config, troubles, journal } = device;
  const { id } = config.peek().device;
  const staff = createStaffPanel({
    ...device,
    schedule: browserSchedule,
    saveFile: (text) => saveFile(`ginkgo-${id}.json`, text),
  });
  const isIdle = computed(() => board.fresh.value.size === 0 && !staff.isOpen.value);
  watchForUpdates({ isIdle, connection: device.connection });
  const machine = { config, troubles, unsent: journal.unsent, version: APP_VERSION };
  render(
    <>
      <CallBoardScreen board={board} config={config} staff={staff} />
      <StaffDialog staff={staff} device={machine} language={modes.language} />
    </>,
    screen,
  );
}
