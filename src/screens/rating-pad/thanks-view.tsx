import { Icon } from '#design/components/icon/icon.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import type { PadWording } from './pad-view.ts';
import './thanks-view.css';

/** The same for every level and for none: nobody beside the visitor learns which. */
export function ThanksView({ words }: { readonly words: PadWording }) {
  return (
    <ScreenFrame class="pad-thanks" align="center">
      <Icon name="leaf" class="pad-thanks-leaf" />
      <div role="status">
        <h1 class="text-display">{words.say('thanks')}</h1>
        <p class="text-l">{words.say('thanksHint')}</p>
      </div>
    </ScreenFrame>
  );
}
