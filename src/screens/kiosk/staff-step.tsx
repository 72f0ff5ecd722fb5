import { Button } from '#design/components/button/button.tsx';
import { devicePhrases } from '#platform/i18n/phrases/device.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import { type Detail, DetailList } from './detail-list.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import type { StepProps } from './step-props.ts';

type StaffProps = StepProps & { readonly version: string };

export function StaffStep({ version, ...props }: StaffProps) {
  const { kiosk, wording } = props;
  const { say } = wording;
  const rescue = kiosk.staff.rescue.value;
  return (
    <KioskFrame {...props} title={say('staff-title')} onBack={kiosk.staff.close} align="center" noHelp>
      <DetailList details={staffDetails({ version, ...props })} />
      <Button icon="transfer" wide onPress={() => void kiosk.staff.saveRescue()}>
        {say('staff-rescue')}
      </Button>
      <p role="status">{rescue !== 'not-asked' && say(`staff-rescue-${rescue}`)}</p>
    </KioskFrame>
  );
}

function staffDetails({ kiosk, wording, version }: StaffProps): readonly Detail[] {
  const { say, pick } = wording;
  const { device, version: config } = kiosk.config.value;
  const words = wordingOf(devicePhrases, wording.language);
  const troubles = kiosk.troubles.value.map(({ code }) => words.say(`trouble-${code}`));
  return [
    { icon: 'id-card', label: say('staff-device'), value: device.id, note: pick(device.place) },
    { icon: 'info', label: say('staff-version'), value: version },
    { icon: 'info', label: say('staff-config'), value: config },
    { icon: 'transfer', label: say('staff-unsent'), value: String(kiosk.unsent.value) },
    {
      icon: 'warning',
      label: say('staff-troubles'),
      value: troubles.length > 0 ? troubles.join(say('list-comma')) : say('staff-no-troubles'),
    },
  ];
}
