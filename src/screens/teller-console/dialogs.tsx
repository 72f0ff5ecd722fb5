import { useEffect } from 'preact/hooks';
import { Button } from '#design/components/button/button.tsx';
import { Dialog } from '#design/components/dialog/dialog.tsx';
import type { PauseReason } from '#domain/event.ts';
import { ChoiceDialog } from './choice-list.tsx';
import type { ConsoleSurface } from './console-surface.ts';
import { DisplayDialog } from './display-dialog.tsx';
import { NumberForm } from './number-form.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { minutesBetween } from './waiting-view.ts';

type DialogsProps = { readonly at: ConsoleSurface };

export function Dialogs({ at }: DialogsProps) {
  if (at.desk.idle.value.is === 'warning') return <IdleDialog at={at} />;
  switch (at.dialog.value) {
    case 'pause':
      return <PauseDialog at={at} />;
    case 'transfer':
      return <TransferDialog at={at} />;
    case 'came-back':
      return <CameBackDialog at={at} />;
    case 'resume':
      return <ResumeDialog at={at} />;
    case 'display':
      return <DisplayDialog at={at} />;
    default:
      return null;
  }
}

const REASONS = [
  'break',
  'counting-cash',
  'helping-in-lobby',
  'equipment',
  'meeting',
  'other',
] as const satisfies readonly PauseReason[];

function closing(at: ConsoleSurface, run?: () => void): () => void {
  return () => {
    at.dialog.value = null;
    run?.();
  };
}

function PauseDialog({ at }: DialogsProps) {
  const { words, desk } = at;
  return (
    <ChoiceDialog
      title={words.say('pause-title')}
      backLabel={words.say('back')}
      onBack={closing(at)}
      choices={REASONS.map((reason) => ({
        key: reason,
        label: words.say(`reason-${reason}`),
        choose: closing(at, () => desk.ask({ kind: 'pause-counter', reason })),
      }))}
    />
  );
}

function ResumeDialog({ at }: DialogsProps) {
  const { words, desk, parked } = at;
  return (
    <ChoiceDialog
      title={words.say('parked-title')}
      backLabel={words.say('back')}
      onBack={closing(at)}
      choices={parked.value.map(({ ticket, since }) => ({
        key: ticket.ticketId,
        label: ticket.number,
        note: words.say('parked-since', { minutes: minutesBetween(since, desk.clock.peek()) }),
        choose: closing(at, () => desk.ask({ kind: 'resume-ticket', ticketId: ticket.ticketId })),
      }))}
    />
  );
}

function CameBackDialog({ at }: DialogsProps) {
  const { words, desk } = at;
  useEffect(() => document.getElementById('dialog-number')?.focus(), []);
  return (
    <Dialog
      title={words.say('return-title')}
      onClose={closing(at)}
      class="teller-console-dialog"
      actions={
        <Button icon="back" hint="Esc" onPress={closing(at)}>
          {words.say('back')}
        </Button>
      }
    >
      <NumberForm
        at={at}
        focused
        submitLabel={words.say('return-confirm')}
        onNumber={(number) => closing(at, () => desk.ask({ kind: 'return-ticket', number }))()}
      />
    </Dialog>
  );
}

/** Any key or touch answers it: the idle clock hears them all. */
function IdleDialog({ at }: DialogsProps) {
  const { words, desk } = at;
  const idle = desk.idle.value;
  const seconds = idle.is === 'warning' ? Math.ceil(idle.leftMs / 1000) : 0;
  return (
    <Dialog
      title={words.say('idle-title')}
      class="teller-console-dialog"
      onClose={desk.touched}
      actions={
        <Button variant="primary" size="primary" wide hint="Enter" onPress={desk.touched}>
          {words.say('idle-stay')}
        </Button>
      }
    >
      <p>{words.say('idle-words', { seconds })}</p>
    </Dialog>
  );
}
