import type { Noun } from '../noun.ts';
import type { Job, WriteBatch } from './lane.ts';
import type { Query } from './load.ts';
import type { Prepared } from './prepare.ts';
import { asParameter, storedColumns } from './rows.ts';
import { ENTRY_COLUMNS, statementText, type Shape } from './statement.ts';

/** A job of the lane that knows all it will write. */
export interface WriteJob extends Job {
  readonly prepared: Prepared;
  readonly keyDigest: string | null;
}

const nounsOf = (prepared: Prepared): readonly Noun[] =>
  [...new Set(prepared.decision.changes.map((change) => change.noun))].sort((a, b) =>
    a.table < b.table ? -1 : 1,
  );

/** Jobs of one shape share one prepared statement. */
export const shapeName = (prepared: Prepared): string =>
  [
    ...nounsOf(prepared).map((noun) => noun.table),
    prepared.personalKeys.length > 0 ? '+keys' : '',
    prepared.entry.prose.length > 0 ? '+prose' : '',
  ].join(' ');

const transpose = (rows: readonly (readonly unknown[])[], width: number): unknown[][] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));

function actionRow(job: WriteJob, n: number): readonly unknown[] {
  const entry = job.prepared.entry as unknown as Readonly<Record<string, unknown>>;
  const key = job.prepared.decision.request.key;
  return [
    n,
    key,
    job.keyDigest,
    key ? job.prepared.answer : null,
    ...ENTRY_COLUMNS.map((column) => asParameter(column.type, entry[column.name])),
  ];
}

function nounRows(noun: Noun, jobs: readonly WriteJob[]): readonly (readonly unknown[])[] {
  const columns = storedColumns(noun);
  return jobs.flatMap((job, n) =>
    job.prepared.decision.changes
      .filter((change) => change.noun === noun)
      .map((change) => {
        const row = change.after as unknown as Readonly<Record<string, unknown>>;
        return [n, ...columns.map((column) => asParameter(column.type, row[column.name]))];
      }),
  );
}

function batchValues(shape: Shape, jobs: readonly WriteJob[]): unknown[] {
  const keys = jobs.flatMap((job, n) =>
    job.prepared.personalKeys.map((key) => [n, key.id, key.owner, key.wrapped]),
  );
  const prose = jobs.flatMap((job, n) =>
    job.prepared.entry.prose.map((each) => [n, job.prepared.entry.id, each.field, each.salt, each.text]),
  );
  return [
    ...transpose(jobs.map(actionRow), 4 + ENTRY_COLUMNS.length),
    ...shape.nouns.flatMap((noun) => transpose(nounRows(noun, jobs), 1 + storedColumns(noun).length)),
    ...(shape.hasPersonalKeys ? transpose(keys, 4) : []),
    ...(shape.hasProse ? transpose(prose, 5) : []),
  ];
}

/** Writes batches over one connection pool; the statement's text is made once per shape. */
export function batchWriter(query: Query): WriteBatch {
  const texts = new Map<string, { readonly shape: Shape; readonly text: string }>();
  const statementFor = (job: WriteJob): { readonly shape: Shape; readonly text: string } => {
    const known = texts.get(job.shape);
    if (known) return known;
    const shape = {
      nouns: nounsOf(job.prepared),
      hasPersonalKeys: job.prepared.personalKeys.length > 0,
      hasProse: job.prepared.entry.prose.length > 0,
    };
    const made = { shape, text: statementText(shape) };
    texts.set(job.shape, made);
    return made;
  };
  return async (all) => {
    const jobs = all as readonly WriteJob[];
    const { shape, text } = statementFor(jobs[0]!);
    const written = await query(text, batchValues(shape, jobs));
    return new Set(written.map((row) => jobs[row['n'] as number]!));
  };
}
