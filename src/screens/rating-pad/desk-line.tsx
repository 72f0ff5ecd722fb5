import type { PadWording } from './pad-view.ts';
import type { Desk } from './step.ts';

type DeskLineProps = { readonly desk: Desk; readonly words: PadWording };

/** One quiet line: at which counter, with whom. */
export function DeskLine({ desk, words }: DeskLineProps) {
  return (
    <p class="pad-desk-line">
      <span class="number">{words.say('counter', { label: desk.label })}</span>
      {desk.teller && <span>{desk.teller.shownName}</span>}
    </p>
  );
}
