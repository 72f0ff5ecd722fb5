import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const design = fileURLToPath(new URL('../../src/design/', import.meta.url));
const read = (name: string) => readFileSync(join(design, 'tokens', name), 'utf8');
const HANZI = 0.92;
const CAPITAL = 0.733;

const standard = { ...millimetres(read('size.css'), ':root'), ...millimetres(read('type.css'), ':root') };
const elder = { ...standard, ...millimetres(read('modes.css'), ':root[data-size="elder"]') };

describe('sizes in millimetres', () => {
  test.each([
    { mode: 'standard', size: standard, target: 20, gap: 3.2, hanzi: 6.1 },
    { mode: 'elder', size: elder, target: 25, gap: 4, hanzi: 8 },
  ])('G2 G3 G5 $mode: targets, gaps and hanzi', ({ size, target, gap, hanzi }) => {
    expect(size['target']).toBeGreaterThanOrEqual(target);
    expect(size['target-primary']).toBeGreaterThanOrEqual(30);
    expect(size['gap']).toBeGreaterThanOrEqual(gap);
    expect((size['text-s'] ?? 0) * HANZI).toBeGreaterThanOrEqual(hanzi);
    expect((size['text-s'] ?? 0) * CAPITAL).toBeGreaterThanOrEqual(4.8);
    expect((size['text-ticket'] ?? 0) * CAPITAL).toBeGreaterThanOrEqual(25);
    expect(size['ring']).toBeGreaterThanOrEqual(2);
  });

  test('a wall is read from 8 m, a desk from 60 cm', () => {
    const wall = millimetres(read('surfaces.css'), ':root[data-surface="wall"]');
    const desk = millimetres(
      read('surfaces.css'),
      ':root[data-surface="hand"]',
      ':root[data-surface="desk"],\n  ',
    );
    expect((wall['text-s'] ?? 0) * HANZI).toBeGreaterThanOrEqual(24);
    expect((desk['text-s'] ?? 0) * HANZI).toBeGreaterThanOrEqual(3.4);
    expect(desk['target']).toBeGreaterThanOrEqual(9);
  });

  test('G13 fades last at most 200 ms and flashes stay under 2 Hz', () => {
    const motion = read('motion.css');
    const milliseconds = (name: string) => Number(new RegExp(`--${name}: (\\d+)ms`).exec(motion)?.[1]);
    expect(milliseconds('fade')).toBeLessThanOrEqual(200);
    expect(milliseconds('press')).toBeLessThanOrEqual(100);
    expect(milliseconds('flash')).toBeGreaterThanOrEqual(500);
  });
});

describe('components', () => {
  const sheets = readdirSync(join(design, 'components'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, readFileSync(join(design, 'components', name), 'utf8')] as const);

  test.each(sheets)('%s takes colours and lengths from tokens', (_name, css) => {
    expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl|oklch/i);
    expect(css).not.toMatch(/\b\d*\.?\d*[1-9]\d*(px|mm|cm|rem|ms)\b/);
    expect(css).not.toMatch(
      /\b(margin|padding|border|inset)-(left|right|top|bottom)\b|[^-]\b(width|height): /,
    );
  });
});

function millimetres(css: string, selector: string, before = '  '): Record<string, number> {
  const start = css.indexOf(`${before}${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): calc\(([\d.]+) \* var\(--mm\)\)/g)].map(([, name, value]) => [
      name,
      Number(value),
    ]),
  );
}
