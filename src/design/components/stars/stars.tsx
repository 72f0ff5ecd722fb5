import { classNames } from '#design/components/class-names.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import './stars.css';

type StarsProps = {
  /** From 0 to five; parts of a star are shown as parts. */
  readonly value: number;
  /** The same in words, for example "4.6 of 5". */
  readonly label: string;
  /** Show the words beside the stars. */
  readonly worded?: boolean | undefined;
  readonly class?: string | undefined;
};

const places = [0, 1, 2, 3, 4] as const;

export function Stars({ value, label, worded, class: extra, ...rest }: StarsProps) {
  return (
    <span class={classNames('stars', extra)} {...rest}>
      <span class="stars-row" role="img" aria-label={label}>
        {places.map((place) => (
          <span key={place} class="stars-place" style={{ '--filled': filledShare(value - place) }}>
            <Icon name="star" />
            <Icon name="star" class="stars-filled" />
          </span>
        ))}
      </span>
      {worded && (
        <span class="number" aria-hidden="true">
          {label}
        </span>
      )}
    </span>
  );
}

function filledShare(rest: number): string {
  return String(Math.min(1, Math.max(0, rest)));
}
