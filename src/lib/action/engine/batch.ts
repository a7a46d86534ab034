import type { Job, WriteBatch } from './lane.ts';
import type { Query } from './load.ts';
import type { Prepared } from './prepare.ts';
import { asText } from './rows.ts';
import { isOf, nameOf, shapeOf, widened, type Part, type Shape } from './shape.ts';
import { ENTRY_COLUMNS, statementText } from './statement.ts';
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
    key ? job.prepared.answer.kept : null,
    ...ENTRY_COLUMNS.map((column) => asText(column.type, entry[column.name])),
  ];
}

type Values = Readonly<Record<string, unknown>>;

/** The rows of one part as they are sent: number of the action, id, version, then the part's columns. */
const partRows = (part: Part, jobs: readonly WriteJob[]): readonly Texts[] =>
  jobs.flatMap((job, n) =>
    job.prepared.decision.changes.filter(isOf(part)).map(({ after }) => {
      const now = after as unknown as Values;
      return [
        String(n),
        after.id,
        String(after.version),
        ...part.columns.map(({ name, type }) => asText(type, now[name])),
      ];
    }),
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
    ...shape.parts.flatMap((part) => transpose(partRows(part, jobs), 3 + part.columns.length)),
    ...(shape.hasPersonalKeys ? transpose(keys, 4) : []),
    ...(shape.hasProse ? transpose(prose, 5) : []),
  ];
}

/** Texts are made for shapes that come again; beyond so many, or for one that comes once, the wide one serves. */
const MOST_TEXTS = 200;
const MOST_SEEN = 5_000;

/** The statement's text for a shape, made once; a shape not worth one of its own is widened. */
function statements(): (shape: Shape) => { readonly shape: Shape; readonly text: string } {
  const texts = new Map<string, string>();
  const seen = new Set<string>();
  const made = (shape: Shape): { readonly shape: Shape; readonly text: string } => {
    const name = nameOf(shape);
    const text = texts.get(name) ?? statementText(shape);
    texts.set(name, text);
    return { shape, text };
  };
  return (shape) => {
    const name = nameOf(shape);
    if (texts.has(name) || (seen.has(name) && texts.size < MOST_TEXTS)) return made(shape);
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.add(name);
    return made(widened(shape));
  };
}

/** Writes batches over one connection pool. */
export function batchWriter(query: Query): WriteBatch {
  const statementOf = statements();
  return async (all) => {
    const jobs = all as readonly WriteJob[];
    const { shape, text } = statementOf(shapeOf(jobs));
    const written = await query(text, batchValues(shape, jobs));
    return new Set(written.map((row) => jobs[row['n'] as number]!));
  };
}
