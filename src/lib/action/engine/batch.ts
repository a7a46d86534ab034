import type { Noun } from '../noun.ts';
import type { Job, WriteBatch } from './lane.ts';
import type { Query } from './load.ts';
import type { Prepared } from './prepare.ts';
import type { Change } from './request.ts';
import { planOf } from './plan.ts';
import { asText } from './rows.ts';
import { ENTRY_COLUMNS, SENT, statementText, type Shape } from './statement.ts';
import { textArray } from './text-array.ts';

/** A job of the lane that knows all it will write. */
export interface WriteJob extends Job {
  readonly prepared: Prepared;
  readonly keyDigest: string | null;
}

/** The tables a prepared action writes. */
export const tablesOf = (prepared: Prepared): readonly string[] => [
  ...new Set(prepared.decision.changes.map((change) => change.noun.table)),
];

/** What the statement for these jobs must be able to write: the tables of all of them, in one order. */
function shapeOf(jobs: readonly WriteJob[]): Shape {
  const nouns = new Set(jobs.flatMap((job) => job.prepared.decision.changes.map((change) => change.noun)));
  return {
    nouns: [...nouns].sort((a, b) => (a.table < b.table ? -1 : 1)),
    hasPersonalKeys: jobs.some((job) => job.prepared.personalKeys.length > 0),
    hasProse: jobs.some((job) => job.prepared.entry.prose.length > 0),
  };
}
const nameOf = (shape: Shape): string =>
  [...shape.nouns.map((noun) => noun.table), shape.hasPersonalKeys, shape.hasProse].join(' ');

type Texts = readonly (string | null)[];

/** A parameter per column, each an array of that column's values. */
const transpose = (rows: readonly Texts[], width: number): readonly Buffer[] =>
  Array.from({ length: width }, (_, column) => textArray(rows.map((row) => row[column]!)));

function actionRow(job: WriteJob, n: number): Texts {
  const entry = job.prepared.entry as unknown as Readonly<Record<string, unknown>>;
  const key = job.prepared.decision.request.key;
  return [
    String(n),
    key,
    job.keyDigest,
    key ? job.prepared.answer : null,
    ...ENTRY_COLUMNS.map((column) => asText(column.type, entry[column.name])),
  ];
}

type Values = Readonly<Record<string, unknown>>;

/** A row as it is sent: a new one whole, of a changed one only what changed. */
function sentRow({ noun, before, after }: Change, n: number): Texts {
  const [old, now] = [before as unknown as Values | null, after as unknown as Values];
  const sent: Record<string, unknown> = {};
  for (const { name, sql } of planOf(noun).stored) {
    const value = now[name] ?? null;
    if (old === null ? value !== null : old[name] !== value) sent[sql] = value;
  }
  return [String(n), after.id, String(after.version), JSON.stringify(sent)];
}
const nounRows = (noun: Noun, jobs: readonly WriteJob[]): readonly Texts[] =>
  jobs.flatMap((job, n) =>
    job.prepared.decision.changes
      .filter((change) => change.noun === noun)
      .map((change) => sentRow(change, n)),
  );

function batchValues(shape: Shape, jobs: readonly WriteJob[]): readonly Buffer[] {
  const keys = jobs.flatMap((job, n) =>
    job.prepared.personalKeys.map((key) => [String(n), key.id, key.owner, key.wrapped]),
  );
  const prose = jobs.flatMap((job, n) =>
    job.prepared.entry.prose.map((each) => [
      String(n),
      job.prepared.entry.id,
      each.field,
      each.salt,
      each.text,
    ]),
  );
  return [
    ...transpose(jobs.map(actionRow), 4 + ENTRY_COLUMNS.length),
    ...shape.nouns.flatMap((noun) => transpose(nounRows(noun, jobs), SENT.length)),
    ...(shape.hasPersonalKeys ? transpose(keys, 4) : []),
    ...(shape.hasProse ? transpose(prose, 5) : []),
  ];
}

/** Writes batches over one connection pool; the statement's text is made once per shape. */
export function batchWriter(query: Query): WriteBatch {
  const texts = new Map<string, string>();
  const textFor = (shape: Shape): string => {
    const name = nameOf(shape);
    const text = texts.get(name) ?? statementText(shape);
    texts.set(name, text);
    return text;
  };
  return async (all) => {
    const jobs = all as readonly WriteJob[];
    const shape = shapeOf(jobs);
    const written = await query(textFor(shape), batchValues(shape, jobs));
    return new Set(written.map((row) => jobs[row['n'] as number]!));
  };
}
