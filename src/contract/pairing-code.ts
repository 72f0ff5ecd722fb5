/** A code a person typed, in the form the server knows: spaces and hyphens are ignored, o is 0, i and l are 1. */
export function normalisePairingCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
