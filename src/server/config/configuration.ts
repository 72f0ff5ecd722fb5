import { createHash } from 'node:crypto';
import type { BranchFile, DeviceConfig, DeviceFile } from '#contract/config.ts';
import type { Branch } from '#domain/branch/branch.ts';
import type { BranchId, DeviceId, TellerId } from '#domain/id.ts';
import { toBranch } from './to-branch.ts';

/** Everything in kiosk-config, checked: what the server and, in part, the devices go by. */
export type Configuration = {
  readonly branches: ReadonlyMap<BranchId, Branch>;
  readonly devices: ReadonlyMap<DeviceId, DeviceConfig>;
  /** PINs of demo branches, given out on the console; never sent to a device. */
  readonly initialPins: readonly {
    readonly branch: BranchId;
    readonly teller: TellerId;
    readonly pin: string;
  }[];
};

/** Joins checked files; a device's `version` changes with anything it is handed. */
export function toConfiguration(
  branchFiles: readonly BranchFile[],
  deviceFiles: readonly DeviceFile[],
): Configuration {
  const branches = new Map<BranchId, Branch>(branchFiles.map((file) => [file.id, toBranch(file)]));
  const demos = new Set(branchFiles.filter((file) => file.demo === true).map((file) => file.id));
  const devices = new Map<DeviceId, DeviceConfig>();
  for (const { $schema: _, formatVersion: __, ...device } of deviceFiles) {
    const branch = branches.get(device.branch);
    if (!branch) continue;
    const handed = { branch, device, demo: demos.has(device.branch) };
    devices.set(device.id, { version: fingerprint(handed), ...handed });
  }
  return { branches, devices, initialPins: branchFiles.flatMap(initialPinsOf) };
}

function initialPinsOf(file: BranchFile): Configuration['initialPins'] {
  return file.tellers.flatMap(({ id, initialPin }) =>
    initialPin === undefined ? [] : [{ branch: file.id, teller: id, pin: initialPin }],
  );
}

function fingerprint(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
