import type { BranchFile, DeviceFile } from '#contract/config.ts';
import { checkBranch, checkDevices, type Problem } from '#domain/branch/check-branch.ts';
import type { Checked } from './read-configuration.ts';
import { toBranch } from './to-branch.ts';

/** What no schema of one file can see: references, duplicates, rules between fields. */
export function checkFiles(
  branches: readonly Checked<BranchFile>[],
  devices: readonly Checked<DeviceFile>[],
  allBranchesReadable: boolean,
): readonly string[] {
  const ids = new Set(branches.map(({ content }) => content.id));
  return [
    ...branches.flatMap(({ name, content }) =>
      checkBranchFile(content).map((problem) => `${name} → ${problem}`),
    ),
    ...(allBranchesReadable ? unknownBranches(devices, ids) : []),
    ...branches.flatMap(({ content }) => devicesOf(content, devices)),
  ];
}

/** A photo that is named must be there: a broken picture on a pad helps nobody. */
export function missingPhotos(
  branches: readonly Checked<BranchFile>[],
  photos: ReadonlySet<string>,
): readonly string[] {
  return branches.flatMap(({ name, content }) =>
    content.tellers.flatMap(({ photo }, at) =>
      photo === null || photos.has(photo)
        ? []
        : [`${name} → tellers.${at}.photo: expected a file in photos/ or null, found "${photo}"`],
    ),
  );
}

function checkBranchFile(file: BranchFile): readonly string[] {
  return [...checkBranch(toBranch(file)).map(told), ...badTimeZone(file), ...pinsOutsideDemo(file)];
}

/** `services[0].letter` as the schema's problems are written: `services.0.letter`. */
function told({ path, found, allowed }: Problem): string {
  return `${path.replaceAll(/\[(\d+)\]/g, '.$1')}: expected ${allowed}, found "${found}"`;
}

function badTimeZone(file: BranchFile): readonly string[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: file.timeZone });
    return [];
  } catch {
    return [`timeZone: expected an IANA name like Asia/Shanghai, found "${file.timeZone}"`];
  }
}

function pinsOutsideDemo(file: BranchFile): readonly string[] {
  if (file.demo === true) return [];
  return file.tellers.flatMap((teller, at) =>
    teller.initialPin === undefined
      ? []
      : [
          `tellers.${at}.initialPin: expected none outside a demo branch; set PINs with: node dist/server/main.js set-pin ${teller.id}`,
        ],
  );
}

function unknownBranches(
  devices: readonly Checked<DeviceFile>[],
  branches: ReadonlySet<string>,
): readonly string[] {
  return devices.flatMap(({ name, content }) =>
    branches.has(content.branch)
      ? []
      : [`${name} → branch: expected the id of a file in branches/, found "${content.branch}"`],
  );
}

/** The domain names `devices.kiosk-1.counter`; a person looks for the file. */
function devicesOf(branch: BranchFile, devices: readonly Checked<DeviceFile>[]): readonly string[] {
  const own = devices.map(({ content }) => content).filter((device) => device.branch === branch.id);
  return checkDevices(toBranch(branch), own).map((problem) =>
    told(problem).replace(/^devices\.([a-z0-9-]+)\./, 'devices/$1.json → '),
  );
}
