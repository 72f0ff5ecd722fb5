import type { ComponentChildren } from 'preact';

/** One way a component may look; feeds the gallery, the accessibility check and the screenshots. */
export type Example = {
  readonly name: string;
  readonly show: () => ComponentChildren;
  /** Fills the screen, so it is shown only when asked for by name. */
  readonly alone?: boolean;
};
