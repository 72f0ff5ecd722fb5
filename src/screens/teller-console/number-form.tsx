import { useSignal } from '@preact/signals';
import { Button } from '#design/components/button/button.tsx';
import { TextField } from '#design/components/text-field/text-field.tsx';
import type { TicketNumber } from '#domain/id.ts';
import type { ConsoleSurface, ConsoleWords } from './console-surface.ts';
import { readTyped, type Typed } from './typed-number.ts';

type FormProps = {
  readonly at: ConsoleSurface;
  readonly submitLabel: string;
  readonly onNumber: (number: TicketNumber) => void;
  readonly focused?: boolean | undefined;
};

/** A ticket number typed in full or as digits; Enter sends it. */
export function NumberForm({ at, submitLabel, onNumber, focused }: FormProps) {
  const { words, desk } = at;
  const text = useSignal('');
  const wrong = useSignal<string | null>(null);
  const submit = () => {
    const typed = readTyped(text.value, desk.day.peek());
    wrong.value = typedError(words, typed);
    if (typed.is !== 'number') return;
    text.value = '';
    onNumber(typed.number);
  };
  return (
    <form
      class="teller-console-number-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        id={focused ? 'dialog-number' : 'cut-number'}
        label={words.say('ticket-number-label')}
        hint={words.say('ticket-number-hint')}
        value={text.value}
        autoComplete="off"
        maxLength={8}
        error={wrong.value}
        onValue={(value) => {
          text.value = value;
          wrong.value = null;
        }}
      />
      <Button variant={focused ? 'primary' : 'secondary'} hint="Enter" onPress={submit}>
        {submitLabel}
      </Button>
      <button type="submit" hidden />
    </form>
  );
}

function typedError(words: ConsoleWords, typed: Typed): string | null {
  if (typed.is === 'number') return null;
  if (typed.is === 'which') return words.say('typed-which', { numbers: typed.numbers.join(' · ') });
  if (typed.is === 'letter-needed') return words.say('typed-letter', { digits: typed.digits });
  return words.say('typed-not-a-number');
}
