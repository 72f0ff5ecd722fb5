/** Of a device file. */
export type ScreenSize = {
  readonly mmPerPx: number | null;
  readonly shortSideMm: number;
  readonly bottomHeightMm: number;
};
type Viewport = { readonly widthPx: number; readonly heightPx: number };

/** Nobody who sits in a wheelchair reaches higher, or must (EN 301 549 8.3). */
const HIGHEST_REACH_MM = 1220;

/** CSS pixels in one millimetre of this panel. */
export function pxPerMm(screen: ScreenSize, { widthPx, heightPx }: Viewport): number {
  if (screen.mmPerPx !== null) return 1 / screen.mmPerPx;
  return Math.min(widthPx, heightPx) / screen.shortSideMm;
}

/** Height of the part of the panel that a seated visitor reaches, in mm from its lower edge. */
export function reachableBandMm(screen: ScreenSize, panelMm: number): number {
  return Math.max(0, Math.min(panelMm, HIGHEST_REACH_MM - screen.bottomHeightMm));
}

/** Sets `--mm` and `--low-band` on `<html>` and keeps them right when the window changes; answers how to stop. */
export function applyScreenSize(screen: ScreenSize, view: Window = window): () => void {
  const apply = () => {
    const viewport = { widthPx: view.innerWidth, heightPx: view.innerHeight };
    const mm = pxPerMm(screen, viewport);
    const band = reachableBandMm(screen, viewport.heightPx / mm);
    const style = view.document.documentElement.style;
    style.setProperty('--mm', `${mm}px`);
    style.setProperty('--low-band', `${band * mm}px`);
  };
  apply();
  view.addEventListener('resize', apply);
  return () => view.removeEventListener('resize', apply);
}

/** The same millimetre for code that measures, from what `applyScreenSize` set. */
export function mmInPx(view: Window = window): number {
  const set = Number.parseFloat(view.document.documentElement.style.getPropertyValue('--mm'));
  return set > 0 ? set : FALLBACK_PX_PER_MM;
}
const FALLBACK_PX_PER_MM = 96 / 25.4;
