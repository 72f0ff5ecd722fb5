import { expect, test } from 'vitest';
import { isUsableConfig } from '#platform/sync/usable-config.ts';
import { configDouble } from '#test/doubles/config-double.ts';

test('a configuration is taken only with everything the screens rely on', () => {
  const { branch, device } = configDouble;
  expect(isUsableConfig(configDouble)).toBe(true);
  const bad = [
    { ...configDouble, version: 7 },
    { ...configDouble, device: { ...device, languages: [] } },
    { ...configDouble, branch: { ...branch, services: undefined } },
    { ...configDouble, branch: { ...branch, timeZone: 'Mars/Olympus' } },
    { ...configDouble, branch: { ...branch, helpDesk: { en: 'the desk' } } },
  ];
  for (const config of [...bad, null, 'text', {}]) expect(isUsableConfig(config)).toBe(false);
});
