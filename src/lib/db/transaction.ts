import { CompiledQuery, type Kysely } from 'kysely';
import type { Query } from '#lib/action/engine/load.ts';
import type { Reader, Tables } from './reader.ts';

/** Plain statements over a reader: names come back as SQL has them, values as everywhere. */
export const statements = (db: Kysely<Tables>): Query => {
  const plain = db.withoutPlugins();
  return async (text, values) =>
    (await plain.executeQuery<Readonly<Record<string, unknown>>>(CompiledQuery.raw(text, [...values]))).rows;
};

/** All or nothing on one connection: for the owner of a technical table, never for a business fact. */
export const inTransaction = <T>(db: Reader, work: (query: Query) => Promise<T>): Promise<T> =>
  db.transaction().execute((transaction) => work(statements(transaction)));

/** Everything that `work` reads is of one moment, however long it takes; it cannot write. */
export const inSnapshot = <T>(db: Reader, work: (query: Query) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => work(statements(transaction)));
