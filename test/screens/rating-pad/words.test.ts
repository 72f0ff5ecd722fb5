import { expect, test } from 'vitest';
import { LEVELS } from '#domain/rating/scale.ts';
import { ratingPadPhrases } from '#platform/i18n/phrases/rating-pad.ts';
import { Breakable, withoutMarks } from '#screens/rating-pad/breakable.tsx';

const textOf = (node: unknown): string => {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textOf).join('');
  const children = (node as { props?: { children?: unknown } } | null)?.props?.children;
  return children === undefined ? '' : textOf(children);
};

test('12.1 the levels are found, copied and read out as they are in the standard', () => {
  const words = LEVELS.map(({ code }) => textOf(Breakable({ children: ratingPadPhrases[code]['zh-CN'] })));
  expect(words).toEqual(['非常满意', '满意', '基本满意', '不满意', '非常不满意']);
});

test('what is only heard has no marks in it, and no phrase an invisible one', () => {
  expect(withoutMarks(ratingPadPhrases.digitsTitle['zh-CN'])).toBe('后面的数字是多少？');
  expect(JSON.stringify(ratingPadPhrases)).not.toMatch(/[\u200b-\u200d\u2060\u00ad]/);
});
