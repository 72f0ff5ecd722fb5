import { ANSWER_MARK } from '#contract/protocol.ts';

/** The fields an answer must have, each with its type; the contract's schemas are the server's and too heavy here. */
export type Shape<Value> = { readonly [Field in keyof Value]?: 'string' | 'number' | 'object' };

/** It carries our mark and everything that will be relied on: not a stranger's page, not half of an answer. */
export function isOurs<Value>(
  body: unknown,
  shape: Shape<Value>,
): body is Value & { readonly serverTime: number } {
  const fields = body as Record<string, unknown> | null;
  if (typeof fields !== 'object' || fields?.['mark'] !== ANSWER_MARK) return false;
  const all = { ...shape, serverTime: 'number' };
  return Object.entries(all).every(([name, type]) => fields[name] !== null && typeof fields[name] === type);
}
