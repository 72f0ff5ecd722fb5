import { ConnectionLine } from '#design/components/connection-line/connection-line.tsx';
import { HoldPlace } from '#design/components/staff-panel/hold-place.tsx';
import { devicePhrases } from '#platform/i18n/phrases/device.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import { quietLine } from './quiet-line.ts';
import type { StepProps } from './step-props.ts';

/** The one quiet place; a finger that rests on it for five seconds opens the staff panel. */
export function ConnectionPlace({ kiosk, wording }: StepProps) {
  const { say } = wordingOf(devicePhrases, wording.language);
  const { state, phrase } = quietLine(kiosk.connection.value, kiosk.troubles.value);
  const { holdStart, holdEnd } = kiosk.staff;
  return (
    <HoldPlace class="kiosk-connection" onHoldStart={holdStart} onHoldEnd={holdEnd}>
      <ConnectionLine state={state}>{say(phrase)}</ConnectionLine>
    </HoldPlace>
  );
}
