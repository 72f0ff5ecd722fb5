import { Button } from '#design/components/button/button.tsx';
import { Icon } from '#design/components/icon/icon.tsx';
import { Pressable } from '#design/components/pressable/pressable.tsx';
import { calendarDay, clockTime } from '#platform/i18n/times.ts';
import { ConnectionPlace } from './connection-place.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import type { StepProps } from './step-props.ts';

export function StartStep({ kiosk, wording }: StepProps) {
  const { say, pick } = wording;
  const { branch } = kiosk.config.value;
  return (
    <KioskFrame
      kiosk={kiosk}
      wording={wording}
      top={<ContrastButton kiosk={kiosk} wording={wording} />}
      foot={<ConnectionPlace kiosk={kiosk} wording={wording} />}
      align="center"
    >
      <div class="kiosk-welcome">
        <h1>{pick(branch.name)}</h1>
        <Clock kiosk={kiosk} wording={wording} />
      </div>
      <Pressable class="kiosk-take" onPress={kiosk.begin}>
        <Icon name="ticket" class="kiosk-take-icon" />
        <span class="kiosk-take-words">
          <span class="kiosk-take-title">{say('take-number')}</span>
          <span class="kiosk-take-note">{say('take-number-note')}</span>
        </span>
      </Pressable>
      <WaitingNow kiosk={kiosk} wording={wording} />
    </KioskFrame>
  );
}

function Clock({ kiosk, wording }: StepProps) {
  const { timeZone } = kiosk.config.value.branch;
  const minute = kiosk.minute.value;
  const language = wording.language.value;
  return (
    <time class="kiosk-clock">
      <span>{calendarDay(minute, timeZone, language)}</span>
      <span class="number">{clockTime(minute, timeZone, language)}</span>
    </time>
  );
}

function ContrastButton({ kiosk, wording }: StepProps) {
  const { contrast } = kiosk.modes;
  const isHigh = contrast.value === 'high';
  const turn = () => {
    contrast.value = isHigh ? 'standard' : 'high';
  };
  return (
    <Button icon="contrast" onPress={turn}>
      {wording.say(isHigh ? 'contrast-off' : 'contrast')}
    </Button>
  );
}

function WaitingNow({ kiosk, wording }: StepProps) {
  if (kiosk.connection.value.is === 'cut') return null;
  const count = kiosk.offers.value.reduce((sum, offer) => sum + offer.waiting, 0);
  return (
    <p class="kiosk-waiting-now text-l">
      <Icon name="people" />
      <span>
        {wording.say(count === 0 ? 'waiting-none' : count === 1 ? 'waiting-one' : 'waiting-now', { count })}
      </span>
    </p>
  );
}
