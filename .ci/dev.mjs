// `npm run dev`: rebuilds on every change and restarts the server; the gallery is part of the build.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

process.chdir(path.join(import.meta.dirname, '..'));
spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
const running = [
  spawn('npx', ['vite', 'build', '--watch', '--mode', 'gallery'], { stdio: 'inherit' }),
  spawn('npx', ['vite', 'build', '--watch', '--mode', 'server'], { stdio: 'inherit' }),
  spawn('node', ['--watch', 'dist/server/main.js'], { stdio: 'inherit' }),
];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill('SIGTERM');
  });
}
