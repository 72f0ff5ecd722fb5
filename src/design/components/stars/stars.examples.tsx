import { Stars } from '#design/components/stars/stars.tsx';
import type { Example } from '#design/gallery/example.ts';

export const starsExamples: readonly Example[] = [
  { name: 'stars/parts', show: () => <Stars value={4.6} label="4.6 / 5" worded /> },
];
