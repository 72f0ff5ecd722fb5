import { type ReadonlySignal, signal } from '@preact/signals';
import type { Trouble } from './device.ts';

export type Troubles = {
  readonly list: ReadonlySignal<readonly Trouble[]>;
  readonly codes: () => string[];
  readonly raise: (code: Trouble['code']) => void;
  readonly clear: (code: Trouble['code']) => void;
  readonly set: (code: Trouble['code'], present: boolean) => void;
  /** A trouble with a number; none of them is no trouble. */
  readonly count: (code: Trouble['code'], count: number) => void;
  /** Another tab of this device found them. */
  readonly take: (list: readonly Trouble[]) => void;
};

/** What staff should know about this device, each once and with the moment it began. */
export function createTroubles(now: () => number, onNew: (code: Trouble['code']) => void): Troubles {
  const list = signal<readonly Trouble[]>([]);
  const raise = (code: Trouble['code']) => {
    if (list.peek().some((trouble) => trouble.code === code)) return;
    list.value = [...list.peek(), { code, since: now() }];
    onNew(code);
  };
  const clear = (code: Trouble['code']) => {
    if (!list.peek().some((trouble) => trouble.code === code)) return;
    list.value = list.peek().filter((trouble) => trouble.code !== code);
  };
  return {
    list,
    raise,
    clear,
    codes: () => list.peek().map(({ code }) => code),
    set: (code, present) => (present ? raise(code) : clear(code)),
    count(code, count) {
      if (count === 0) return clear(code);
      raise(code);
      list.value = list.peek().map((trouble) => (trouble.code === code ? { ...trouble, count } : trouble));
    },
    take: (known) => {
      list.value = known;
    },
  };
}
