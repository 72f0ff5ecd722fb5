// `npm test`: everything, in the order in which a mistake is cheapest to hear of.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

process.chdir(path.join(import.meta.dirname, '..'));
const STEPS = [
  ['npm', 'run', '--silent', 'check'],
  ['npm', 'run', '--silent', 'build'],
  ['npx', 'vite', 'build', '--mode', 'gallery', '--logLevel', 'warn'],
  ['npx', 'vitest', 'run'],
  ['npx', 'playwright', 'test', '-c', 'test/journeys/playwright.config.ts'],
];
for (const [command, ...args] of STEPS) {
  process.stdout.write(`\n▸ ${[command, ...args].join(' ')}\n`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
