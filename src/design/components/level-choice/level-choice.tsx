import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import { Pressable, type PressableProps } from '#design/components/pressable/pressable.tsx';
import { type Level, LevelFace } from './level-face.tsx';
import './level-choice.css';

type LevelChoiceProps = Omit<PressableProps, 'children'> & {
  readonly level: Level;
  readonly word: ComponentChildren;
  readonly selected?: boolean | undefined;
};

export function LevelChoice({ level, word, selected = false, class: extra, ...rest }: LevelChoiceProps) {
  return (
    <Pressable class={classNames('level-choice', extra)} aria-pressed={selected ? 'true' : 'false'} {...rest}>
      <LevelFace level={level} />
      <span class="level-choice-word">{word}</span>
      <span class="level-choice-number">{level}</span>
    </Pressable>
  );
}

type LevelRowProps = {
  /** The question the levels answer, for whoever hears the row. */
  readonly label: string;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
};

export function LevelRow({ label, class: extra, children, ...rest }: LevelRowProps) {
  return (
    <fieldset class={classNames('level-row', extra)} aria-label={label} {...rest}>
      <div class="level-row-levels">{children}</div>
    </fieldset>
  );
}
