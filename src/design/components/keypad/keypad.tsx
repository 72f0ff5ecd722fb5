import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import { Pressable } from '#design/components/pressable/pressable.tsx';
import './keypad.css';

type KeypadProps = {
  /** What the digits are, for whoever hears the group. */
  readonly label: string;
  readonly deleteLabel: ComponentChildren;
  readonly confirmLabel: ComponentChildren;
  readonly onDigit: (digit: string) => void;
  readonly onDelete: () => void;
  readonly onConfirm: () => void;
  readonly confirmDisabled?: boolean | undefined;
  readonly class?: string | undefined;
};

const firstDigits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export function Keypad(props: KeypadProps) {
  const {
    label,
    deleteLabel,
    confirmLabel,
    onDigit,
    onDelete,
    onConfirm,
    confirmDisabled,
    class: extra,
    ...rest
  } = props;
  return (
    <fieldset class={classNames('keypad', extra)} aria-label={label} {...rest}>
      {firstDigits.map((digit) => (
        <Pressable key={digit} class="keypad-key" onPress={() => onDigit(digit)}>
          {digit}
        </Pressable>
      ))}
      <Pressable class="keypad-key keypad-word" onPress={onDelete}>
        {deleteLabel}
      </Pressable>
      <Pressable class="keypad-key" onPress={() => onDigit('0')}>
        {'0'}
      </Pressable>
      <Pressable class="keypad-key keypad-word keypad-confirm" disabled={confirmDisabled} onPress={onConfirm}>
        {confirmLabel}
      </Pressable>
    </fieldset>
  );
}

type KeypadDigitsProps = {
  readonly value: string;
  readonly length: number;
  /** Read out instead of the digits, for example "3 of 4". */
  readonly spoken: string;
  readonly masked?: boolean | undefined;
};

/** One box per digit, so that a slip is seen at once. */
export function KeypadDigits({ value, length, spoken, masked, ...rest }: KeypadDigitsProps) {
  return (
    <div class="keypad-digits" role="img" aria-label={spoken} {...rest}>
      {Array.from({ length }, (_, place) => (
        <span key={place} data-filled={place < value.length ? '' : undefined}>
          {shownDigit(value[place], masked)}
        </span>
      ))}
    </div>
  );
}

function shownDigit(digit: string | undefined, masked: boolean | undefined): string {
  if (digit === undefined) return '';
  return masked ? '●' : digit;
}
