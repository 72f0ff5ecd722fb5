import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const top = path.join(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: top, encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);
const sources = tracked.filter(
  (file) => /^(src|test)\/.*\.tsx?$/.test(file) && existsSync(path.join(top, file)),
);
const read = (file: string) => readFileSync(path.join(top, file), 'utf8');

describe('layout', () => {
  test('the top level holds what the design agrees on', () => {
    const agreed =
      /^(package\.json|package-lock\.json|tsconfig\.json|vite\.config\.ts|src|public|kiosk-config|test|README\.md|\..*)$/;
    const first = new Set(tracked.map((file) => file.split('/')[0] ?? ''));
    expect([...first].filter((name) => !agreed.test(name))).toEqual([]);
  });

  test('no folder or file is called by a word that says nothing', () => {
    const empty = /(^|\/)(utils?|common|helpers?|lib|shared|types|misc)(\/|\.tsx?$)/;
    expect(tracked.filter((file) => /^(src|test)\//.test(file) && empty.test(file))).toEqual([]);
  });

  test('every folder under src has a README of at most 60 lines', () => {
    const folders = readdirSync(path.join(top, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const wrong = folders
      .map((folder) => `src/${folder.name}/README.md`)
      .filter((file) => !existsSync(path.join(top, file)) || read(file).trimEnd().split('\n').length > 60);
    expect(wrong).toEqual([]);
  });

  test('imports never climb with ../ and always name their file', () => {
    const climbing = sources.filter((file) => /from '\.\.\//.test(read(file)));
    const vague = sources.filter((file) => /from '(\.\/|#)[^']*(?<!\.(ts|tsx|css|json))'/.test(read(file)));
    expect({ climbing, vague }).toEqual({ climbing: [], vague: [] });
  });

  test('the domain knows neither clock nor chance', () => {
    const chancy = sources.filter(
      (file) => file.startsWith('src/domain/') && /Math\.random|\bDate\b\.|new Date/.test(read(file)),
    );
    expect(chancy).toEqual([]);
  });

  test('nothing is switched off by a comment', () => {
    const off = sources.filter((file) =>
      /@ts-(ignore|expect-error|nocheck)|biome-ignore/.test(read(file).replaceAll(/\/@ts.*\//g, '')),
    );
    expect(off).toEqual([]);
  });
});

describe('supply chain', () => {
  type Locked = {
    readonly resolved?: string;
    readonly integrity?: string;
    readonly hasInstallScript?: boolean;
    readonly link?: boolean;
    readonly optional?: boolean;
    readonly dev?: boolean;
  };
  const locked: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages;

  test('the lockfile pins every package by its content and names no registry', () => {
    const packages = Object.entries(locked).filter(([name]) => name !== '');
    // Tools' binaries for other systems are not all carried by the registry this lockfile was made from.
    const needed = packages.filter(([, entry]) => !(entry.optional && entry.dev));
    expect(needed.filter(([, entry]) => !entry.integrity).map(([name]) => name)).toEqual([]);
    expect(packages.filter(([, entry]) => entry.resolved).map(([name]) => name)).toEqual([]);
  });

  test('no run-time package needs an install script', () => {
    const scripted = Object.entries(locked).filter(([, entry]) => entry.hasInstallScript);
    expect(scripted.map(([name]) => name).filter((name) => !/fsevents/.test(name))).toEqual([]);
  });

  test('every dependency is pinned to one exact version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const versions = Object.entries<string>({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
