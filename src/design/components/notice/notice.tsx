import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import type { IconName } from '#design/components/icon/icon-paths.ts';
import './notice.css';

type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

type NoticeProps = {
  readonly tone?: NoticeTone | undefined;
  readonly title?: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** Buttons that answer the notice. */
  readonly actions?: ComponentChildren;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
};

const toneIcon = { info: 'info', success: 'done', warning: 'warning', danger: 'stop' } as const;

export function Notice({
  tone = 'info',
  title,
  icon,
  actions,
  class: extra,
  children,
  ...rest
}: NoticeProps) {
  const role = tone === 'danger' || tone === 'warning' ? 'alert' : 'status';
  return (
    <div class={classNames('notice', `notice-${tone}`, extra)} role={role} {...rest}>
      <Icon name={icon ?? toneIcon[tone]} />
      <div class="notice-words">
        {title && <p class="notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
