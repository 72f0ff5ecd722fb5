import { CompiledQuery } from 'kysely';
import type { Dialect } from './migrations.ts';
import type { Db, Tables } from './tables.ts';

type Row = Readonly<Record<string, string | number | null>>;
const texts = new Map<string, string>();

/**
 * Inserts many rows with one statement whose text is kept: building it anew for a hundred rows costs more than the
 * database does.
 */
export async function insertRows(
  db: Db,
  dialect: Dialect,
  table: keyof Tables,
  rows: readonly Row[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const text = cached(`${dialect} insert ${table} ${columns.length} ${rows.length}`, () => {
    const tuples = rows.map((_, at) => tuple(dialect, at * columns.length, columns.length));
    return `insert into ${table} (${columns.join(', ')}) values ${tuples.join(', ')}`;
  });
  const values = rows.flatMap((row) => columns.map((column) => row[column]));
  await db.executeQuery(CompiledQuery.raw(text, values));
}

/** A list of placeholders for `in (…)`. */
export function tuple(dialect: Dialect, from: number, count: number): string {
  const places = Array.from({ length: count }, (_, index) =>
    dialect === 'postgres' ? `$${from + index + 1}` : '?',
  );
  return `(${places.join(', ')})`;
}

export function cached(key: string, make: () => string): string {
  const known = texts.get(key);
  if (known !== undefined) return known;
  const made = make();
  texts.set(key, made);
  return made;
}
