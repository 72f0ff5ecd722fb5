import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import type { IconName } from '#design/components/icon/icon-paths.ts';
import { Pressable, type PressableProps } from '#design/components/pressable/pressable.tsx';
import './choice-card.css';

type ChoiceCardProps = Omit<PressableProps, 'disabled' | 'children'> & {
  readonly title: ComponentChildren;
  readonly description?: ComponentChildren;
  /** Short lines at the foot, for example how many wait and how long. */
  readonly notes?: readonly ComponentChildren[] | undefined;
  readonly icon?: IconName | undefined;
  /** A letter or word in the corner. */
  readonly badge?: ComponentChildren;
  readonly emphasis?: boolean | undefined;
  /** In words; with it the card cannot be chosen. */
  readonly disabledReason?: ComponentChildren;
};

export function ChoiceCard(props: ChoiceCardProps) {
  const {
    title,
    description,
    notes = [],
    icon,
    badge,
    emphasis,
    disabledReason,
    class: extra,
    ...rest
  } = props;
  const disabled = Boolean(disabledReason);
  return (
    <Pressable
      class={classNames('choice-card', emphasis && 'choice-card-emphasis', extra)}
      disabled={disabled}
      {...rest}
    >
      {icon && (
        <span class="choice-card-icon">
          <Icon name={icon} />
        </span>
      )}
      <span class="choice-card-words">
        <span class="choice-card-title">{title}</span>
        {description && <span class="choice-card-description">{description}</span>}
        {notes.length > 0 && (
          <span class="choice-card-notes">
            {notes.map((note, position) => (
              <span key={position}>{note}</span>
            ))}
          </span>
        )}
        {disabled && <span class="choice-card-reason">{disabledReason}</span>}
      </span>
      {badge && <span class="choice-card-badge">{badge}</span>}
    </Pressable>
  );
}
