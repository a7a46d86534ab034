import { readRows, type NamedFile, type RowFault } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import './refusals.ts';

/** What is wrong with a row of a file, at the file’s own heading: `yichuang import … --json` lists these. */
export interface BrokenRow extends RowFault {
  readonly row: number;
}
/** A row under the fields we know; blank cells are left out. */
export interface ToldRow<K extends string> {
  readonly row: number;
  readonly told: Readonly<Partial<Record<K, string>>>;
  /** The file’s own heading of a field; our first word for it when the file has none. */
  readonly nameOf: (field: string) => string;
}
/** By field: the headings it is known by, the one we print first. */
export type Headings<K extends string> = Readonly<Record<K, readonly string[]>>;

const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\s*:：]|\(.*?\)/g, '')
    .toLowerCase();
const worded = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).normalize('NFKC').replace(/^'/, '').trim()
    : '';

/** Every heading with the field it means; blanks, brackets, colons and asterisks do not matter. */
const meanings = <K extends string>(headings: Headings<K>): ReadonlyMap<string, K> =>
  new Map(
    (Object.entries(headings) as [K, readonly string[]][]).flatMap(([field, words]) =>
      [field, ...words].map((word) => [folded(word), field] as const),
    ),
  );

/**
 * The rows of a file, each under our fields. Refuses `cases.unreadable` for a file that is none, or in which none of the
 * fields `must` stands.
 */
export async function toldRows<K extends string>(
  file: NamedFile,
  headings: Headings<K>,
  must: readonly NoInfer<K>[],
): Promise<{ readonly rows: readonly ToldRow<K>[]; readonly broken: readonly BrokenRow[] }> {
  const unreadable = (why: string): never => refuse('cases.unreadable', { name: file.name, why });
  const known = meanings(headings);
  const isOurs = (told: readonly string[]): boolean => {
    const fields = new Set(told.map((heading) => known.get(folded(heading))));
    return must.every((field) => fields.has(field));
  };
  const { rows: read, broken } = await readRows(file, unreadable, isOurs);
  const rows = read.map(({ row, told }) => ({ row, told: flat(told) }));
  const names: Partial<Record<K, string>> = {};
  for (const heading of new Set(rows.flatMap(({ told }) => Object.keys(told)))) {
    const field = known.get(folded(heading));
    if (field !== undefined) names[field] ??= heading;
  }
  const lacking = must.filter((field) => names[field] === undefined);
  if (lacking.length > 0)
    return unreadable(`没有“${lacking.map((field) => headings[field][0]!).join('”“')}”列`);
  // A path within a field (`applicant.phone`) ends in the name of a column.
  const nameOf = (path: string): string => {
    const field = (path.split('.').at(-1) ?? path) as K;
    return names[field] ?? (field in headings ? headings[field][0]! : path);
  };
  return {
    rows: rows.map(({ row, told }) => ({ row, told: underFields(told, known), nameOf })),
    broken,
  };
}

/** `{applicant: {name}}` of JSON says what a column of a table says: members of an object are fields of their own. */
const flat = (told: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(told).flatMap(([heading, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value)
        : [[heading, value] as const],
    ),
  );

function underFields<K extends string>(
  told: Readonly<Record<string, unknown>>,
  known: ReadonlyMap<string, K>,
): Partial<Record<K, string>> {
  const fields: Partial<Record<K, string>> = {};
  for (const [heading, value] of Object.entries(told)) {
    const field = known.get(folded(heading));
    const text = worded(value);
    if (field !== undefined && text !== '') fields[field] ??= text;
  }
  return fields;
}
