import { Button } from '#design/components/button/button.tsx';
import { Dialog } from '#design/components/dialog/dialog.tsx';
import { Notice } from '#design/components/notice/notice.tsx';
import { TicketNumber } from '#design/components/ticket-number/ticket-number.tsx';
import { spacedNumber } from '#platform/i18n/numbers.ts';
import { type Detail, DetailList } from './detail-list.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import type { PrintState, Visit } from './kiosk-state.ts';
import { counterLabels } from './outlook.ts';
import type { StepProps } from './step-props.ts';
import { countersWords } from './ticket-words.ts';
import { waitDetails } from './wait-details.ts';

type TicketProps = StepProps & { readonly visit: Extract<Visit, { at: 'ticket' }> };

const PRINT_TONE = {
  printing: 'info',
  printed: 'success',
  unknown: 'info',
  'no-printer': 'info',
  'out-of-paper': 'warning',
  unreachable: 'warning',
  cancelled: 'warning',
} as const satisfies Record<PrintState, string>;

export function TicketStep({ kiosk, wording, visit }: TicketProps) {
  const { say, pick } = wording;
  const { ticket, print, givingBack } = visit;
  const { branch } = kiosk.config.value;
  const service = branch.services.find(({ id }) => id === ticket.service);
  const hasPaper = print === 'printing' || print === 'printed' || print === 'unknown';
  return (
    <KioskFrame kiosk={kiosk} wording={wording} title={say('your-number')} align="center">
      <div class="kiosk-ticket">
        <TicketNumber
          class="kiosk-number"
          number={ticket.number}
          spoken={spacedNumber(ticket.number)}
          note={service && pick(service.name)}
        />
        <Notice tone={PRINT_TONE[print]} icon={hasPaper ? 'printer' : 'eye'} class="kiosk-print">
          {say(`print-${print}`)}
        </Notice>
        <DetailList
          details={[...waitDetails(ticket, branch, wording), ...placeDetails({ kiosk, wording, visit })]}
        />
        <div class="kiosk-ticket-ways">
          <Button onPress={() => kiosk.considerGivingBack(true)}>{say('give-back')}</Button>
          <Button variant="primary" size="primary" icon="check" onPress={kiosk.done}>
            {say('done')}
          </Button>
        </div>
      </div>
      {givingBack !== 'no' && <GiveBack kiosk={kiosk} wording={wording} visit={visit} />}
    </KioskFrame>
  );
}

function placeDetails({ kiosk, wording, visit }: TicketProps): readonly Detail[] {
  const { say, pick } = wording;
  const { branch } = kiosk.config.value;
  const service = branch.services.find(({ id }) => id === visit.ticket.service);
  const labels = counterLabels(kiosk.day.value, branch, visit.ticket.service);
  return [
    { icon: 'person', label: say('seat'), value: service ? pick(service.waitingArea) : say('counters-any') },
    { icon: 'megaphone', label: say('counters-label'), value: countersWords(labels, wording) },
  ];
}

function GiveBack({ kiosk, wording, visit }: TicketProps) {
  const { say } = wording;
  const { number } = visit.ticket;
  const keep = () => kiosk.considerGivingBack(false);
  return (
    <Dialog
      title={say('give-back-sure')}
      onClose={keep}
      actions={
        <>
          <Button onPress={keep}>{say('give-back-keep')}</Button>
          <Button variant="danger" data-irreversible="" onPress={() => void kiosk.giveBack()}>
            {say('give-back-yes')}
          </Button>
        </>
      }
    >
      <p>{say(visit.givingBack === 'failed' ? 'give-back-failed' : 'give-back-lost', { number })}</p>
    </Dialog>
  );
}
