import { ConnectionLine } from '#design/components/connection-line/connection-line.tsx';
import { Stack } from '#design/components/stack/stack.tsx';
import type { Example } from '#design/gallery/example.ts';

export const connectionLineExamples: readonly Example[] = [
  {
    name: 'connection-line/states',
    show: () => (
      <Stack align="start">
        <ConnectionLine state="connected">{'已连接'}</ConnectionLine>
        <ConnectionLine state="waiting">{'正在连接'}</ConnectionLine>
        <ConnectionLine state="cut">{'10:42 起没有网络，照样可以取号'}</ConnectionLine>
      </Stack>
    ),
  },
];
