import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import './connection-line.css';

type ConnectionLineProps = {
  readonly state: 'connected' | 'waiting' | 'cut';
  /** In words: connected, or cut since when and what still works. */
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
};

const stateIcon = { connected: 'check', waiting: 'repeat', cut: 'offline' } as const;

/** The one quiet place where a screen says whether it is connected. */
export function ConnectionLine({ state, children, class: extra, ...rest }: ConnectionLineProps) {
  return (
    <p class={classNames('connection-line', extra)} data-state={state} role="status" {...rest}>
      <Icon name={stateIcon[state]} />
      <span>{children}</span>
    </p>
  );
}
