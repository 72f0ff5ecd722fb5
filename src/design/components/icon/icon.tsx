import { classNames } from '#design/components/class-names.ts';
import { type IconName, iconPaths } from './icon-paths.ts';
import './icon.css';

type IconProps = {
  readonly name: IconName;
  readonly class?: string | undefined;
};

/** Decoration only: whatever an icon says is also said by a word beside it. */
export function Icon({ name, class: extra, ...rest }: IconProps) {
  return (
    <svg
      class={classNames('icon', extra)}
      data-icon={name}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      {iconPaths[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
