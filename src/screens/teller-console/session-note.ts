import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BusinessDay, TellerId } from '#domain/id.ts';
import type { Notebook } from '#platform/sync/device.ts';

const SESSION = 'teller-session';
type Session = { readonly teller: TellerId; readonly day: BusinessDay };

export type Seat = {
  readonly connected: boolean;
  /** By the folded day. */
  readonly teller: TellerId | null;
  readonly day: BusinessDay;
};

export type SessionNote = {
  /** Who sits here: by the day; while cut off and the day does not know, by the note of the same day. */
  readonly teller: ReadonlySignal<TellerId | null>;
  readonly recover: () => Promise<void>;
  readonly stop: () => void;
};

/** Remembers who signed in, so that a reload without a line does not lock the teller out of the counter. */
export function keepSession(notebook: Notebook, seat: ReadonlySignal<Seat>): SessionNote {
  const noted = signal<Session | null>(null);
  const note = (session: Session | null) => {
    const before = noted.peek();
    if (session?.teller === before?.teller && session?.day === before?.day) return;
    noted.value = session;
    void (session ? notebook.write(SESSION, session) : notebook.erase(SESSION));
  };
  const stop = effect(() => {
    const { connected, teller, day } = seat.value;
    if (teller !== null) note({ teller, day });
    else if (connected) note(null);
  });
  return {
    teller: computed(() => tellerOf(seat.value, noted.value)),
    recover: async () => {
      const session = await notebook.read<Session>(SESSION);
      if (session && noted.peek() === null && !seat.peek().connected) noted.value = session;
    },
    stop,
  };
}

function tellerOf({ connected, teller, day }: Seat, noted: Session | null): TellerId | null {
  if (teller !== null || connected) return teller;
  return noted?.day === day ? noted.teller : null;
}
