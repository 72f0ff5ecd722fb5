import { Fragment } from 'preact';

/** Stands in a phrase where a long word may break; never seen, never read out. */
const MARK = '|';

/** Words that may break at their marks on a narrow tile, and only there. */
export function Breakable({ children }: { readonly children: string }) {
  return children.split(MARK).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** The same words where nothing can break: in a name that is only heard. */
export function withoutMarks(words: string): string {
  return words.replaceAll(MARK, '');
}
