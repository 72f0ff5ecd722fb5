/** The five official levels (好差评), best first. The number is derived; the code is what is stored. */
export const LEVELS = [
  { code: 'VS5', value: 5 },
  { code: 'S4', value: 4 },
  { code: 'N3', value: 3 },
  { code: 'D2', value: 2 },
  { code: 'VD1', value: 1 },
] as const;

export type LevelCode = (typeof LEVELS)[number]['code'];

/** A tag of the reason dictionary in kiosk-config, e.g. `wait-too-long`. */
export type ReasonTagId = string & { readonly kindOfId?: 'reason-tag' };

/** A low level asks for reasons and whether a manager should get in touch. */
export function isLow(level: LevelCode): boolean {
  return level === 'D2' || level === 'VD1';
}
