import type { Column, TypeOf } from './column.ts';

/** What every row has: the engine keeps `id` and `version`, `number` is the public one people say on the phone. */
export interface Row<State extends string = string> {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly state: State;
}
export type Columns = Readonly<Record<string, Column<unknown>>>;
export type RowFrom<States extends object, Cols> = Row<Extract<keyof States, string>> & {
  readonly [C in keyof Cols]: TypeOf<Cols[C]>;
};

/** role → the column that must lie in the person's scope, or nobody's scope in particular. */
export type May<R> = Readonly<Record<string, Extract<keyof R, string> | 'anyone'>>;

/**
 * Files that not every reader of their row may open. While the flag `when` stands on the row, or always, a file is opened by those who
 * `know` and by whoever brought it; by the others once it was released. What one of `gives` brings tells his like nothing
 * new and is released as it comes.
 */
export interface ReservedFiles<Column extends string = string> {
  readonly when: Column | 'always';
  readonly knows: Readonly<Record<string, Column | 'anyone'>>;
  readonly gives: Readonly<Record<string, Column | 'anyone'>>;
}

/**
 * A noun is one table and its states. Its row type follows from its columns.
 * `root` names the noun whose version guards this one (a task lives and dies with its case); `rootColumn` holds its id.
 */
export interface Noun<As extends string = string, R extends Row = Row, Root = unknown> {
  /** kebab-case, singular: `work-order`; entries and codes use it. */
  readonly name: string;
  /** What `decide` calls the row: `order`. */
  readonly as: As;
  /** Plural in URLs: `work-orders`. */
  readonly path: string;
  readonly table: string;
  readonly title: string;
  readonly states: Readonly<Record<string, string>>;
  readonly columns: Columns;
  /** Prefix of public numbers drawn from the counter (`PJ` gives PJ2020000001); null when the birth gives the number. */
  readonly series: string | null;
  readonly root: Root;
  readonly rootColumn: string | null;
  /** Who may read rows of it, and within which scope. */
  readonly see: Readonly<Record<string, string>>;
  /** Columns by which a list may be filtered, and those a search reads. */
  readonly filters: readonly string[];
  readonly searched: readonly string[];
  /** False where files belong on the record it hangs on, whose rules they follow. */
  readonly holdsFiles: boolean;
  /** Null where whoever may see the row opens its files. */
  readonly reservedFiles: ReservedFiles | null;
  readonly _row?: R;
}
export type RowOf<N> = N extends { readonly _row?: infer R extends Row } ? R : never;
/** The noun whose version guards rows of this one, if any. */
export const rootOf = (noun: Noun): Noun | null => (noun.root as Noun | undefined) ?? null;
export type AsOf<N> = N extends { readonly as: infer A extends string } ? A : never;

interface NounSpec<As extends string, States extends Record<string, string>, Cols extends Columns, Root> {
  readonly name: string;
  readonly as: As;
  readonly path: string;
  readonly table?: string;
  readonly title: string;
  readonly states: States;
  readonly columns: Cols;
  readonly series?: string;
  readonly root?: Root;
  readonly rootColumn?: Extract<keyof Cols, string>;
  readonly see: May<RowFrom<States, Cols>>;
  readonly filters?: readonly Extract<keyof Cols | 'state' | 'number', string>[];
  readonly searched?: readonly Extract<keyof Cols | 'number', string>[];
  readonly holdsFiles?: boolean;
  readonly reservedFiles?: ReservedFiles<Extract<keyof Cols, string>>;
}

/** Declares a noun. Throws when a column would collide with what the engine keeps. */
export function noun<
  const As extends string,
  const States extends Record<string, string>,
  Cols extends Columns,
  Root extends Noun | undefined = undefined,
>(spec: NounSpec<As, States, Cols, Root>): Noun<As, RowFrom<States, Cols>, Root> {
  for (const taken of ['id', 'version', 'state', 'number']) {
    if (taken in spec.columns) throw new Error(`noun ${spec.name}: column ${taken} is the engine's own`);
  }
  if (spec.root && !spec.rootColumn) throw new Error(`noun ${spec.name}: a root needs its rootColumn`);
  return {
    name: spec.name,
    as: spec.as,
    path: spec.path,
    table: spec.table ?? spec.name.replaceAll('-', '_'),
    title: spec.title,
    states: spec.states,
    columns: spec.columns,
    series: spec.series ?? null,
    root: spec.root as Root,
    rootColumn: spec.rootColumn ?? null,
    see: spec.see,
    filters: spec.filters ?? [],
    searched: spec.searched ?? [],
    holdsFiles: spec.holdsFiles ?? true,
    reservedFiles: spec.reservedFiles ?? null,
  };
}
