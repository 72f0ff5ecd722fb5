/**
 * How a device proves a request is its own: ECDSA P-256 / SHA-256 over these lines. `created` is ms since 1970 by the
 * server's clock as the device knows it; the server accepts ±120 s, and every nonce once.
 */
export const SIGNATURE_HEADERS = {
  device: 'x-ginkgo-device',
  created: 'x-ginkgo-created',
  nonce: 'x-ginkgo-nonce',
  /** base64url of the raw 64-byte signature. */
  signature: 'x-ginkgo-signature',
} as const;

export const SIGNATURE_WINDOW_MS = 120_000;

export type SignedParts = {
  readonly method: string;
  /** Path with query, as sent. */
  readonly target: string;
  /** Lower-case hex SHA-256 of the body; of nothing for a GET. */
  readonly bodySha256: string;
  readonly device: string;
  readonly created: number;
  readonly nonce: string;
};

export function signedText(parts: SignedParts): string {
  const { method, target, bodySha256, device, created, nonce } = parts;
  return ['ginkgo-signature-1', method, target, bodySha256, device, created, nonce].join('\n');
}
