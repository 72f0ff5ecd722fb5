export type Level = 1 | 2 | 3 | 4 | 5;

type LevelFaceProps = { readonly level: Level };

const mouths = {
  5: 'M8 14.300c.7 2.500 2.200 3.700 4 3.700s3.300-1.200 4-3.700z',
  4: 'M8 14.800c1.800 2.400 6.200 2.400 8 0',
  3: 'M8.200 15.800h7.600',
  2: 'M8 16.800c1.800-2.100 6.200-2.100 8 0',
  1: 'M8 17.700c.7-2.500 2.200-3.600 4-3.600s3.300 1.100 4 3.600z',
} as const satisfies Record<Level, string>;

/** Five faces of one line weight and one size: only the mouth differs. */
export function LevelFace({ level }: LevelFaceProps) {
  return (
    <svg class="level-face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle class="level-face-head" cx="12" cy="12" r="10" />
      <circle class="level-face-eye" cx="8.600" cy="9.600" r="1.200" />
      <circle class="level-face-eye" cx="15.400" cy="9.600" r="1.200" />
      <path d={mouths[level]} />
    </svg>
  );
}
