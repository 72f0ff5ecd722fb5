import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '#platform/sync/event-stream.ts';

async function read(chunks: readonly Uint8Array[]) {
  const heard: string[] = [];
  let lives = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  await readEvents(body, {
    life: () => {
      lives += 1;
    },
    data: async (data) => void heard.push(data),
  });
  return { heard, lives };
}

test('events come whole however the network cuts them, and pings are signs of life only', async () => {
  const text = ': ping\n\nid: 1\ndata: {"号":"A001"}\n\n: ping\n\nid: 2\r\ndata: {"b":\r\ndata: 2}\r\n\r\n';
  const whole = new TextEncoder().encode(text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 12 }), async (cuts) => {
      const at = [0, ...cuts.sort((one, other) => one - other), whole.length];
      const chunks = at.slice(1).map((end, index) => whole.slice(at[index], end));
      const { heard } = await read(chunks.filter((chunk) => chunk.length > 0));
      expect(heard).toEqual(['{"号":"A001"}', '{"b":\n2}']);
    }),
  );
  expect(await read([new TextEncoder().encode(': ping\n\n')])).toEqual({ heard: [], lives: 1 });
});
