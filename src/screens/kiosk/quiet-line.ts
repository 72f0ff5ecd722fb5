import type { devicePhrases } from '#platform/i18n/phrases/device.ts';
import type { Connection, Trouble } from '#platform/sync/device.ts';

/** With these no ticket can be kept, or none may be given. */
const STOPS = ['revoked', 'storage-broken'] as const satisfies readonly Trouble['code'][];

export type QuietLine = {
  readonly state: 'connected' | 'cut';
  readonly phrase: keyof typeof devicePhrases;
};

/** What keeps this kiosk from giving tickets, the gravest first. */
export function stopOf(troubles: readonly Trouble[]): (typeof STOPS)[number] | null {
  return STOPS.find((code) => troubles.some((trouble) => trouble.code === code)) ?? null;
}

/** The one quiet line: a kiosk that gives no tickets never claims that it works. */
export function quietLine(connection: Connection, troubles: readonly Trouble[]): QuietLine {
  const stop = stopOf(troubles);
  if (stop !== null) return { state: 'cut', phrase: `trouble-${stop}` };
  if (connection.is === 'cut') return { state: 'cut', phrase: 'cut-but-working' };
  return { state: 'connected', phrase: 'connected' };
}
