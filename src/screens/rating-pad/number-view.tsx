import { Button } from '#design/components/button/button.tsx';
import { Keypad } from '#design/components/keypad/keypad.tsx';
import { Pressable } from '#design/components/pressable/pressable.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import { Breakable, withoutMarks } from './breakable.tsx';
import type { StepView } from './pad-view.ts';
import './number-view.css';

/** The number on the paper, one question at a time: its letter, then its digits. */
export function NumberView({ view, step }: StepView<'number'>) {
  return step.letter === null ? <Letters view={view} step={step} /> : <Digits view={view} step={step} />;
}

const FEW = 6;

function Letters({ view, step }: StepView<'number'>) {
  const { words, pad } = view;
  return (
    <ScreenFrame class="pad-number" bottomStart={<BackButton view={view} />}>
      <header class="pad-heading">
        <h1 class="pad-title">{words.say('letterTitle')}</h1>
      </header>
      <div class="pad-letters" data-many={step.letters.length > FEW ? '' : undefined}>
        {step.letters.map((letter) => (
          <Pressable key={letter} class="pad-letter" onPress={() => pad.number.letter(letter)}>
            {letter}
          </Pressable>
        ))}
      </div>
    </ScreenFrame>
  );
}

function Digits({ view, step }: StepView<'number'>) {
  const { words, pad } = view;
  const typed = `${step.letter}${step.digits}`;
  return (
    <ScreenFrame class="pad-number" align="center">
      <div class="pad-digits">
        <header class="pad-digits-head">
          <h1 class="pad-title">
            <Breakable>{words.say('digitsTitle')}</Breakable>
          </h1>
          <p class="pad-typed number" role="status" aria-label={words.say('numberSpoken', { number: typed })}>
            {typed}
          </p>
          {step.problem && (
            <p class="pad-missed" role="alert">
              {words.say('alreadyRated')}
            </p>
          )}
        </header>
        <Keypad
          class="pad-keypad"
          label={withoutMarks(words.say('digitsTitle'))}
          deleteLabel={words.say('deleteDigit')}
          confirmLabel={words.say('confirmNumber')}
          confirmDisabled={!step.ready}
          onDigit={pad.number.digit}
          onDelete={pad.number.erase}
          onConfirm={() => void pad.number.confirm()}
        />
        <div class="pad-digits-back">
          <BackButton view={view} />
        </div>
      </div>
    </ScreenFrame>
  );
}

function BackButton({ view }: Pick<StepView<'number'>, 'view'>) {
  return (
    <Button icon="back" onPress={view.pad.number.back}>
      {view.words.say('back')}
    </Button>
  );
}
