import { Avatar } from '#design/components/avatar/avatar.tsx';
import { Stack } from '#design/components/stack/stack.tsx';
import type { Example } from '#design/gallery/example.ts';

export const avatarExamples: readonly Example[] = [
  {
    name: 'avatar/initials',
    show: () => (
      <Stack direction="row">
        <Avatar name="王丽华" />
        <Avatar name="欧阳雪" size="large" />
      </Stack>
    ),
  },
];
