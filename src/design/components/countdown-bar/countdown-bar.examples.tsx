import { CountdownBar } from '#design/components/countdown-bar/countdown-bar.tsx';
import type { Example } from '#design/gallery/example.ts';

export const countdownBarExamples: readonly Example[] = [
  { name: 'countdown-bar/plain', show: () => <CountdownBar left={0.6}>{'可以改，还有一会儿'}</CountdownBar> },
];
