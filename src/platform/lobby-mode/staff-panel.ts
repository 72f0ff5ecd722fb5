import { type ReadonlySignal, signal } from '@preact/signals';
import type { Device } from '#platform/sync/device.ts';
import type { Schedule } from './schedule.ts';

/** Long enough that no visitor ever does it. */
const HOLD_MS = 5000;
const CLOSES_AFTER_MS = 120_000;

export type RescueState = 'not-asked' | 'working' | 'saved' | 'partial' | 'failed';

export type StaffPanel = {
  readonly isOpen: ReadonlySignal<boolean>;
  readonly rescue: ReadonlySignal<RescueState>;
  /** A finger rests on the connection line, or leaves it. */
  readonly holdStart: () => void;
  readonly holdEnd: () => void;
  readonly close: () => void;
  readonly saveRescue: () => Promise<void>;
};

type StaffPanelParts = {
  readonly schedule: Schedule;
  readonly rescueExport: Device['rescueExport'];
  readonly saveFile: (text: string) => void;
};

/** For staff only: who this machine is, what it holds, and its facts as a file when its disk dies. */
export function createStaffPanel({ schedule, rescueExport, saveFile }: StaffPanelParts): StaffPanel {
  const isOpen = signal(false);
  const rescue = signal<RescueState>('not-asked');
  let cancel: () => void = () => {};

  const close = () => {
    cancel();
    isOpen.value = false;
    rescue.value = 'not-asked';
  };
  const open = () => {
    isOpen.value = true;
    cancel = schedule(CLOSES_AFTER_MS, close);
  };

  return {
    isOpen,
    rescue,
    close,
    holdStart: () => {
      if (isOpen.peek()) return;
      cancel();
      cancel = schedule(HOLD_MS, open);
    },
    holdEnd: () => {
      if (!isOpen.peek()) cancel();
    },
    saveRescue: async () => {
      rescue.value = 'working';
      rescue.value = await rescueExport().then(
        ({ is, text }) => {
          saveFile(text);
          return is === 'whole' ? ('saved' as const) : is;
        },
        () => 'failed' as const,
      );
    },
  };
}
