// `npm run bench [-- part]`: builds, then prints one table. The machine's own speed cancels out in the ratios.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

process.chdir(path.join(import.meta.dirname, '..'));
const build = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (build.status !== 0) process.exit(build.status ?? 1);
const bench = spawnSync('npx', ['vite-node', 'test/bench/bench.ts', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(bench.status ?? 1);
