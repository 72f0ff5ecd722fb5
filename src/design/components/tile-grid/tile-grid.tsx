import { type ComponentChildren, toChildArray } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './tile-grid.css';

type TileGridProps = {
  /** At most so many side by side; fewer where a tile would become too narrow. */
  readonly columns?: number | undefined;
  /** Rows share all the height there is. */
  readonly fill?: boolean | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
};

export function TileGrid({ columns = 2, fill, class: extra, children, ...rest }: TileGridProps) {
  const rows = Math.ceil(toChildArray(children).length / columns);
  return (
    <div
      class={classNames('tile-grid', extra)}
      data-fill={fill ? '' : undefined}
      data-rows={rows}
      style={{ '--columns': String(columns) }}
      {...rest}
    >
      {children}
    </div>
  );
}
