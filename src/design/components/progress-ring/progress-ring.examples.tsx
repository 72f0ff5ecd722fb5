import { ProgressRing } from '#design/components/progress-ring/progress-ring.tsx';
import type { Example } from '#design/gallery/example.ts';

export const progressRingExamples: readonly Example[] = [
  {
    name: 'progress-ring/plain',
    show: () => (
      <ProgressRing done={0.35} label="正在打印">
        {'35%'}
      </ProgressRing>
    ),
  },
];
