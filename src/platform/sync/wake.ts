/** A bell that is not lost when it rings while nobody waits. */
export type Wake = {
  readonly ring: () => void;
  /** Resolves at the next ring, at once if one was missed, or when the signal is aborted. */
  readonly next: (signal: AbortSignal) => Promise<void>;
};

export function createWake(): Wake {
  let rung = false;
  let waiting: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      waiting?.();
    },
    async next(signal) {
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          waiting = () => {
            signal.removeEventListener('abort', resolve as () => void);
            resolve();
          };
          signal.addEventListener('abort', resolve as () => void);
        });
      }
      waiting = null;
      rung = false;
    },
  };
}
