import { type ReadonlySignal, signal } from '@preact/signals';
import type { Connection, Trouble } from './device.ts';
import type { Machine } from './machine.ts';
import { createTroubles, type Troubles } from './troubles.ts';

type TabNews =
  | { readonly is: 'changed' }
  /** A tab has just opened and knows nothing. */
  | { readonly is: 'opened' }
  | { readonly is: 'state'; readonly connection: Connection; readonly troubles: readonly Trouble[] };

/** What all tabs of a device show alike; the one that leads the line tells the others. */
export type DeviceState = {
  readonly connection: ReadonlySignal<Connection>;
  readonly troubles: Troubles;
  readonly setConnection: (is: Connection['is']) => void;
  /** The common disk changed. */
  readonly changed: () => void;
  readonly lead: () => void;
  readonly close: () => void;
};

export function createDeviceState(options: {
  readonly machine: Machine;
  readonly device: string;
  readonly now: () => number;
  /** When the server last gave a sign of life. */
  readonly aliveAt: () => number;
  readonly onTrouble: (code: Trouble['code']) => void;
  /** Another tab changed the disk. */
  readonly onChanged: () => void;
}): DeviceState {
  const { machine, device, now, aliveAt, onTrouble, onChanged } = options;
  const channel = machine.channel(`ginkgo-device-${device}`);
  const connection = signal<Connection>({ is: 'cut', since: now() });
  const troubles = createTroubles(now, onTrouble);
  let leads = false;

  const tell = () => {
    const news: TabNews = {
      is: 'state',
      connection: connection.peek(),
      troubles: troubles.list.peek(),
    };
    if (leads) channel.post(news);
  };
  connection.subscribe(tell);
  troubles.list.subscribe(tell);
  channel.listen((message) => {
    const news = message as TabNews;
    if (news.is === 'changed') onChanged();
    if (news.is === 'opened') tell();
    if (news.is !== 'state' || leads) return;
    connection.value = news.connection;
    troubles.take(news.troubles);
  });
  channel.post({ is: 'opened' } satisfies TabNews);

  return {
    connection,
    troubles,
    setConnection(is) {
      if (is === 'connected') connection.value = { is };
      else if (connection.peek().is === 'connected') connection.value = { is, since: aliveAt() };
    },
    changed: () => channel.post({ is: 'changed' } satisfies TabNews),
    lead() {
      leads = true;
      tell();
    },
    close: channel.close,
  };
}
