import type { ReadonlySignal } from '@preact/signals';
import type { Words } from '#domain/branch/branch.ts';

export type Language = keyof Words;

/** A catalogue: every phrase in every language, side by side, so that none can be missing. `{name}` is a gap. */
export type Phrases = Readonly<Record<string, Words>>;
export type Gaps = Readonly<Record<string, string | number>>;

/** The only way words reach a view. Reads the language signal, so a view that calls it follows the language. */
export type Wording<Catalogue extends Phrases> = {
  readonly language: ReadonlySignal<Language>;
  readonly say: (key: keyof Catalogue & string, gaps?: Gaps) => string;
  /** Words that come from the branch's configuration. */
  readonly pick: (words: Words) => string;
};

export function wordingOf<Catalogue extends Phrases>(
  catalogue: Catalogue,
  language: ReadonlySignal<Language>,
): Wording<Catalogue> {
  const pick = (words: Words) => words[language.value];
  return {
    language,
    pick,
    say: (key, gaps = {}) => fill(pick(catalogue[key] as Words), gaps),
  };
}

function fill(pattern: string, gaps: Gaps): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
}
