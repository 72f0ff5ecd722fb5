/** What decides which step the console shows. */
export type ConsoleState = {
  readonly hasCounter: boolean;
  readonly revoked: boolean;
  readonly connected: boolean;
  readonly signedIn: boolean;
  readonly status: 'closed' | 'open' | 'paused';
  /** A ticket is called here. */
  readonly serving: boolean;
  /** A visitor is served by typed number. */
  readonly servingOffline: boolean;
};

export type ConsoleStep =
  | 'no-counter'
  | 'revoked'
  | 'signed-out'
  | 'closed'
  | 'paused'
  | 'ready'
  | 'serving'
  /** Called before the line was cut: may be finished, nothing else. */
  | 'serving-cut'
  /** Nobody can be called: whom to serve is typed. */
  | 'cut'
  | 'serving-offline';

const WHEN_OPEN = { closed: 'closed', paused: 'paused', open: 'ready' } as const;

export function stepFor(state: ConsoleState): ConsoleStep {
  if (state.revoked) return 'revoked';
  if (!state.hasCounter) return 'no-counter';
  if (!state.signedIn) return 'signed-out';
  if (state.servingOffline) return 'serving-offline';
  if (state.serving) return state.connected ? 'serving' : 'serving-cut';
  return state.connected ? WHEN_OPEN[state.status] : 'cut';
}
