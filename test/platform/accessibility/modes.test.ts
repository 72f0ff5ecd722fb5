import { describe, expect, it } from 'vitest';
import { createModes } from '#platform/accessibility/modes.ts';
import { pxPerMm, reachableBandMm } from '#platform/accessibility/screen-size.ts';

describe('modes', () => {
  it('are attributes, and a session end restores what the branch set up', () => {
    const root = { dataset: {} as DOMStringMap, lang: '' };
    const modes = createModes(root, { language: 'en' });
    expect(root.lang).toBe('en');
    modes.size.value = 'elder';
    modes.language.value = 'zh-CN';
    expect(root.dataset['size']).toBe('elder');
    expect(modes.areAsSetUp()).toBe(false);
    modes.resetModes();
    expect(modes.areAsSetUp()).toBe(true);
    expect(root).toEqual({
      dataset: { size: 'standard', contrast: 'standard', reach: 'standard' },
      lang: 'en',
    });
  });
});

describe('G1 millimetres', () => {
  const screen = { mmPerPx: null, shortSideMm: 268, bottomHeightMm: 820 };

  it('come from the calibration, else from the short side', () => {
    expect(pxPerMm({ ...screen, mmPerPx: 0.25 }, { widthPx: 1, heightPx: 1 })).toBe(4);
    expect(pxPerMm(screen, { widthPx: 1080, heightPx: 1920 })).toBeCloseTo(1080 / 268);
    expect(pxPerMm(screen, { widthPx: 1920, heightPx: 1080 })).toBeCloseTo(1080 / 268);
  });

  it('low reach ends 1220 mm above the floor', () => {
    expect(reachableBandMm(screen, 476)).toBe(400);
    expect(reachableBandMm({ ...screen, bottomHeightMm: 0 }, 476)).toBe(476);
    expect(reachableBandMm({ ...screen, bottomHeightMm: 1300 }, 476)).toBe(0);
  });
});
