import type { Hono } from 'hono';
import { ANSWER_MARK } from '#contract/protocol.ts';
import { openApi } from './open-api.ts';
import type { Ctx, Env, ServerParts } from './server-parts.ts';

/** What whoever runs the server watches. */
export function addOperationsRoutes(app: Hono<Env>, parts: ServerParts): void {
  app.get('/healthz', (c) => c.json({ mark: ANSWER_MARK, serverTime: parts.now() }));
  app.get('/readyz', (c) => ready(parts, c));
  app.get('/metrics', (c) => metrics(parts, c));
  app.get('/openapi.json', (c) => c.json(openApi()));
}

/** 200: it does its work. Bad edits of the configuration are told, but the last good copy still serves. */
async function ready({ store, config, now }: ServerParts, c: Ctx): Promise<Response> {
  const condition = await store.condition();
  const { problems } = config.state();
  return c.json(
    { mark: ANSWER_MARK, serverTime: now(), database: condition.answering, configProblems: problems },
    condition.answering ? 200 : 503,
  );
}

async function metrics(parts: ServerParts, c: Ctx): Promise<Response> {
  const { store, config, feeds } = parts;
  const condition = await store.condition();
  const state = config.state();
  const gauges: Readonly<Record<string, number>> = {
    ginkgo_database_up: condition.answering ? 1 : 0,
    ginkgo_quarantine_facts: condition.quarantined,
    ginkgo_backup_timestamp_seconds: (condition.backupAt ?? 0) / 1000,
    ginkgo_config_problems: state.problems.length,
    ginkgo_config_loaded_timestamp_seconds: state.loadedAt / 1000,
    ginkgo_open_streams: feeds.all().reduce((sum, feed) => sum + feed.screens, 0),
    ginkgo_journal_position: feeds.all().reduce((sum, feed) => sum + feed.position, 0),
    process_resident_memory_bytes: process.memoryUsage.rss(),
    process_cpu_seconds_total: process.cpuUsage().user / 1e6,
  };
  const lines = Object.entries(gauges).flatMap(([name, value]) => [
    `# TYPE ${name} gauge`,
    `${name} ${value}`,
  ]);
  const text = `${[...lines, ...parts.metrics.lines()].join('\n')}\n`;
  return c.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
}
