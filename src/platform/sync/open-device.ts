import type { Role } from '#domain/branch/role.ts';
import type { Device } from './device.ts';
import { openDeviceRegistry, type Registered } from './device-registry.ts';
import { browserMachine, type Machine } from './machine.ts';
import { openDisk } from './open-disk.ts';
import { pairDevice, screenOf, type UnpairedReason } from './pairing.ts';
import { wireDevice } from './wire-device.ts';

/** `goTo`: the page that helps: pairing (`/pairing/#for=kiosk&reason=code-used`) or the paired device's own screen. */
export type Opened =
  | { readonly is: 'open'; readonly device: Device }
  | { readonly is: 'unpaired'; readonly reason: UnpairedReason; readonly goTo: string }
  | { readonly is: 'other-role'; readonly role: Role; readonly goTo: string };

/** Opens the device this browser holds for a role, pairing it first when the address carries `#pair=CODE`. */
export async function openDevice(role: Role): Promise<Opened> {
  const machine = browserMachine();
  const chosen = await chooseDevice(machine, role, new URLSearchParams(location.hash.slice(1)));
  if (typeof chosen === 'string') return unpaired(role, chosen);
  const { device } = chosen;
  if (chosen.role !== role)
    return { is: 'other-role', role: chosen.role, goTo: screenOf(chosen.role, device) };
  // The code leaves address and history; the name stays, so that a reload opens the same device.
  history.replaceState(null, '', `${location.pathname}${location.search}#device=${device}`);

  const disk = await openDisk(machine, device);
  if (typeof disk === 'string') return unpaired(role, disk);
  const wired = await wireDevice(machine, disk, new AbortController().signal);
  return { is: 'open', device: wired.device };
}

/** The device just paired, the one named in the address, else the one of this role paired last. */
async function chooseDevice(
  machine: Machine,
  role: Role,
  asked: URLSearchParams,
): Promise<Pick<Registered, 'device' | 'role'> | UnpairedReason> {
  const code = asked.get('pair');
  if (code !== null) {
    const paired = await pairDevice(code, machine);
    return paired.is === 'paired' ? paired : paired.reason;
  }
  if (globalThis.crypto?.subtle === undefined) return 'not-secure';
  try {
    const devices = await (await openDeviceRegistry(machine)).all();
    const named = devices.find(({ device }) => device === asked.get('device'));
    const latest = devices
      .filter((registered) => registered.role === role)
      .reduce<Registered | undefined>(
        (last, one) => (last && last.pairedAt > one.pairedAt ? last : one),
        undefined,
      );
    return named ?? latest ?? 'no-device';
  } catch (failure) {
    if (failure instanceof DOMException) return 'storage-broken';
    throw failure;
  }
}

function unpaired(role: Role, reason: UnpairedReason): Opened {
  return { is: 'unpaired', reason, goTo: `/pairing/#for=${role}&reason=${reason}` };
}
