import { Button } from '#design/components/button/button.tsx';
import { Notice } from '#design/components/notice/notice.tsx';
import { Stack } from '#design/components/stack/stack.tsx';
import type { Example } from '#design/gallery/example.ts';

const press = () => undefined;

export const noticeExamples: readonly Example[] = [
  {
    name: 'notice/tones',
    show: () => (
      <Stack>
        <Notice title="请先坐一会儿">{'叫到您时，屏幕和声音都会告诉您。'}</Notice>
        <Notice tone="success">{'已记下，谢谢您。'}</Notice>
        <Notice tone="warning" title="打印机没有纸了" actions={<Button onPress={press}>{'再试一次'}</Button>}>
          {'号码留在屏幕上，也可以用手机扫。'}
        </Notice>
        <Notice tone="danger" title="没有读到身份证">
          {'请再放一次，放平。'}
        </Notice>
      </Stack>
    ),
  },
];
