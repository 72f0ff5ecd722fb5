import fc from 'fast-check';

export type Fate =
  | 'delivered'
  | 'request-lost'
  | 'answer-lost'
  | 'answer-late'
  | 'delayed'
  | 'server-killed'
  | 'device-killed'
  | 'busy'
  | 'portal';

/** One thing that happens in a branch. Devices 0 and 1 are kiosks, 2 is a pad with two tabs. */
export type Happening =
  | {
      readonly is: 'record';
      readonly device: number;
      readonly tab: number;
      readonly kind: 'ticket' | 'other';
      readonly poison: boolean;
    }
  | { readonly is: 'send'; readonly device: number; readonly most: number; readonly fate: Fate }
  | { readonly is: 'hello' | 'late-copy' | 'late-answer' | 'crash' | 'follow'; readonly device: number }
  | { readonly is: 'backup' }
  | { readonly is: 'clone' }
  | { readonly is: 'restore'; readonly announced: boolean }
  | { readonly is: 'days'; readonly count: number };

const device = fc.nat(2);
const fate = fc.constantFrom<Fate>(
  'delivered',
  'delivered',
  'delivered',
  'request-lost',
  'answer-lost',
  'answer-late',
  'delayed',
  'server-killed',
  'device-killed',
  'busy',
  'portal',
);

/** Random days of a branch. */
export const histories = fc.array(
  fc.oneof(
    {
      weight: 7,
      arbitrary: fc.record({
        is: fc.constant('record' as const),
        device,
        tab: fc.nat(1),
        kind: fc.constantFrom('ticket' as const, 'other' as const),
        poison: fc.nat(19).map((dice) => dice === 19),
      }),
    },
    {
      weight: 7,
      arbitrary: fc.record({
        is: fc.constant('send' as const),
        device,
        most: fc.integer({ min: 1, max: 4 }),
        fate,
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        is: fc.constantFrom(
          'hello' as const,
          'hello' as const,
          'late-copy' as const,
          'late-answer' as const,
          'crash' as const,
          'follow' as const,
        ),
        device,
      }),
    },
    { weight: 1, arbitrary: fc.constant({ is: 'backup' as const }) },
    { weight: 1, arbitrary: fc.constant({ is: 'clone' as const }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('restore' as const), announced: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({ is: fc.constant('days' as const), count: fc.integer({ min: 1, max: 9 }) }),
    },
  ),
  { maxLength: 60 },
);

export const ticket = (at: number, tab = 0): Happening => ({
  is: 'record',
  device: at,
  tab,
  kind: 'ticket',
  poison: false,
});
export const other = (at: number, tab = 0): Happening => ({
  is: 'record',
  device: at,
  tab,
  kind: 'other',
  poison: false,
});
export const poison = (at: number): Happening => ({
  is: 'record',
  device: at,
  tab: 0,
  kind: 'other',
  poison: true,
});
export const send = (at: number, how: Fate = 'delivered', most = 4): Happening => ({
  is: 'send',
  device: at,
  most,
  fate: how,
});
export const hello = (at: number): Happening => ({ is: 'hello', device: at });
export const crash = (at: number): Happening => ({ is: 'crash', device: at });
export const lateCopy = (at: number): Happening => ({ is: 'late-copy', device: at });
export const backup: Happening = { is: 'backup' };
export const clone: Happening = { is: 'clone' };
export const restore: Happening = { is: 'restore', announced: true };
export const days = (count: number): Happening => ({ is: 'days', count });
