export type PointMm = { readonly x: number; readonly y: number };

/** Where the last finger came down, in mm from the start corner of the page; nowhere after a key. */
export function lastFinger(page: Document, pxPerMm: () => number): () => PointMm | null {
  let last: PointMm | null = null;
  page.addEventListener(
    'pointerdown',
    ({ clientX, clientY }) => {
      const px = pxPerMm();
      last = { x: tenths(clientX / px), y: tenths(clientY / px) };
    },
    { capture: true },
  );
  page.addEventListener(
    'keydown',
    () => {
      last = null;
    },
    { capture: true },
  );
  return () => last;
}

function tenths(mm: number): number {
  return Math.round(mm * 10) / 10;
}
