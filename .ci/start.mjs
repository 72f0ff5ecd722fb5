// `npm start`: builds what is missing or older than its sources, then becomes the server.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const top = path.join(import.meta.dirname, '..');
process.chdir(top);

const SOURCES = ['src', 'public', 'vite.config.ts', 'package.json'];
const BUILT = ['dist/screens/sw.js', 'dist/server/main.js'];

if (builtAt() < changedAt()) build();
await import(path.join(top, 'dist/server/main.js'));

function build() {
  process.stderr.write('Building Ginkgo, this takes a moment …\n');
  const result = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function builtAt() {
  return Math.min(...BUILT.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
}

function changedAt() {
  return Math.max(...SOURCES.map(newestIn));
}

function newestIn(entry) {
  const found = statSync(entry);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(entry).map((name) => newestIn(path.join(entry, name))));
}
