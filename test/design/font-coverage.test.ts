import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tokens = join(root, 'src/design/tokens');
const faces = facesOf(readFileSync(join(tokens, 'fonts.css'), 'utf8'));
const core = faces.filter(({ file }) => /^ginkgo-sans-(regular|bold)\.woff2$/.test(file));
const common = faces.filter(({ file }) => file.includes('-common-'));
const wide = new Set(readFileSync(join(tokens, 'wide-hanzi.txt'), 'utf8').trim());
const rerun = 'run src/design/tokens/build-fonts.py';

describe('Ginkgo Sans', () => {
  test('the core, with the common names, has every hanzi of the phrases', () => {
    expect(missing(textUnder('src/platform/i18n/phrases'), inFaces([...core, ...common])), rerun).toBe('');
  });

  test('some file has every hanzi of the sources and of kiosk-config', () => {
    const covered = (char: string) => inFaces([...core, ...common])(char) || wide.has(char);
    expect(missing(textUnder('src/screens') + textUnder('kiosk-config'), covered), rerun).toBe('');
  });

  test('every hanzi of the wide files lies in one of their ranges', () => {
    const wideFaces = faces.filter(({ file }) => file.includes('-wide-'));
    expect(missing([...wide].join(''), inFaces(wideFaces))).toBe('');
  });

  test('the core of both weights stays within 400 KiB, other files within 256 KiB', () => {
    const size = (file: string) => statSync(join(root, 'public/fonts', file)).size;
    expect(core.reduce((sum, { file }) => sum + size(file), 0)).toBeLessThanOrEqual(400 * 1024);
    for (const { file } of faces) expect(size(file), file).toBeLessThanOrEqual(256 * 1024);
  });
});

type Face = { readonly file: string; readonly ranges: readonly (readonly [number, number])[] };

function facesOf(css: string): readonly Face[] {
  return [...css.matchAll(/@font-face \{([^}]+)\}/g)].map(([, body = '']) => ({
    file: /\/fonts\/([\w.-]+)/.exec(body)?.[1] ?? '',
    ranges: [...body.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, low = '', high = low]) => [
      Number.parseInt(low, 16),
      Number.parseInt(high, 16),
    ]),
  }));
}

function inFaces(those: readonly Face[]): (char: string) => boolean {
  return (char) => {
    const code = char.codePointAt(0) ?? 0;
    return those.some(({ ranges }) => ranges.some(([low, high]) => low <= code && code <= high));
  };
}

function missing(text: string, covered: (char: string) => boolean): string {
  return [...new Set(text.match(/[\u3400-\u9fff]/g) ?? [])].filter((char) => !covered(char)).join('');
}

function textUnder(folder: string): string {
  const path = join(root, folder);
  if (!existsSync(path)) return '';
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|json|html|webmanifest)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('');
}
