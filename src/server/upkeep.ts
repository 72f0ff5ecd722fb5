import type { ServerParts } from './http/server-parts.ts';

const BACKUP_MS = 10 * 60_000;
const TIDY_MS = 24 * 60 * 60_000;
/** Of the five seconds an ending process has; all that was acknowledged is on the disk already. */
const LAST_BACKUP_MS = 2000;

export type Upkeep = {
  /** The last backup before the end, unless it takes longer than an ending process has. */
  readonly finish: () => Promise<void>;
};

/** What the server does by itself: a verified backup when something changed, and forgetting what only helped repeats. */
export function createUpkeep(parts: ServerParts): Upkeep {
  const { store, log, metrics, now } = parts;
  let running: Promise<void> = Promise.resolve();
  const backUp = async (): Promise<void> => {
    const outcome = await store.backup();
    metrics.count('ginkgo_backups_total', { outcome: outcome.is });
    if (outcome.is === 'verified') log.info({ bytes: outcome.bytes }, 'backup made and verified');
    if (outcome.is === 'failed') log.error({ reason: outcome.reason }, 'backup failed');
  };
  const guarded = (work: () => Promise<void>): void => {
    running = running.then(work).catch((error: unknown) => log.error({ err: error }, 'upkeep failed'));
  };
  const backups = setInterval(() => guarded(backUp), BACKUP_MS);
  const tidying = setInterval(() => guarded(() => store.tidy(now())), TIDY_MS);
  guarded(() => store.tidy(now()));
  return {
    async finish() {
      clearInterval(backups);
      clearInterval(tidying);
      guarded(backUp);
      if (!(await isDone(running))) log.warn({}, 'no time for the last backup; the next start makes it');
    },
  };
}

async function isDone(work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LAST_BACKUP_MS);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
