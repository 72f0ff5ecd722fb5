import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const tokens = new URL('../../src/design/tokens/', import.meta.url);
const color = readFileSync(new URL('color.css', tokens), 'utf8');
const modes = readFileSync(new URL('modes.css', tokens), 'utf8');

const standard = colorsOf(color, ':root');
const themes = {
  standard: { colors: standard, text: 10 },
  dark: { colors: { ...standard, ...colorsOf(modes, ':root[data-contrast="dark"]') }, text: 10 },
  high: { colors: { ...standard, ...colorsOf(modes, ':root[data-contrast="high"]') }, text: 20 },
} as const;

const grounds = ['paper', 'surface', 'sunken', 'leaf', 'gold-soft'] as const;
const textPairs: readonly (readonly [string, string])[] = [
  ...grounds.map((ground) => ['ink', ground] as const),
  ...(['paper', 'surface', 'sunken'] as const).map((ground) => ['ink-soft', ground] as const),
  ['ink', 'gold-flash'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-pressed'],
  ['on-gold', 'gold'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-pressed'],
  ['info-ink', 'info-fill'],
  ['success-ink', 'success-fill'],
  ['warning-ink', 'warning-fill'],
  ['danger-ink', 'danger-fill'],
  ['success-ink', 'paper'],
  ['danger-ink', 'surface'],
];
const partPairs: readonly (readonly [string, string])[] = [
  ['line', 'paper'],
  ['line', 'surface'],
  ['line', 'sunken'],
  ['focus', 'paper'],
  ['focus', 'surface'],
  ['gold-line', 'surface'],
  ['gold-line', 'gold-soft'],
  ['info-line', 'info-fill'],
  ['success-line', 'success-fill'],
  ['warning-line', 'warning-fill'],
  ['danger-line', 'danger-fill'],
  ['danger-line', 'surface'],
];

describe.each(Object.entries(themes))('G7 contrast of %s', (_name, { colors, text }) => {
  test.each(textPairs)(`%s on %s reads at ${text}:1`, (ink, ground) => {
    expect(contrast(found(colors, ink), found(colors, ground))).toBeGreaterThanOrEqual(text);
  });

  test.each(partPairs)('G8 %s on %s is seen at 3:1', (part, ground) => {
    expect(contrast(found(colors, part), found(colors, ground))).toBeGreaterThanOrEqual(3);
  });
});

function colorsOf(css: string, selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

function found(colors: Record<string, string>, name: string): string {
  const value = colors[name];
  if (!value) throw new Error(`No colour --${name}`);
  return value;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
