import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Words } from '#domain/branch/branch.ts';
import { callBoardPhrases } from '#platform/i18n/phrases/call-board.ts';
import { type Gaps, type Language, wordingOf } from '#platform/i18n/wording.ts';

type BothProps = { readonly words: Words; readonly class?: string | undefined };

/** Chinese, and English as its second line. */
export function Both({ words, class: extra }: BothProps) {
  return (
    <span class={extra ? `call-board-both ${extra}` : 'call-board-both'}>
      <Zh>{words['zh-CN']}</Zh>
      <En>{words.en}</En>
    </span>
  );
}

type WordsProps = { readonly children: ComponentChildren };

export function Zh({ children }: WordsProps) {
  return <span lang="zh-CN">{children}</span>;
}

export function En({ children }: WordsProps) {
  return (
    <span lang="en" class="call-board-en">
      {children}
    </span>
  );
}

export function sayBoth(key: keyof typeof callBoardPhrases, gaps: Gaps = {}): Words {
  return { 'zh-CN': chinese.say(key, gaps), en: english.say(key, gaps) };
}

const chinese = wordingOf(callBoardPhrases, signal<Language>('zh-CN'));
const english = wordingOf(callBoardPhrases, signal<Language>('en'));
