/** As much of a window and its document as a printer touches. */
export type PageDouble = {
  readonly window: Pick<Window, 'print' | 'addEventListener' | 'removeEventListener' | 'document'>;
  /** Text that lay in the document when printing began. */
  readonly seen: readonly string[];
  /** Text that lies there now. */
  readonly left: () => readonly string[];
};

type Element = {
  className: string;
  textContent: string;
  lang: string;
  readonly children: Element[];
  readonly append: (...more: Element[]) => void;
  readonly remove: () => void;
  readonly setAttribute: () => void;
};

/** `prints` and closes at once, `hangs` in its dialog, `ignores` the wish, or `throws`. */
export function pageDouble(behaviour: 'prints' | 'hangs' | 'ignores' | 'throws'): PageDouble {
  const events = new EventTarget();
  const body = element(() => {});
  const seen: string[] = [];
  const text = () => body.children.flatMap((section) => section.children.map((line) => line.textContent));
  const print = () => {
    if (behaviour === 'throws') throw new Error('not allowed');
    if (behaviour === 'ignores') return;
    events.dispatchEvent(new Event('beforeprint'));
    seen.push(...text());
    if (behaviour === 'prints') events.dispatchEvent(new Event('afterprint'));
  };
  const window = {
    print,
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    document: { body, createElement: () => element((gone) => drop(body.children, gone)) },
  };
  return { window: window as unknown as PageDouble['window'], seen, left: text };
}

function element(onRemove: (gone: Element) => void): Element {
  const made: Element = {
    className: '',
    textContent: '',
    lang: '',
    children: [],
    append: (...more) => void made.children.push(...more),
    remove: () => onRemove(made),
    setAttribute: () => {},
  };
  return made;
}

function drop(all: Element[], gone: Element): void {
  const place = all.indexOf(gone);
  if (place >= 0) all.splice(place, 1);
}
