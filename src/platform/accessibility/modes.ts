import { effect, type Signal, signal } from '@preact/signals';
import type { Language } from '#platform/i18n/wording.ts';

export type Size = 'standard' | 'elder';
export type Contrast = 'standard' | 'high' | 'dark';
export type Reach = 'standard' | 'low';

/** How one visitor wants the screen. Writing a signal changes the screen at once. */
export type Modes = {
  readonly size: Signal<Size>;
  readonly contrast: Signal<Contrast>;
  readonly reach: Signal<Reach>;
  readonly language: Signal<Language>;
  /** Nothing has been changed since the last visit. Reads the signals. */
  readonly areAsSetUp: () => boolean;
  /** The end of a visit: everything as the branch set it up (VVSG 7.1-A). */
  readonly resetModes: () => void;
};

export type ModeDefaults = {
  readonly size?: Size;
  readonly contrast?: Contrast;
  readonly reach?: Reach;
  readonly language?: Language;
};

/** As much of `<html>` as modes change. */
export type ModeRoot = Pick<HTMLElement, 'dataset' | 'lang'>;

/** Modes as attributes of `root`, which is `<html>`: no component knows that they exist. */
export function createModes(root: ModeRoot, defaults: ModeDefaults = {}): Modes {
  const start = { ...STANDARD, ...defaults };
  const modes = {
    size: signal(start.size),
    contrast: signal(start.contrast),
    reach: signal(start.reach),
    language: signal(start.language),
  };
  effect(() => {
    root.dataset['size'] = modes.size.value;
    root.dataset['contrast'] = modes.contrast.value;
    root.dataset['reach'] = modes.reach.value;
    root.lang = modes.language.value;
  });
  return {
    ...modes,
    areAsSetUp: () =>
      modes.size.value === start.size &&
      modes.contrast.value === start.contrast &&
      modes.reach.value === start.reach &&
      modes.language.value === start.language,
    resetModes: () => {
      modes.size.value = start.size;
      modes.contrast.value = start.contrast;
      modes.reach.value = start.reach;
      modes.language.value = start.language;
    },
  };
}

const STANDARD: Required<ModeDefaults> = {
  size: 'standard',
  contrast: 'standard',
  reach: 'standard',
  language: 'zh-CN',
};
