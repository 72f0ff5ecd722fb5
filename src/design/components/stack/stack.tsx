import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './stack.css';

type StackProps = {
  readonly direction?: 'column' | 'row' | undefined;
  readonly space?: 'xs' | 's' | 'm' | 'l' | 'xl' | undefined;
  readonly align?: 'start' | 'center' | 'end' | 'stretch' | 'baseline' | undefined;
  readonly justify?: 'start' | 'center' | 'end' | 'between' | undefined;
  readonly wrap?: boolean | undefined;
  /** Takes all the room its parent has. */
  readonly fill?: boolean | undefined;
  readonly class?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: ComponentChildren;
};

export function Stack(props: StackProps) {
  const {
    direction = 'column',
    space = 'm',
    align,
    justify,
    wrap,
    fill,
    class: extra,
    children,
    ...rest
  } = props;
  return (
    <div
      class={classNames('stack', extra)}
      data-direction={direction}
      data-space={space}
      data-align={align}
      data-justify={justify}
      data-wrap={wrap ? '' : undefined}
      data-fill={fill ? '' : undefined}
      {...rest}
    >
      {children}
    </div>
  );
}
