// `npm run bench [-- part …]`: builds, then prints one table. The machine's own speed cancels out in the ratios.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const top = path.join(import.meta.dirname, '..');
process.chdir(top);
if (!process.env.BENCH_NO_BUILD) {
  const built = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

const folder = path.join(top, 'test/bench');
await build({
  configFile: false,
  root: top,
  publicDir: false,
  logLevel: 'error',
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    outDir: path.join(top, '.cache/bench'),
    emptyOutDir: true,
    rolldownOptions: {
      input: readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => path.join(folder, name)),
      // Flat, so that what a file says about its own place holds here too: two folders below the top.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});

const bench = spawnSync('node', ['.cache/bench/bench.js', ...process.argv.slice(2)], { stdio: 'inherit' });
if (bench.signal) process.stderr.write(`the bench was ended by ${bench.signal}\n`);
process.exit(bench.status ?? 1);
