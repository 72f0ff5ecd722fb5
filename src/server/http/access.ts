import { ROLES, type Role } from '#domain/branch/role.ts';

/**
 * Who may call what; whatever is not here is refused. `open`: no device needed. `operator`: the token in the data
 * folder. Kinds of facts and requests are judged by the domain's `mayReport` and `mayAsk`.
 */
export const ACCESS = {
  'POST /v1/pair': 'open',
  'POST /v1/hello': ROLES,
  'POST /v1/journal': ROLES,
  'POST /v1/requests': ['kiosk', 'counter'],
  'GET /v1/entries': ROLES,
  'GET /v1/stream': ROLES,
  'GET /v1/snapshot': ROLES,
  'GET /v1/operator/devices': 'operator',
  'POST /v1/operator/revoke': 'operator',
  'POST /v1/operator/link': 'operator',
  'POST /v1/operator/set-pin': 'operator',
  'POST /v1/operator/backup': 'operator',
  'POST /v1/operator/backup-begins': 'operator',
  'POST /v1/operator/backup-verified': 'operator',
  'GET /v1/operator/quarantine': 'operator',
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  'GET /metrics': 'open',
  'GET /openapi.json': 'open',
} as const satisfies Readonly<Record<string, 'open' | 'operator' | readonly Role[]>>;

export type Endpoint = keyof typeof ACCESS;

export function mayCallEndpoint(role: Role, endpoint: Endpoint): boolean {
  const allowed: 'open' | 'operator' | readonly Role[] = ACCESS[endpoint];
  return Array.isArray(allowed) && allowed.includes(role);
}
