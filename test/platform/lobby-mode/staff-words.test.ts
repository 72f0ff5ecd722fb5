import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Language } from '#platform/i18n/wording.ts';
import { type StaffDevice, staffWords } from '#platform/lobby-mode/staff-words.ts';
import type { Trouble } from '#platform/sync/device.ts';
import { configDouble } from '#test/doubles/config-double.ts';

const language = signal<Language>('zh-CN');
const rescue = (state: 'not-asked' | 'partial') => ({ rescue: signal(state) });
const machine = (...codes: readonly Trouble['code'][]): StaffDevice => ({
  config: signal(configDouble),
  troubles: signal(codes.map((code) => ({ code, since: 0 }))),
  unsent: signal(3),
  version: '1.2.3',
});

test('staff read who the machine is, what it holds and every trouble in words', () => {
  const { details, news } = staffWords(rescue('not-asked'), machine('storage-full', 'revoked'), language);
  expect(details.map(({ value }) => value)).toEqual([
    configDouble.device.id,
    '1.2.3',
    configDouble.version,
    '3',
    '0',
    '本机存储快满了，本机已被停用',
  ]);
  expect(news).toBeNull();
});

test('an export that saved only a part is never said to be saved', () => {
  const { news, details } = staffWords(rescue('partial'), machine(), language);
  expect(news).toContain('只存下一部分');
  expect(details.at(-1)?.value).toBe('没有');
});
