import { classNames } from '#design/components/class-names.ts';
import './avatar.css';

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
      {photo ? <img src={photo} alt="" /> : [...name].slice(0, 1)}
    </span>
  );
}
