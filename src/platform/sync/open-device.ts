import type { Role } from '#domain/branch/role.ts';
import type { Device } from './device.ts';
import type { UnpairedReason } from './pairing.ts';

/** `goTo`: the page that helps: pairing (`/pairing/#for=kiosk&reason=code-used`) or the paired device's own screen. */
export type Opened =
  | { readonly is: 'open'; readonly device: Device }
  | { readonly is: 'unpaired'; readonly reason: UnpairedReason; readonly goTo: string }
  | { readonly is: 'other-role'; readonly role: Role; readonly goTo: string };

/** Opens the device this browser holds for a role, pairing it first when the address carries `#pair=CODE`. */
export function openDevice(role: Role): Promise<Opened> {
  return Promise.resolve({
    is: 'unpaired',
    reason: 'no-device',
    goTo: `/pairing/#for=${role}&reason=no-device`,
  });
}
