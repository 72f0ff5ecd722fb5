import path from 'node:path';
import Database from 'libsql';
import type { Fact, FactKind } from '#domain/event.ts';
import type { BranchServer } from './branch-server.ts';

export type Line = {
  readonly position: number;
  readonly id: string;
  readonly at: number;
  readonly fact: Fact;
};

/** What is in the server's database, read beside the server: the truth that screens are held against. */
export function journalOf(server: BranchServer): readonly Line[] {
  const database = new Database(path.join(server.dataFolder, 'ginkgo.sqlite'), { readonly: true });
  try {
    const rows = database
      .prepare('select position, fact_id, at, body from entry order by position')
      .all() as {
      readonly position: number;
      readonly fact_id: string;
      readonly at: number;
      readonly body: string;
    }[];
    return rows.map((row) => ({
      position: row.position,
      id: row.fact_id,
      at: row.at,
      fact: JSON.parse(row.body) as Fact,
    }));
  } finally {
    database.close();
  }
}

export function factsOf<Kind extends FactKind>(server: BranchServer, kind: Kind) {
  return journalOf(server)
    .map((line) => line.fact)
    .filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
}

/** Numbers given to visitors, in the order in which the server heard of them. */
export function numbersOf(server: BranchServer): readonly string[] {
  return factsOf(server, 'ticket-taken').map((fact) => fact.number);
}
