/** Reads Server-Sent Events; any byte, a ping's too, is a sign of life. Ends when the stream does. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  on: { readonly life: () => void; readonly data: (data: string) => Promise<void> },
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let buffer = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    on.life();
    const blocks = (buffer + value).split(/\r?\n\r?\n/);
    buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = dataOf(block);
      if (data !== '') await on.data(data);
    }
  }
}

function dataOf(block: string): string {
  return block
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trimStart())
    .join('\n');
}
