import { get } from 'node:http';

export type Weight = {
  readonly js: number;
  readonly fonts: number;
  readonly rest: number;
  readonly requests: number;
};

/** What addresses weigh on the wire, brotli where the server offers it. Voice clips are not counted, fonts apart. */
export async function weigh(urls: readonly string[]): Promise<Weight> {
  const weighed = await Promise.all(
    [...new Set(urls)]
      .filter((url) => url.startsWith('http') && !/\/audio\//.test(url))
      .map(async (url) => ({ kind: kindOf(url), bytes: await wireBytes(url) })),
  );
  const sum = (kind: Kind) =>
    weighed.filter((each) => each.kind === kind).reduce((all, { bytes }) => all + bytes, 0);
  const requests = weighed.filter(({ kind }) => kind !== 'fonts').length;
  return { js: sum('js'), fonts: sum('fonts'), rest: sum('rest'), requests };
}

type Kind = 'js' | 'fonts' | 'rest';

function kindOf(url: string): Kind {
  const { pathname } = new URL(url);
  if (/\.woff2?$/.test(pathname)) return 'fonts';
  return pathname.endsWith('.js') ? 'js' : 'rest';
}

function wireBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br', accept: '*/*' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
