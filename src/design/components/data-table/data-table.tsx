import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './data-table.css';

export type DataColumn<Row> = {
  readonly key: string;
  readonly title: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand at the end, in tabular figures. */
  readonly numeric?: boolean | undefined;
};

type DataTableProps<Row> = {
  readonly caption: ComponentChildren;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly isMarked?: ((row: Row) => boolean) | undefined;
  /** Said instead of rows when there are none. */
  readonly empty: ComponentChildren;
  readonly class?: string | undefined;
};

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, empty, class: extra } = props;
  return (
    <div class={classNames('data-table', extra)}>
      <table>
        <caption class={captionHidden ? 'only-spoken' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, numeric }) => (
              <th key={key} scope="col" data-numeric={numeric ? '' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map((row) => renderRow(row, props))}</tbody>
      </table>
      {rows.length === 0 && <p class="data-table-empty">{empty}</p>}
    </div>
  );
}

function renderRow<Row>(row: Row, { columns, rowKey, isMarked }: DataTableProps<Row>) {
  return (
    <tr key={rowKey(row)} data-marked={isMarked?.(row) ? '' : undefined}>
      {columns.map(({ key, cell, numeric }) => (
        <td key={key} data-numeric={numeric ? '' : undefined}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
