import type { TargetedEvent } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './avatar.css';

/** What cannot be shown leaves the initial beneath it. */
const hide = (event: TargetedEvent<HTMLImageElement>) => {
  event.currentTarget.hidden = true;
};

type AvatarProps = {
  readonly name: string;
  readonly photo?: string | undefined;
  readonly size?: 'normal' | 'large' | undefined;
  readonly class?: string | undefined;
};

/** The name stands beside it in words, so the picture itself is silent. */
export function Avatar({ name, photo, size = 'normal', class: extra, ...rest }: AvatarProps) {
  return (
    <span
      class={classNames('avatar', size === 'large' && 'avatar-large', extra)}
      aria-hidden="true"
      {...rest}
    >
      <span>{[...name].slice(0, 1)}</span>
      {photo && <img key={photo} src={photo} alt="" onError={hide} />}
    </span>
  );
}
