import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const top = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(file, 'utf8');

/** `- **Q3** …` and `### S7 …` in RULES.md. */
const known = [
  ...read(path.join(top, 'src/domain/RULES.md')).matchAll(/^(?:- \*\*|#{2,4} |\| *)([A-Z]\d+)\b/gm),
].map(([, rule]) => rule ?? '');

const testFiles = readdirSync(path.join(top, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
  .map((file) => path.join(top, 'test', file));

/** Rule numbers at the start of a title: `'Q3 Q4: …'`, also in `test.each(…)('Q3: …'`. */
function quotedIn(source: string): readonly string[] {
  return [...source.matchAll(/[(,]\s*(['"`])((?:[A-Z]\d+ )*[A-Z]\d+):/g)].flatMap(
    ([, , rules]) => rules?.split(' ') ?? [],
  );
}

describe('rules', () => {
  const quoted = new Map(testFiles.map((file) => [path.relative(top, file), quotedIn(read(file))]));

  test('the scan understands titles', () => {
    expect(quotedIn("test('Q3 Q4: a', …); test.each(x)(\n  `N1: b`, …); test('R2 no', …); 'Q9: x'")).toEqual([
      'Q3',
      'Q4',
      'N1',
    ]);
    expect(known.length).toBeGreaterThan(40);
  });

  test('no number is given twice', () => {
    expect(known.filter((rule, index) => known.indexOf(rule) !== index)).toEqual([]);
  });

  test('every rule has a test', () => {
    const held = new Set([...quoted.values()].flat());
    expect(known.filter((rule) => !held.has(rule))).toEqual([]);
  });

  test('no test quotes a rule that does not exist', () => {
    const strangers = [...quoted].flatMap(([file, rules]) =>
      rules.filter((rule) => !known.includes(rule)).map((rule) => `${file}: ${rule}`),
    );
    expect(strangers).toEqual([]);
  });
});
