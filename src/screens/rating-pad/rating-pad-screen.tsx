import { useEffect } from 'preact/hooks';
import { LEVELS } from '#domain/rating/scale.ts';
import { ContactView } from './contact-view.tsx';
import { IdleView } from './idle-view.tsx';
import { LevelsView } from './levels-view.tsx';
import { NumberView } from './number-view.tsx';
import type { PadView } from './pad-view.ts';
import { ReasonsView } from './reasons-view.tsx';
import { StaffView } from './staff-view.tsx';
import type { Step } from './step.ts';
import { ThanksView } from './thanks-view.tsx';
import './rating-pad.css';

export function RatingPadScreen({ view }: { readonly view: PadView }) {
  const step = view.pad.step.value;
  useEffect(() => {
    const press = (event: KeyboardEvent) => pressKey(view, event);
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [view]);
  return (
    <div class="rating-pad" data-step={stepName(step)} onPointerDownCapture={view.pad.touched}>
      <StepOf view={view} step={step} />
    </div>
  );
}

function StepOf({ view, step }: { readonly view: PadView; readonly step: Step }) {
  switch (step.is) {
    case 'idle':
      return <IdleView view={view} step={step} />;
    case 'staff':
      return <StaffView view={view} />;
    case 'levels':
      return <LevelsView view={view} step={step} />;
    case 'reasons':
      return <ReasonsView view={view} step={step} />;
    case 'contact':
      return <ContactView view={view} step={step} />;
    case 'thanks':
      return <ThanksView words={view.words} />;
    case 'number':
      return <NumberView view={view} step={step} />;
  }
}

/** A new name makes the touch filter wait: a finger that answered must not press what comes next. */
function stepName(step: Step): string {
  return step.is === 'number' && step.letter === null ? 'letter' : step.is;
}

/** Number keys 5 to 1 rate; on the keypad of a ticket number they type. */
function pressKey({ pad }: PadView, { key, repeat, ctrlKey, altKey, metaKey }: KeyboardEvent): void {
  if (repeat || ctrlKey || altKey || metaKey) return;
  const step = pad.step.peek();
  if (step.is === 'levels') {
    const level = LEVELS.find(({ value }) => String(value) === key);
    if (level) void pad.answers.rate(level.code, null);
  }
  if (step.is === 'number' && /^\d$/.test(key)) pad.number.digit(key);
  if (step.is === 'number' && key === 'Backspace') pad.number.erase();
}
