import type { ReadonlySignal } from '@preact/signals';
import { Button } from '#design/components/button/button.tsx';
import { Dialog } from '#design/components/dialog/dialog.tsx';
import { StaffPanel } from '#design/components/staff-panel/staff-panel.tsx';
import type { Language } from '#platform/i18n/wording.ts';
import type { StaffPanel as Staff } from '#platform/lobby-mode/staff-panel.ts';
import { type StaffDevice, staffWords } from '#platform/lobby-mode/staff-words.ts';

type StaffDialogProps = {
  readonly staff: Staff;
  readonly device: StaffDevice;
  readonly language: ReadonlySignal<Language>;
};

/** For whoever looks after the wall; nothing while nobody asks. */
export function StaffDialog({ staff, device, language }: StaffDialogProps) {
  if (!staff.isOpen.value) return null;
  const { title, close, details, rescue, news } = staffWords(staff, device, language);
  return (
    <Dialog title={title} onClose={staff.close} actions={<Button onPress={staff.close}>{close}</Button>}>
      <StaffPanel details={details} action={rescue} onAction={() => void staff.saveRescue()} news={news} />
    </Dialog>
  );
}
