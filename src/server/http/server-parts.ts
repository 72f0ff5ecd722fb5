import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { LiveConfiguration } from '#server/config/watch-configuration.ts';
import type { Feeds } from '#server/push/feeds.ts';
import type { EventStore } from '#server/store/event-store.ts';
import type { Authority } from './authority.ts';
import type { DeviceGate } from './device-gate.ts';
import type { Metrics } from './metrics.ts';
import type { PairingLinks } from './pairing-links.ts';

/** One place logs; nothing personal, no PIN, no code ever gets here. */
export type Log = {
  readonly info: (what: object, message: string) => void;
  readonly warn: (what: object, message: string) => void;
  readonly error: (what: object, message: string) => void;
};

/** What every route is given. */
export type ServerParts = {
  readonly store: EventStore;
  readonly config: LiveConfiguration;
  readonly feeds: Feeds;
  readonly authority: Authority;
  readonly gate: DeviceGate;
  readonly links: PairingLinks;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly now: () => number;
  readonly newId: () => string;
  readonly operatorToken: string;
  /** Where `vite build` put the screens. */
  readonly screensFolder: string;
  readonly photosFolder: string;
};

export type Env = { Bindings: HttpBindings };
export type Ctx = Context<Env>;
