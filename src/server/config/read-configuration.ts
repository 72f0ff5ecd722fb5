import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { type BranchFile, branchFileSchema, type DeviceFile, deviceFileSchema } from '#contract/config.ts';
import type { Result } from '#domain/result.ts';
import { accept, refuse } from '#domain/result.ts';
import { checkFiles, missingPhotos } from './check-files.ts';
import { type Configuration, toConfiguration } from './configuration.ts';
import { describeProblem } from './describe-problem.ts';
import { parseJson } from './json-file.ts';

/** A file that fits its schema, with the name under which problems are told: `branches/demo.json`. */
export type Checked<Content> = { readonly name: string; readonly content: Content };

type Folder<Content> = { readonly files: readonly Checked<Content>[]; readonly problems: readonly string[] };

/** The whole folder, or every problem in it as `branches/demo.json → services.0.letter: expected …, found …`. */
export async function readConfiguration(root: string): Promise<Result<Configuration, readonly string[]>> {
  const branches = await readFolder<BranchFile>(root, 'branches', branchFileSchema);
  const devices = await readFolder<DeviceFile>(root, 'devices', deviceFileSchema);
  const problems = [
    ...branches.problems,
    ...devices.problems,
    ...checkFiles(branches.files, devices.files, branches.problems.length === 0),
    ...missingPhotos(branches.files, new Set(await readdir(join(root, 'photos')).catch(() => []))),
  ];
  if (problems.length > 0) return refuse(problems);
  return accept(
    toConfiguration(
      branches.files.map((file) => file.content),
      devices.files.map((file) => file.content),
    ),
  );
}

async function readFolder<Content extends { readonly id: string }>(
  root: string,
  folder: string,
  schema: v.GenericSchema<unknown, Content>,
): Promise<Folder<Content>> {
  const names = await readdir(join(root, folder)).catch(() => null);
  if (names === null) {
    return {
      files: [],
      problems: [`${folder}/ → (folder): missing in ${root}; set GINKGO_CONFIG to the right folder`],
    };
  }
  const files: Checked<Content>[] = [];
  const problems: string[] = [];
  for (const file of names.filter((name) => name.endsWith('.json')).sort()) {
    const name = `${folder}/${file}`;
    const text = await textOf(join(root, folder, file));
    const read = text.ok ? checkOne(text.value, schema, basename(file, '.json')) : text;
    if (read.ok) files.push({ name, content: read.value });
    else problems.push(...read.refusal.map((problem) => `${name} → ${problem}`));
  }
  if (names.length === 0) problems.push(`${folder}/ → (folder): holds no .json file`);
  return { files, problems };
}

/** A folder of that name, no right to read, gone since the listing: a fault like any other, never an exception. */
async function textOf(path: string): Promise<Result<string, readonly string[]>> {
  try {
    return accept(await readFile(path, 'utf8'));
  } catch (error) {
    return refuse([`(whole file): cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`]);
  }
}

function checkOne<Content extends { readonly id: string }>(
  text: string,
  schema: v.GenericSchema<unknown, Content>,
  expectedId: string,
): Result<Content, readonly string[]> {
  const json = parseJson(text);
  if (!json.ok) return refuse([`(whole file): ${json.refusal}`]);
  const parsed = v.safeParse(schema, json.value);
  if (!parsed.success) return refuse(parsed.issues.map(describeProblem));
  if (parsed.output.id !== expectedId) {
    return refuse([`id: expected "${expectedId}" as the file is called, found "${parsed.output.id}"`]);
  }
  return accept(parsed.output);
}
