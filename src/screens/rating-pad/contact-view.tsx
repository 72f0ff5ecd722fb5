import { Button } from '#design/components/button/button.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import type { StepView } from './pad-view.ts';
import './reasons-view.css';

/** Two equal choices; no answer means no. */
export function ContactView({ view, step }: StepView<'contact'>) {
  const { words, pad } = view;
  return (
    <ScreenFrame class="pad-contact" align="center">
      <header class="pad-heading">
        <h1 class="pad-title">{words.say('contactTitle')}</h1>
        {step.unwritten ? (
          <p class="pad-missed" role="alert">
            {`${words.say('unwritten')} ${words.say('unwrittenHint')}`}
          </p>
        ) : (
          <p class="pad-hint">{words.say('contactHint')}</p>
        )}
      </header>
      <div class="pad-pair">
        <Button size="primary" onPress={() => void pad.answers.answerContact(false)}>
          {words.say('contactNo')}
        </Button>
        <Button size="primary" onPress={() => void pad.answers.answerContact(true)}>
          {words.say('contactYes')}
        </Button>
      </div>
    </ScreenFrame>
  );
}
