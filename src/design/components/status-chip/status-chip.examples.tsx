import { Stack } from '#design/components/stack/stack.tsx';
import { StatusChip } from '#design/components/status-chip/status-chip.tsx';
import type { Example } from '#design/gallery/example.ts';

export const statusChipExamples: readonly Example[] = [
  {
    name: 'status-chip/tones',
    show: () => (
      <Stack direction="row" wrap>
        <StatusChip>{'暂停'}</StatusChip>
        <StatusChip tone="info" icon="clock">
          {'等候 12 分钟'}
        </StatusChip>
        <StatusChip tone="success" icon="check">
          {'营业中'}
        </StatusChip>
        <StatusChip tone="warning" icon="warning">
          {'快没纸了'}
        </StatusChip>
        <StatusChip tone="danger" icon="stop">
          {'已停止'}
        </StatusChip>
        <StatusChip tone="accent" icon="star">
          {'优先'}
        </StatusChip>
      </Stack>
    ),
  },
];
