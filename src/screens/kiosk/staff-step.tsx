import { StaffPanel } from '#design/components/staff-panel/staff-panel.tsx';
import { staffWords } from '#platform/lobby-mode/staff-words.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import type { StepProps } from './step-props.ts';

type StaffProps = StepProps & { readonly version: string };

export function StaffStep({ version, ...props }: StaffProps) {
  const { kiosk, wording } = props;
  const { title, details, rescue, news } = staffWords(kiosk.staff, { ...kiosk, version }, wording.language);
  return (
    <KioskFrame {...props} title={title} onBack={kiosk.staff.close} align="center" noHelp>
      <StaffPanel
        details={details}
        action={rescue}
        onAction={() => void kiosk.staff.saveRescue()}
        news={news}
      />
    </KioskFrame>
  );
}
