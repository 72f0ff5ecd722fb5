import { Icon } from '#design/components/icon/icon.tsx';
import { type IconName, iconPaths } from '#design/components/icon/icon-paths.ts';
import { Stack } from '#design/components/stack/stack.tsx';
import { StatusChip } from '#design/components/status-chip/status-chip.tsx';
import type { Example } from '#design/gallery/example.ts';

const names = Object.keys(iconPaths) as readonly IconName[];

export const iconExamples: readonly Example[] = [
  {
    name: 'icon/all',
    show: () => (
      <Stack direction="row" wrap class="text-title">
        {names.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </Stack>
    ),
  },
  { name: 'icon/in-text', show: () => <StatusChip icon="leaf">{'银杏'}</StatusChip> },
];
