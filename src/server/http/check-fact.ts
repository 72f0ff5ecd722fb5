import * as v from 'valibot';
import type { DeviceConfig } from '#contract/config.ts';
import { factSchema } from '#contract/fact-schema.ts';
import { mayReport } from '#domain/branch/authority.ts';
import type { Unusable } from '#domain/sync/judge-batch.ts';

/** Why a fact of this device cannot be used; `null`: it can. The caller keeps it aside instead of refusing it. */
export function checkFact({ device }: DeviceConfig, fact: unknown): Unusable | null {
  const parsed = v.safeParse(factSchema, fact, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = (issue.path ?? []).map((step) => String(step.key)).join('.');
    return { code: issue.type === 'variant' ? 'unknown-kind' : 'malformed', field };
  }
  const verdict = mayReport(device.role, device.counter, parsed.output);
  return verdict === true
    ? null
    : { code: verdict, field: verdict === 'not-your-counter' ? 'counter' : 'kind' };
}
