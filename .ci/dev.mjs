// `npm run dev`: rebuilds and restarts on every change, as production is built (a dev server would leave out the
// service worker and the security headers). The gallery of components runs on its own port.
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';

const top = path.join(import.meta.dirname, '..');
process.chdir(top);
const GALLERY_PORT = '8081';

let server = null;
let queued = null;
rebuild();
const gallery = spawn('npx', ['vite', '--mode', 'gallery', '--port', GALLERY_PORT], { stdio: 'ignore' });
process.stdout.write(`gallery  http://localhost:${GALLERY_PORT}/gallery/\n`);

for (const folder of ['src', 'public']) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(queued);
    queued = setTimeout(rebuild, 200);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    gallery.kill('SIGTERM');
    server?.kill('SIGTERM');
    process.exit(0);
  });
}

function rebuild() {
  const build = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (build.status !== 0) return;
  const previous = server;
  if (!previous) return start();
  previous.once('exit', start);
  previous.kill('SIGTERM');
}

function start() {
  server = spawn('node', ['dist/server/main.js'], { stdio: 'inherit' });
}
