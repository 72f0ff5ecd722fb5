import { describe, expect, it } from 'vitest';
import { ACCESS } from '#server/http/access.ts';
import { openApi } from '#server/http/open-api.ts';

type Described = {
  readonly paths: Record<string, Record<string, { readonly summary: string; readonly security?: unknown }>>;
};

describe('openapi.json', () => {
  const described = openApi() as Described;

  it('describes every endpoint, and who may call it', () => {
    const endpoints = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(endpoints.toSorted()).toEqual(Object.keys(ACCESS).toSorted());
    expect(described.paths['/v1/hello']?.['post']?.security).toEqual([{ device: [] }]);
    expect(described.paths['/healthz']?.['get']?.security).toBeUndefined();
  });

  it('is plain JSON with the shapes the server checks', () => {
    const text = JSON.stringify(described);
    expect(JSON.parse(text)).toEqual(described);
    expect(text).toContain('"publicKey"');
    expect(text).toContain('"quarantined"');
  });
});
