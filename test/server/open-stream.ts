import type { Entries } from '#contract/journal.ts';
import type { Entry } from '#domain/event.ts';
import type { ServerUnderTest } from './running-server.ts';
import type { TestDevice } from './test-device.ts';

export type OpenStream = {
  /** The next entry of this kind, past or to come. */
  readonly next: (wanted: (entry: Entry) => boolean) => Promise<Entry>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  readonly close: () => void;
};

/** A screen's stream, read as a browser would. */
export async function openStream(
  under: Pick<ServerUnderTest, 'url'>,
  device: TestDevice,
  from = 0,
): Promise<OpenStream> {
  const abort = new AbortController();
  const path = `/v1/stream?from=${from}`;
  const response = await fetch(`${under.url}${path}`, {
    headers: device.headersFor({ method: 'GET', path }),
    signal: abort.signal,
  });
  if (!response.ok || !response.body) throw new Error(`stream: ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const entries: Entry[] = [];
  let buffer = '';
  const readMore = async (): Promise<boolean> => {
    const { value, done } = await reader.read();
    if (done) return false;
    const blocks = (buffer + value).split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const line of blocks.flatMap((block) => block.split('\n'))) {
      if (line.startsWith('data: '))
        entries.push(...((JSON.parse(line.slice(6)) as Entries).entries as Entry[]));
    }
    return true;
  };
  let over = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  return {
    ended,
    close: () => abort.abort(),
    async next(wanted) {
      for (;;) {
        const index = entries.findIndex(wanted);
        const found = entries[index];
        if (found) {
          entries.splice(0, index + 1);
          return found;
        }
        if (!(await readMore())) {
          over();
          throw new Error('the stream ended');
        }
      }
    },
  };
}
