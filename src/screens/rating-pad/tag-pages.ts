import type { ReasonTag } from '#domain/branch/branch.ts';

const FIRST = 3;
const MORE = 6;

/** First three reasons, then more at a time; elders never choose among many. Pages go round. */
export function tagPage(
  tags: readonly ReasonTag[],
  page: number,
  elder: boolean,
): { readonly shown: readonly ReasonTag[]; readonly hasMore: boolean } {
  const perPage = elder ? FIRST : MORE;
  const pages = [tags.slice(0, FIRST)];
  for (let from = FIRST; from < tags.length; from += perPage) pages.push(tags.slice(from, from + perPage));
  return { shown: pages[page % pages.length] ?? [], hasMore: pages.length > 1 };
}
