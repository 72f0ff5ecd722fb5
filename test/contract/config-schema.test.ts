import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { branchFileSchema, deviceFileSchema } from '#contract/config.ts';

/** What an editor shows while a bank writes its files; kept in the repository, made from the schemas. */
describe('kiosk-config/schema', () => {
  const written = (schema: Parameters<typeof toJsonSchema>[0]) =>
    `${JSON.stringify(toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }), null, 2)}\n`;

  it('branch.schema.json is what the server checks with', async () => {
    await expect(written(branchFileSchema)).toMatchFileSnapshot(
      '../../kiosk-config/schema/branch.schema.json',
    );
  });
  it('device.schema.json is what the server checks with', async () => {
    await expect(written(deviceFileSchema)).toMatchFileSnapshot(
      '../../kiosk-config/schema/device.schema.json',
    );
  });
});
