import type { Result } from '#domain/result.ts';
import { accept, refuse } from '#domain/result.ts';

/** Reads JSON; a mistake is told with the line and column where it stands. */
export function parseJson(text: string): Result<unknown, string> {
  try {
    return accept(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(`not valid JSON${place(text, reason)}: ${reason.replace(/ in JSON at position.*/, '')}`);
  }
}

function place(text: string, reason: string): string {
  const offset = /at position (\d+)/.exec(reason)?.[1];
  const upTo = text.slice(0, offset === undefined ? text.length : Number(offset)).split('\n');
  return ` at line ${upTo.length}, column ${(upTo.at(-1)?.length ?? 0) + 1}`;
}
