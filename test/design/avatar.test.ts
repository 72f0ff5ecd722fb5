import { expect, test } from 'vitest';
import { Avatar } from '#design/components/avatar/avatar.tsx';

type Image = { readonly type: string; readonly props: { src: string; onError: (event: unknown) => void } };

function parts(photo?: string) {
  const avatar = Avatar({ name: '李静', photo });
  const [initial, image] = avatar.props.children as [{ props: { children: string[] } }, Image | undefined];
  return { initial: initial.props.children.join(''), image };
}

test('without a photo the initial stands there', () => {
  expect(parts()).toEqual({ initial: '李', image: undefined });
});

test('a photo that cannot be loaded goes and leaves the initial', () => {
  const { initial, image } = parts('/photos/li-jing.webp');
  expect([initial, image?.props.src]).toEqual(['李', '/photos/li-jing.webp']);
  const img = { hidden: false };
  image?.props.onError({ currentTarget: img });
  expect(img.hidden).toBe(true);
});
