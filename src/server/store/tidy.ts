import { daysAfter } from './business-day.ts';
import type { Db } from './tables.ts';

const ANSWERS_KEPT_DAYS = 7;
const NUMBERS_KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** Deletes what only mattered for repeats: the journal itself is never touched. */
export async function tidy(db: Db, now: number): Promise<void> {
  const today = new Date(now).toISOString().slice(0, 10);
  const oldest = daysAfter(today, -NUMBERS_KEPT_DAYS);
  await db
    .deleteFrom('request_answer')
    .where('answered_at', '<', now - ANSWERS_KEPT_DAYS * DAY_MS)
    .execute();
  await db
    .deleteFrom('teller_pin')
    .where('hash', '=', '')
    .where('locked_until', '<', now - DAY_MS)
    .execute();
  await db.deleteFrom('number_grant').where('day', '<', oldest).execute();
  await db.deleteFrom('number_counter').where('day', '<', oldest).execute();
  await db.deleteFrom('lease').where('day', '<', oldest).execute();
}
