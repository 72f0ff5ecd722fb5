import { Button } from '#design/components/button/button.tsx';
import { Icon } from '#design/components/icon/icon.tsx';
import { LevelChoice, LevelRow } from '#design/components/level-choice/level-choice.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import { LEVELS } from '#domain/rating/scale.ts';
import { Breakable } from './breakable.tsx';
import { DeskLine } from './desk-line.tsx';
import { ModeSwitches } from './mode-switches.tsx';
import type { StepView } from './pad-view.ts';
import './levels-view.css';

/** The one tap. Five equal choices, nothing chosen beforehand; once tapped, the same five put a slip right. */
export function LevelsView({ view, step }: StepView<'levels'>) {
  const { words, pad, fingerMm } = view;
  const { accepted } = step;
  return (
    <ScreenFrame
      class="pad-levels"
      bottomStart={
        accepted === null && (
          <Button class="pad-decline" onPress={() => void pad.answers.decline()}>
            {words.say('decline')}
          </Button>
        )
      }
      bottomEnd={
        accepted === null ? (
          <ModeSwitches view={view} />
        ) : (
          <Button variant="primary" icon="check" onPress={pad.answers.goOn}>
            {words.say('goOn')}
          </Button>
        )
      }
    >
      <Heading view={view} step={step} />
      <LevelRow class="pad-level-row" label={words.say('question')}>
        {LEVELS.map(({ code, value }) => (
          <LevelChoice
            key={code}
            level={value}
            word={<Breakable>{words.say(code)}</Breakable>}
            selected={code === accepted}
            onPress={() => void pad.answers.rate(code, fingerMm())}
          />
        ))}
      </LevelRow>
    </ScreenFrame>
  );
}

function Heading({ view, step }: StepView<'levels'>) {
  const { words, pad } = view;
  if (step.unwritten)
    return <Outcome icon="warning" title={words.say('unwritten')} hint={words.say('unwrittenHint')} />;
  if (step.accepted !== null) {
    return <Outcome icon="done" title={words.say('accepted')} hint={words.say('changeHint')} />;
  }
  return (
    <header class="pad-heading">
      <div class="pad-whose">
        <p class="pad-whose-number">
          <span>{words.say('yourNumber')}</span>
          <strong class="number">{step.number}</strong>
        </p>
        <DeskLine desk={step.desk} words={words} />
      </div>
      {pad.missed.value ? (
        <div role="status">
          <h1 class="pad-missed">{words.say('missed')}</h1>
        </div>
      ) : (
        <h1 class="pad-title">{words.say('question')}</h1>
      )}
    </header>
  );
}

type OutcomeProps = { readonly icon: 'done' | 'warning'; readonly title: string; readonly hint: string };

/** What became of the tap, in the place of the question. */
function Outcome({ icon, title, hint }: OutcomeProps) {
  return (
    <div class="pad-heading" role={icon === 'warning' ? 'alert' : 'status'}>
      <h1 class="pad-title" data-outcome={icon}>
        <Icon name={icon} />
        <span>{title}</span>
      </h1>
      <p class="pad-hint">{hint}</p>
    </div>
  );
}
