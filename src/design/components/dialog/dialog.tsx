import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { classNames } from '#design/components/class-names.ts';
import './dialog.css';

type DialogProps = {
  readonly title: ComponentChildren;
  /** Escape, where the dialog may be left that way. */
  readonly onClose?: (() => void) | undefined;
  readonly actions?: ComponentChildren;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
};

/** Shown as long as it is rendered. The native modal keeps focus inside and gives it back. */
export function Dialog({ title, onClose, actions, class: extra, children, ...rest }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={classNames('dialog', extra)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      {...rest}
    >
      <div class="dialog-panel">
        <h2 class="dialog-title" id={titleId}>
          {title}
        </h2>
        <div class="dialog-body">{children}</div>
        {actions && <div class="dialog-actions">{actions}</div>}
      </div>
    </dialog>
  );
}
