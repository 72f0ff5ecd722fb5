import { Stack } from '#design/components/stack/stack.tsx';
import { ToggleTag } from '#design/components/toggle-tag/toggle-tag.tsx';
import type { Example } from '#design/gallery/example.ts';

const press = () => undefined;

export const toggleTagExamples: readonly Example[] = [
  {
    name: 'toggle-tag/some',
    show: () => (
      <Stack direction="row" wrap>
        <ToggleTag selected onPress={press}>
          {'等得太久'}
        </ToggleTag>
        <ToggleTag selected={false} onPress={press}>
          {'没有说清楚'}
        </ToggleTag>
        <ToggleTag selected={false} onPress={press}>
          {'态度冷淡'}
        </ToggleTag>
      </Stack>
    ),
  },
];
