import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '#design/components/button/button.tsx';
import { Dialog } from '#design/components/dialog/dialog.tsx';
import { choiceOf } from './shortcuts.ts';

export type Choice = {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly choose: () => void;
};

type ChoiceDialogProps = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly choices: readonly Choice[];
  readonly backLabel: string;
  readonly onBack: () => void;
};

/** A short list answered by its digit, by arrows and Enter, or by mouse; 0 goes back. */
export function ChoiceDialog({ title, lead, choices, backLabel, onBack }: ChoiceDialogProps) {
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);
  const hear = (event: KeyboardEvent) => {
    if (event.repeat) return;
    const step = STEPS[event.code];
    if (step !== undefined) return moveFocus(event, list.current, step);
    if (event.code === 'Digit0' || event.code === 'Numpad0') return onBack();
    const place = choiceOf(event.code);
    if (place !== null) choices[place]?.choose();
  };
  return (
    <Dialog
      title={title}
      onClose={onBack}
      class="teller-console-dialog"
      actions={
        <Button icon="back" hint="0" onPress={onBack}>
          {backLabel}
        </Button>
      }
    >
      {lead && <p class="text-soft">{lead}</p>}
      <fieldset ref={list} class="teller-console-choices" aria-label={title} onKeyDown={hear}>
        {choices.map(({ key, label, note, choose }, place) => (
          <Button
            key={key}
            wide
            hint={place < 9 ? String(place + 1) : undefined}
            note={note}
            onPress={choose}
          >
            {label}
          </Button>
        ))}
      </fieldset>
    </Dialog>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function moveFocus(event: KeyboardEvent, list: HTMLElement | null, step: number): void {
  event.preventDefault();
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const place = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(place + step + buttons.length) % buttons.length]?.focus();
}
