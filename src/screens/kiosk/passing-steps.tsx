import { Button } from '#design/components/button/button.tsx';
import { Icon } from '#design/components/icon/icon.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import type { StepProps } from './step-props.ts';

/** At most 400 ms and a write: long enough only to be told apart from nothing. */
export function TakingStep(props: StepProps) {
  return (
    <KioskFrame {...props} title={props.wording.say('taking')} align="center" noHelp>
      <Icon name="ticket" class="kiosk-large-icon" />
    </KioskFrame>
  );
}

export function GivenBackStep({ number, ...props }: StepProps & { readonly number: string }) {
  const { say } = props.wording;
  return (
    <KioskFrame {...props} title={say('given-back', { number })} align="center">
      <Icon name="done" class="kiosk-large-icon" />
      <p class="text-l text-center">{say('given-back-note')}</p>
      <Button variant="primary" size="primary" icon="check" onPress={props.kiosk.done}>
        {say('done')}
      </Button>
    </KioskFrame>
  );
}
