import type { Reader } from '#lib/db/reader.ts';
import type { Noun, RowOf } from './noun.ts';

/**
 * A value kept in memory by every process (the calendar, the tree of organisations).
 * Loaded at start and again whenever the ledger says that one of its nouns was written.
 */
export interface Held<T> {
  readonly name: string;
  readonly load: (db: Reader) => Promise<T>;
  readonly reloadOn: readonly string[];
  readonly _value?: () => T;
}
export const held = <T>(declared: Held<T>): Held<T> => declared;

/** What a need asks the engine for, once it has seen the question. */
export type Ask =
  | { readonly kind: 'held'; readonly held: Held<unknown>; readonly pick: (value: never) => unknown }
  | {
      readonly kind: 'rows';
      readonly noun: Noun;
      readonly where: Readonly<Record<string, unknown>>;
      readonly shape: (rows: readonly never[]) => unknown;
    }
  | {
      readonly kind: 'each';
      readonly noun: Noun;
      readonly wheres: readonly Readonly<Record<string, unknown>>[];
    }
  | {
      readonly kind: 'hanging';
      readonly noun: Noun;
      readonly column: string;
      readonly on: Noun;
      readonly wheres: readonly Readonly<Record<string, unknown>>[];
    }
  | {
      readonly kind: 'opened';
      readonly noun: Noun;
      readonly wheres: readonly Readonly<Record<string, unknown>>[];
    }
  | AlikeAsk
  | { readonly kind: 'made'; readonly make: () => Promise<unknown> };

/** Rows whose column has a value that was said, or that stands in another row. */
export interface AlikeAsk {
  readonly kind: 'alike';
  readonly noun: Noun;
  readonly column: string;
  readonly like:
    | { readonly kind: 'plain'; readonly plain: string | null }
    | {
        readonly kind: 'row';
        readonly noun: Noun;
        readonly where: Readonly<Record<string, unknown>>;
        readonly column: string;
      };
}

/** A need says what it must find in the question (so a wrong action does not compile), and what it puts on the table. */
export interface Need<in Question, out Value> {
  readonly ask: (question: Question) => Ask;
  readonly _value?: () => Value;
}
export type ValueOf<N> = N extends Need<never, infer V> ? V : never;

/** Something out of a held value; the entry notes nothing, the held value's own actions are in the ledger. */
export const fromHeld = <Question, T, V>(
  from: Held<T>,
  pick: (value: T, question: Question) => V,
): Need<Question, V> => ({
  ask: (question) =>
    ({ kind: 'held', held: from, pick: (value: T) => pick(value, question) }) as unknown as Ask,
});

/** The held value itself. */
export const holding = <T>(from: Held<T>): Need<unknown, T> => ({
  ask: () => ({ kind: 'held', held: from, pick: (value: T) => value }) as unknown as Ask,
});

/** The one row with these values, or null. */
export const find = <Question, N extends Noun>(
  noun: N,
  where: (question: Question) => Partial<RowOf<N>>,
): Need<Question, RowOf<N> | null> => ({
  ask: (question) => ({ kind: 'rows', noun, where: where(question), shape: (rows) => rows[0] ?? null }),
});

/** All rows with these values, by id. */
export const rows = <Question, N extends Noun>(
  noun: N,
  where: (question: Question) => Partial<RowOf<N>>,
): Need<Question, readonly RowOf<N>[]> => ({
  ask: (question) => ({ kind: 'rows', noun, where: where(question), shape: (found) => found }),
});

/** All rows with any of these sets of values, read together: what hangs on several rows at once. */
export const rowsOfEach = <Question, N extends Noun>(
  noun: N,
  wheres: (question: Question) => readonly Partial<RowOf<N>>[],
): Need<Question, readonly RowOf<N>[]> => ({
  ask: (question) => ({ kind: 'each', noun, wheres: wheres(question) }),
});

/** All rows that name in a column, by its id, a row with any of these sets of values. */
export const hangingOn = <Question, N extends Noun, M extends Noun>(
  [noun, column]: readonly [N, ColumnOf<N>],
  on: M,
  wheres: (question: Question) => readonly Partial<RowOf<M>>[],
): Need<Question, readonly RowOf<N>[]> => ({
  ask: (question) => ({ kind: 'hanging', noun, column, on, wheres: wheres(question) }),
});

type ColumnOf<N extends Noun> = Extract<keyof RowOf<N>, string>;
/** The newest 500 rows with this value; a personal one is found by its keyed hash, nothing is opened. Null finds nothing. */
export const alike = <Question, N extends Noun>(
  noun: N,
  column: ColumnOf<N>,
  said: (question: Question) => string | null,
): Need<Question, readonly RowOf<N>[]> => ({
  ask: (question) => ({ kind: 'alike', noun, column, like: { kind: 'plain', plain: said(question) } }),
});
/** The same of the value that stands in a column of another row; no such row finds nothing. */
export const alikeTo = <Question, N extends Noun, M extends Noun>(
  [noun, column]: readonly [N, ColumnOf<N>],
  [other, from]: readonly [M, ColumnOf<M>],
  where: (question: Question) => Partial<RowOf<M>>,
): Need<Question, readonly RowOf<N>[]> => ({
  ask: (question) => ({
    kind: 'alike',
    noun,
    column,
    like: { kind: 'row', noun: other, where: where(question), column: from },
  }),
});

/** The personal columns of a row in the clear, and its id; null where nothing was said or the key is destroyed. */
type Opened<N extends Noun> = Readonly<Partial<Record<Extract<keyof RowOf<N>, string>, string | null>>>;
/**
 * The personal values of all rows with these values, in the clear: to compare with words that somebody is about to
 * publish or pass on. `decide` must not write them anywhere but sealed.
 */
export const opened = <Question, N extends Noun>(
  noun: N,
  where: (question: Question) => Partial<RowOf<N>>,
): Need<Question, readonly Opened<N>[]> => ({
  ask: (question) => ({ kind: 'opened', noun, wheres: [where(question)] }),
});
/** The same of all rows with any of these sets of values. */
export const openedOfEach = <Question, N extends Noun>(
  noun: N,
  wheres: (question: Question) => readonly Partial<RowOf<N>>[],
): Need<Question, readonly Opened<N>[]> => ({
  ask: (question) => ({ kind: 'opened', noun, wheres: wheres(question) }),
});

/** The need where `isAsked` says so, else `otherwise`: then nothing is looked up. */
export const askedIf = <Question, V, W>(
  isAsked: (question: Question) => boolean,
  need: Need<Question, V>,
  otherwise: W,
): Need<Question, V | W> => ({
  ask: (question) =>
    isAsked(question) ? need.ask(question) : { kind: 'made', make: () => Promise.resolve(otherwise) },
});

/**
 * Something made outside `decide` because it is slow or not pure: a password's hash, a report read in a child process.
 * Made once a request, before anything is decided; nothing it does may be visible when the action is refused.
 */
export const made = <Question, V>(make: (question: Question) => Promise<V>): Need<Question, V> => ({
  ask: (question) => ({ kind: 'made', make: () => make(question) }),
});
