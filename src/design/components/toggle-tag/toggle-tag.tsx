import { classNames } from '#design/components/class-names.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import { Pressable, type PressableProps } from '#design/components/pressable/pressable.tsx';
import './toggle-tag.css';

type ToggleTagProps = PressableProps & { readonly selected: boolean };

export function ToggleTag({ selected, class: extra, children, ...rest }: ToggleTagProps) {
  return (
    <Pressable class={classNames('toggle-tag', extra)} aria-pressed={selected ? 'true' : 'false'} {...rest}>
      <span class="toggle-tag-mark">{selected && <Icon name="check" />}</span>
      <span>{children}</span>
    </Pressable>
  );
}
