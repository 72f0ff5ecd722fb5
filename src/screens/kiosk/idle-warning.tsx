import { Button } from '#design/components/button/button.tsx';
import { CountdownBar } from '#design/components/countdown-bar/countdown-bar.tsx';
import { Dialog } from '#design/components/dialog/dialog.tsx';
import type { StepProps } from './step-props.ts';

export function IdleWarning({ kiosk, wording }: StepProps) {
  const { say } = wording;
  const idle = kiosk.idle.value;
  if (idle.is !== 'warning') return null;
  const seconds = Math.ceil(idle.leftMs / 1000);
  return (
    <Dialog
      title={say('idle-title')}
      onClose={kiosk.touched}
      actions={
        <>
          <Button variant="primary" size="primary" onPress={kiosk.touched}>
            {say('idle-more')}
          </Button>
          <Button onPress={kiosk.done}>{say('idle-end')}</Button>
        </>
      }
    >
      <CountdownBar left={idle.leftMs / idle.ofMs}>{say('idle-left', { seconds })}</CountdownBar>
    </Dialog>
  );
}
