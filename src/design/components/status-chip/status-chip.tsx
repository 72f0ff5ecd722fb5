import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import type { IconName } from '#design/components/icon/icon-paths.ts';
import './status-chip.css';

type StatusChipProps = {
  readonly tone?: 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent' | undefined;
  readonly icon?: IconName | undefined;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
};

export function StatusChip({ tone = 'neutral', icon, class: extra, children, ...rest }: StatusChipProps) {
  return (
    <span class={classNames('status-chip', `status-chip-${tone}`, extra)} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
