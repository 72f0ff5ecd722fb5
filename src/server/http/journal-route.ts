import type { Hono } from 'hono';
import { batchSchema } from '#contract/journal.ts';
import { ANSWER_MARK } from '#contract/protocol.ts';
import { admit, parseVersioned } from './admit-device.ts';
import { checkFact } from './check-fact.ts';
import type { Ctx, Env, ServerParts } from './server-parts.ts';

/** Facts a device has written come in here; each is stored, known already, or set aside. */
export function addJournalRoute(app: Hono<Env>, parts: ServerParts): void {
  app.post('/v1/journal', (c) => journal(parts, c));
}

async function journal(parts: ServerParts, c: Ctx): Promise<Response> {
  const { caller, body } = await admit(parts, c, 'POST /v1/journal');
  const batch = parseVersioned(body, batchSchema);
  const { branch } = caller.config;
  const outcome = await parts.store.acceptBatch({
    branch: branch.id,
    timeZone: branch.timeZone,
    device: caller.id,
    batch,
    receivedAt: parts.now(),
    check: (fact) => checkFact(caller.config, fact),
  });
  parts.metrics.count('ginkgo_facts_total', {}, outcome.appended.length);
  if (outcome.quarantined.length > 0) {
    parts.metrics.count('ginkgo_quarantined_total', {}, outcome.quarantined.length);
    parts.log.warn({ device: caller.id, codes: outcome.quarantined.map(({ code }) => code) }, 'quarantined');
  }
  const { end, epoch, upTo, safe, quarantined } = outcome;
  return c.json({ mark: ANSWER_MARK, end, epoch, upTo, safe, serverTime: parts.now(), quarantined });
}
