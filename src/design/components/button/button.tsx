import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import type { IconName } from '#design/components/icon/icon-paths.ts';
import { Pressable, type PressableProps } from '#design/components/pressable/pressable.tsx';
import './button.css';

type ButtonProps = PressableProps & {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  readonly size?: 'normal' | 'primary' | undefined;
  readonly icon?: IconName | undefined;
  /** A second line: why the button does nothing now, or what it will do. */
  readonly note?: ComponentChildren;
  /** The key that does the same on a desk, for example "F2". */
  readonly hint?: string | undefined;
  readonly wide?: boolean | undefined;
};

export function Button(props: ButtonProps) {
  const {
    variant = 'secondary',
    size = 'normal',
    icon,
    note,
    hint,
    wide,
    class: extra,
    children,
    ...rest
  } = props;
  return (
    <Pressable
      class={classNames(
        'button',
        `button-${variant}`,
        size === 'primary' && 'button-large',
        wide && 'button-wide',
        extra,
      )}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      <span class="button-words">
        <span>{children}</span>
        {note && <span class="button-note">{note}</span>}
      </span>
      {hint && <kbd class="button-hint">{hint}</kbd>}
    </Pressable>
  );
}
