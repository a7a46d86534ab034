import type { Noun } from '../noun.ts';
import type { WriteJob } from './batch.ts';
import { planOf } from './plan.ts';
import type { Change } from './request.ts';
import type { Stored } from './rows.ts';

/**
 * What is written to one table: births and changes apart, each with the columns that are sent. Every row of one kind
 * sends them all: a change that leaves one as it was sends it as it was, which its version guards.
 */
export interface Part {
  readonly noun: Noun;
  readonly isBirth: boolean;
  readonly columns: readonly Stored[];
}
/** What the statement of a batch must be able to write. Its text follows from this alone. */
export interface Shape {
  readonly parts: readonly Part[];
  readonly hasPersonalKeys: boolean;
  readonly hasProse: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/** The engine passes these with every row, whatever changed. */
const ALWAYS: ReadonlySet<string> = new Set(['id', 'version']);
const isFree = ({ name }: Stored): boolean => !ALWAYS.has(name);

/** Of a birth the columns that are not null, of changes those that differ: a row of eighty columns mostly sends ten. */
function columnsOf(noun: Noun, changes: readonly Change[]): readonly Stored[] {
  const isSent = ({ name }: Stored): boolean =>
    changes.some(({ before, after }) => {
      const now = (after as unknown as Values)[name] ?? null;
      return before === null ? now !== null : (before as unknown as Values)[name] !== now;
    });
  return planOf(noun).stored.filter((column) => isFree(column) && isSent(column));
}

const inOrder = (a: Part, b: Part): number =>
  a.noun.table === b.noun.table
    ? Number(a.isBirth) - Number(b.isBirth)
    : a.noun.table < b.noun.table
      ? -1
      : 1;

export const isOf =
  ({ noun, isBirth }: Part) =>
  (change: Change): boolean =>
    change.noun === noun && (change.before === null) === isBirth;

/** The shape of these jobs together, its parts in one order. */
export function shapeOf(jobs: readonly WriteJob[]): Shape {
  const changes = jobs.flatMap((job) => job.prepared.decision.changes);
  const parts = [...Map.groupBy(changes, (change) => change.noun)].flatMap(([noun, own]) =>
    [...Map.groupBy(own, (change) => change.before === null)].map(([isBirth, alike]) => ({
      noun,
      isBirth,
      columns: columnsOf(noun, alike),
    })),
  );
  return {
    parts: parts.sort(inOrder),
    hasPersonalKeys: jobs.some((job) => job.prepared.personalKeys.length > 0),
    hasProse: jobs.some((job) => job.prepared.entry.prose.length > 0),
  };
}

/** The same, every column of every table: of these there are few. */
export const widened = (shape: Shape): Shape => ({
  ...shape,
  parts: shape.parts.map((part) => ({ ...part, columns: planOf(part.noun).stored.filter(isFree) })),
});

const nameOfPart = ({ noun, isBirth, columns }: Part): string =>
  `${isBirth ? '+' : ''}${noun.table}(${columns.map(({ sql }) => sql).join()})`;

/** Two shapes with one name have one text. */
export const nameOf = ({ parts, hasPersonalKeys, hasProse }: Shape): string =>
  [...parts.map(nameOfPart), hasPersonalKeys, hasProse].join(' ');
