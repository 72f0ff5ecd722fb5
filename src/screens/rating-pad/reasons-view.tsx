import { Button } from '#design/components/button/button.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import { ToggleTag } from '#design/components/toggle-tag/toggle-tag.tsx';
import type { StepView } from './pad-view.ts';
import './reasons-view.css';

/** Why, if the visitor likes to say; going on without a word is as easy. */
export function ReasonsView({ view, step }: StepView<'reasons'>) {
  const { words, pad } = view;
  const { answers } = pad;
  return (
    <ScreenFrame
      class="pad-reasons"
      bottomEnd={
        <Button variant="primary" icon="next" onPress={answers.toContact}>
          {words.say('nextPage')}
        </Button>
      }
    >
      <header class="pad-heading">
        <h1 class="pad-title">{words.say('reasonsTitle')}</h1>
        <p class="pad-hint" role="status">
          {step.chosen > 0 ? words.say('reasonsChosen', { count: step.chosen }) : words.say('reasonsHint')}
        </p>
      </header>
      <div class="pad-tags">
        {step.tags.map(({ tag, chosen }) => (
          <ToggleTag key={tag.id} selected={chosen} onPress={() => answers.toggleTag(tag.id)}>
            {words.pick(tag.words)}
          </ToggleTag>
        ))}
        {step.hasMore && (
          <Button icon="repeat" class="pad-more" onPress={answers.moreTags}>
            {words.say('moreReasons')}
          </Button>
        )}
      </div>
    </ScreenFrame>
  );
}
