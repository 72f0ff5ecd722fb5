import { Icon } from '#design/components/icon/icon.tsx';
import type { IconName } from '#design/components/icon/icon-paths.ts';
import { ConnectionPlace } from './connection-place.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import { whenWords } from './opening-words.ts';
import type { StepProps } from './step-props.ts';

/** Where a person is found: said by every screen on which the machine itself cannot go on. */
function Place({ kiosk, wording, icon }: StepProps & { readonly icon: IconName }) {
  return (
    <div class="kiosk-place">
      <Icon name={icon} class="kiosk-large-icon" />
      <p class="text-title text-bold text-center">{wording.pick(kiosk.config.value.branch.helpDesk)}</p>
    </div>
  );
}

export function HelpStep(props: StepProps) {
  const { say } = props.wording;
  return (
    <KioskFrame {...props} title={say('help-title')} onBack={props.kiosk.back} align="center" noHelp>
      <Place {...props} icon="help" />
      <p class="text-l text-center">{say('help-note')}</p>
    </KioskFrame>
  );
}

export function ClosedStep(props: StepProps) {
  const { kiosk, wording } = props;
  const { say, pick } = wording;
  const when = whenWords(kiosk.moment.value, kiosk.branch.value, wording);
  const { helpDesk } = kiosk.config.value.branch;
  return (
    <KioskFrame
      {...props}
      title={say('closed-title')}
      foot={<ConnectionPlace {...props} />}
      align="center"
      noHelp
    >
      <Icon name="clock" class="kiosk-large-icon" />
      {when && <p class="text-title text-bold text-center">{say('closed-opens', { when })}</p>}
      <p class="text-l text-center">{say('closed-help', { place: pick(helpDesk) })}</p>
    </KioskFrame>
  );
}

export function NoNumberStep(props: StepProps) {
  const { say } = props.wording;
  return (
    <KioskFrame {...props} title={say('no-number-title')} onBack={props.kiosk.back} align="center" noHelp>
      <Place {...props} icon="person" />
      <p class="text-l text-center">{say('no-number-note')}</p>
    </KioskFrame>
  );
}

export function OutOfOrderStep(props: StepProps) {
  const { say } = props.wording;
  return (
    <KioskFrame
      {...props}
      title={say('out-of-order-title')}
      onBack={props.kiosk.back}
      foot={<ConnectionPlace {...props} />}
      align="center"
      noHelp
    >
      <p class="text-l text-center">{say('out-of-order-note')}</p>
      <Place {...props} icon="person" />
    </KioskFrame>
  );
}
