import type { CounterId, InvitationId, TellerId, TicketNumber } from '#domain/id.ts';

/** What the console tells the pad beside it when no server can: a visitor was served, their rating may be asked for. */
export type CounterMessage = {
  readonly kind: 'finished-offline';
  readonly invitationId: InvitationId;
  readonly counter: CounterId;
  readonly teller: TellerId;
  readonly number: TicketNumber;
  readonly at: number;
};

/** Console and pad of one counter in the same browser profile. A wake-up only: the fact itself is in the journal. */
export type CounterChannel = {
  readonly tell: (message: CounterMessage) => void;
  /** Returns the way to stop listening. */
  readonly listen: (heard: (message: CounterMessage) => void) => () => void;
  readonly close: () => void;
};

export function openCounterChannel(counter: CounterId): CounterChannel {
  const channel = new BroadcastChannel(`ginkgo-counter-${counter}`);
  return {
    tell: (message) => channel.postMessage(message),
    listen: (heard) => {
      const hear = ({ data }: MessageEvent<unknown>) => {
        if (isCounterMessage(data) && data.counter === counter) heard(data);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    close: () => channel.close(),
  };
}

const textFields = ['invitationId', 'counter', 'teller', 'number'] as const;

function isCounterMessage(data: unknown): data is CounterMessage {
  if (typeof data !== 'object' || data === null) return false;
  const fields = data as Record<string, unknown>;
  return (
    fields['kind'] === 'finished-offline' &&
    typeof fields['at'] === 'number' &&
    textFields.every((name) => typeof fields[name] === 'string')
  );
}
