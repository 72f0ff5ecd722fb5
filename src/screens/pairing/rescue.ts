import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { RescueExport } from '#platform/sync/device.ts';
import type { PairingState } from './pairing.ts';

/** `none`: there is nothing here to carry away, or no reason to. */
export type RescueState = 'none' | 'not-asked' | 'working' | 'saved' | 'partial' | 'failed';

export type Rescue = {
  readonly state: ReadonlySignal<RescueState>;
  readonly save: () => Promise<void>;
};

type RescueParts = {
  readonly pairing: ReadonlySignal<PairingState>;
  /** Devices this browser has been. */
  readonly devices: () => Promise<readonly string[]>;
  readonly rescueAll: (devices: readonly string[]) => Promise<RescueExport>;
  readonly saveFile: (text: string) => void;
};

/** A screen whose disk failed ends here: what it still holds can be carried away before it is paired anew. */
export function createRescue({ pairing, devices, rescueAll, saveFile }: RescueParts): Rescue {
  const state = signal<RescueState>('none');
  let known: readonly string[] = [];
  const offer = async () => {
    known = await devices();
    if (known.length > 0 && state.peek() === 'none') state.value = 'not-asked';
  };
  effect(() => {
    if (isStorageTrouble(pairing.value)) void offer();
  });
  return {
    state,
    save: async () => {
      state.value = 'working';
      state.value = await rescueAll(known).then(
        ({ is, text }) => {
          saveFile(text);
          return is === 'whole' ? ('saved' as const) : is;
        },
        () => 'failed' as const,
      );
    },
  };
}

function isStorageTrouble(state: PairingState): boolean {
  return state.is === 'typing' && (state.error === 'storage-broken' || state.error === 'storage-wiped');
}
