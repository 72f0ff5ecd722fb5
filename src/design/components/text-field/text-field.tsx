import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import './text-field.css';

type TextFieldProps = {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: ComponentChildren;
  /** In words, with the way out. */
  readonly error?: ComponentChildren;
  readonly type?: 'text' | 'password' | 'tel' | 'search' | 'date' | 'time' | 'number' | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'search' | undefined;
  readonly autoComplete?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly name?: string | undefined;
  readonly class?: string | undefined;
};

export function TextField({
  id,
  label,
  value,
  onValue,
  hint,
  error,
  type = 'text',
  class: extra,
  ...rest
}: TextFieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={classNames('text-field', Boolean(error) && 'text-field-wrong', extra)}>
      <label class="text-field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="text-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        {...rest}
        type={type as 'text'}
        id={id}
        class="text-field-input"
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={error ? 'true' : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {error && (
        <p class="text-field-error" id={`${id}-error`} role="alert">
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
