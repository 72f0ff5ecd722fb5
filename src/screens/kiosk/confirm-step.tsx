import { Button } from '#design/components/button/button.tsx';
import type { ClassId, ServiceId } from '#domain/id.ts';
import { type Detail, DetailList } from './detail-list.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import type { StepProps } from './step-props.ts';
import { waitDetails } from './wait-details.ts';

type ConfirmProps = StepProps & { readonly service: ServiceId; readonly ticketClass: ClassId };

/** Elder mode says everything once more before it takes. */
export function ConfirmStep({ kiosk, wording, service: id, ticketClass }: ConfirmProps) {
  const { say, pick } = wording;
  const { branch } = kiosk.config.value;
  const service = branch.services.find((one) => one.id === id);
  const papers: readonly Detail[] = service
    ? [{ icon: 'id-card', label: say('papers'), value: pick(service.bring) }]
    : [];
  return (
    <KioskFrame
      kiosk={kiosk}
      wording={wording}
      title={say('confirm-title')}
      onBack={kiosk.back}
      align="center"
    >
      <p class="kiosk-question">{service && pick(service.name)}</p>
      <DetailList details={[...papers, ...waitDetails(kiosk.outlook(id, ticketClass), branch, wording)]} />
      <Button variant="primary" size="primary" icon="ticket" wide onPress={() => void kiosk.confirm()}>
        {say('confirm-yes')}
      </Button>
      <Button icon="back" wide onPress={kiosk.change}>
        {say('confirm-change')}
      </Button>
    </KioskFrame>
  );
}
