import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from '#server/store/folder-lock.ts';

it('gives a folder to one at a time, and takes a name left behind by a killed process for nobody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ginkgo-lock-'));
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1 }));
  const first = lockFolder(folder);
  if (!first.ok) throw new Error('the folder is free');
  expect(lockFolder(folder)).toEqual({ ok: false, refusal: process.pid });
  expect(lockFolder(folder).ok).toBe(false);
  first.value.release();
  const next = lockFolder(folder);
  expect(next.ok).toBe(true);
  if (next.ok) next.value.release();
  rmSync(folder, { recursive: true, force: true });
});
