import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const here = import.meta.dirname;
const screensOut = path.join(here, 'dist/screens');
const galleryOut = path.join(here, 'dist/gallery');

/** Pages every device may need offline; the gallery is for development and tests only. */
function pages(withGallery: boolean): string[] {
  const folder = path.join(here, 'src/screens');
  return readdirSync(folder)
    .filter((name) => withGallery || name !== 'gallery')
    .map((name) => path.join(folder, name, 'index.html'))
    .filter((file) => existsSync(file));
}

function screens(withGallery: boolean): UserConfig {
  return {
    root: 'src/screens',
    publicDir: path.join(here, 'public'),
    build: {
      outDir: withGallery ? galleryOut : screensOut,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      // One style sheet and one common chunk: a first screen in four requests.
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: pages(withGallery),
        output: {
          codeSplitting: {
            groups: [{ name: 'base', minShareCount: 2 }],
          },
        },
      },
    },
  };
}

function worker(): UserConfig {
  return {
    publicDir: false,
    define: { PRECACHE: JSON.stringify(precacheList()), 'process.env.NODE_ENV': '"production"' },
    plugins: [compressed()],
    build: {
      outDir: screensOut,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: path.join(here, 'src/platform/offline/service-worker.ts'),
        output: { entryFileNames: 'sw.js', format: 'iife' },
      },
    },
  };
}

function server(): UserConfig {
  return {
    publicDir: false,
    define: { APP_VERSION: JSON.stringify(appVersion()) },
    build: {
      ssr: path.join(here, 'src/server/main.ts'),
      outDir: path.join(here, 'dist/server'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
    },
  };
}

type Precached = { readonly url: string; readonly revision: string | null };

/** Everything a device needs to start with the server down. Font slices for rare hanzi come when first used. */
function precacheList(): Precached[] {
  return filesUnder(screensOut)
    .filter((file) => !/\.(br|map)$|^sw\.js$|fonts\/.*(wide|common)|^gallery\/|OFL|\.txt$/.test(file))
    .map((file) => ({
      url: `/${file}`,
      revision: file.startsWith('assets/') ? null : fingerprint(readFileSync(path.join(screensOut, file))),
    }));
}

/** Writes `x.br` beside every compressible file once, so that the server never compresses while a person waits. */
function compressed(): Plugin {
  return {
    name: 'ginkgo-compressed',
    closeBundle() {
      for (const file of filesUnder(screensOut).filter((name) =>
        /\.(js|css|html|svg|webmanifest|json)$/.test(name),
      )) {
        const full = path.join(screensOut, file);
        writeFileSync(`${full}.br`, brotliCompressSync(readFileSync(full)));
      }
    },
  };
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

function appVersion(): string {
  return JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8')).version;
}

export default defineConfig(({ mode }) => {
  const shared: UserConfig = { define: { APP_VERSION: JSON.stringify(appVersion()) } };
  if (mode === 'worker') return worker();
  if (mode === 'server') return server();
  return {
    ...shared,
    ...screens(mode === 'gallery'),
    test: {
      root: here,
      include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
      testTimeout: 20_000,
      hookTimeout: 120_000,
    },
  } as UserConfig;
});
