import type { ReasonTag } from '#domain/branch/branch.ts';

const PER_PAGE = 3;

/** Three reasons at a time and the way to more of them: never a wall of complaints. Pages go round. */
export function tagPage(
  tags: readonly ReasonTag[],
  page: number,
): { readonly shown: readonly ReasonTag[]; readonly hasMore: boolean } {
  const pages = Math.max(1, Math.ceil(tags.length / PER_PAGE));
  const from = (page % pages) * PER_PAGE;
  return { shown: tags.slice(from, from + PER_PAGE), hasMore: pages > 1 };
}
