export type RowView = { readonly top: number; readonly height: number; readonly row: number };
export type RowSlice = {
  readonly from: number;
  readonly to: number;
  readonly beforePx: number;
  readonly afterPx: number;
};

const SPARE_ROWS = 8;

/** The rows in view and a few more on either side; the rest is empty space of the same height. */
export function slice(count: number, { top, height, row }: RowView): RowSlice {
  const last = Math.max(0, count - 1);
  const from = Math.min(last, Math.max(0, Math.floor(top / row) - SPARE_ROWS));
  const to = Math.min(count, from + Math.ceil(height / row) + 2 * SPARE_ROWS);
  return { from, to, beforePx: from * row, afterPx: (count - to) * row };
}
