import { Button } from '#design/components/button/button.tsx';
import { Stack } from '#design/components/stack/stack.tsx';
import type { Example } from '#design/gallery/example.ts';

const press = () => undefined;

export const buttonExamples: readonly Example[] = [
  {
    name: 'button/variants',
    show: () => (
      <Stack direction="row" wrap>
        <Button variant="primary" icon="check" onPress={press}>
          {'就办这个'}
        </Button>
        <Button onPress={press}>{'改一下'}</Button>
        <Button variant="quiet" icon="globe" onPress={press} lang="en">
          {'English'}
        </Button>
        <Button variant="danger" icon="cross" onPress={press}>
          {'不要这张号了'}
        </Button>
      </Stack>
    ),
  },
  {
    name: 'button/large',
    show: () => (
      <Stack direction="row" wrap>
        <Button variant="primary" size="primary" icon="ticket" onPress={press}>
          {'取号'}
        </Button>
        <Button size="primary" icon="calendar" onPress={press} note="今天有预约的请按这里">
          {'预约签到'}
        </Button>
      </Stack>
    ),
  },
  {
    name: 'button/long',
    show: () => (
      <Stack align="start">
        <Button
          icon="id-card"
          onPress={press}
          note="身份证、护照、港澳台居民来往内地通行证都可以，放平在下面亮灯的地方就行"
        >
          {'刷身份证，直接找到您的预约'}
        </Button>
        <Button variant="primary" wide lang="en" onPress={press}>
          {'Use my ID card to find the appointment that I made on the phone this morning'}
        </Button>
      </Stack>
    ),
  },
  {
    name: 'button/pressed-disabled-hint',
    show: () => (
      <Stack direction="row" wrap>
        <Button variant="primary" data-pressed="" onPress={press}>
          {'按住的样子'}
        </Button>
        <Button disabled note="请先选一项" onPress={press}>
          {'下一步'}
        </Button>
        <Button variant="primary" hint="F2" onPress={press}>
          {'呼叫下一位'}
        </Button>
        <Button data-focus="" onPress={press}>
          {'焦点'}
        </Button>
      </Stack>
    ),
  },
];
