import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ROLES, type Role } from '#domain/branch/role.ts';
import type { DeviceId } from '#domain/id.ts';
import type { Configuration } from '#server/config/configuration.ts';
import { newPairingCode } from '#server/store/devices.ts';
import type { EventStore } from '#server/store/event-store.ts';
import { writeDurably } from '#server/store/write-durably.ts';

export type PairingLink = { readonly device: DeviceId; readonly role: Role; readonly url: string };

export type PairingLinks = {
  readonly all: () => readonly PairingLink[];
  /** Makes a link for every device that was never paired and has none. */
  readonly offerMissing: (config: Configuration) => Promise<readonly PairingLink[]>;
  /** A fresh link for one device, paired before or not. */
  readonly offer: (config: Configuration, device: DeviceId) => Promise<PairingLink | null>;
  /** The device is paired: its link leaves the file. */
  readonly spent: (device: DeviceId) => void;
};

export type PairingLinksParts = {
  readonly store: EventStore;
  readonly folder: string;
  readonly origin: string;
  readonly now: () => number;
};

const VALID_MS = 30 * 24 * 60 * 60_000;
const fileSchema = v.array(v.object({ device: v.string(), url: v.string() }));

/** The links of devices not paired yet, in a file only this user reads: `[{ device, role, url }]`. */
export function createPairingLinks({ store, folder, origin, now }: PairingLinksParts): PairingLinks {
  const file = join(folder, 'pairing-links.json');
  const links = new Map<DeviceId, PairingLink>();
  // A newcomer starts at the kiosk.
  const all = (): readonly PairingLink[] =>
    [...links.values()].toSorted(
      (one, other) =>
        ROLES.indexOf(one.role) - ROLES.indexOf(other.role) || (one.device < other.device ? -1 : 1),
    );
  const save = (): void => writeDurably(file, `${JSON.stringify(all(), null, 2)}\n`);

  const offer: PairingLinks['offer'] = async (config, device) => {
    const role = config.devices.get(device)?.device.role;
    if (role === undefined) return null;
    const code = newPairingCode();
    await store.devices.offerPairing({ device, code, now: now(), expiresAt: now() + VALID_MS });
    const link = { device, role, url: urlOf(origin, role, code) };
    links.set(device, link);
    save();
    return link;
  };
  const keepOld = async (config: Configuration): Promise<void> => {
    for (const { device, url } of await readLinks(file)) {
      const role = config.devices.get(device)?.device.role;
      const code = url.split('#pair=')[1]?.replaceAll('-', '') ?? '';
      if (role === undefined || !(await store.devices.isPairingOpen(device, code, now()))) continue;
      links.set(device, { device, role, url: urlOf(origin, role, code) });
    }
  };

  return {
    all,
    offer,
    async offerMissing(config) {
      await keepOld(config);
      for (const device of config.devices.keys()) {
        if (!links.has(device) && (await store.devices.find(device)) === null) await offer(config, device);
      }
      save();
      return all();
    },
    spent(device) {
      links.delete(device);
      save();
    },
  };
}

function urlOf(origin: string, role: Role, code: string): string {
  return `${origin}/${role}/#pair=${code.replaceAll(/(.{4})(?=.)/g, '$1-')}`;
}

async function readLinks(file: string): Promise<v.InferOutput<typeof fileSchema>> {
  try {
    return v.parse(fileSchema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return [];
  }
}
