import type { Static, TObject, TProperties } from 'typebox';
import type { Id } from '#lib/ids.ts';
import type { Instant } from '#lib/time.ts';
import type { Need, ValueOf } from './need.ts';
import { rootOf, type AsOf, type May, type Noun, type Row, type RowOf } from './noun.ts';
import type { Person } from './person.ts';

type Grown = 'id' | 'version' | 'number';
type Nullable<R> = { [K in keyof R]: null extends R[K] ? K : never }[keyof R];
/** A row about to be born: columns that may be null may be left out; `id` only when others must refer to it. */
export type Fresh<R extends Row> = Omit<R, Grown | Nullable<R>> &
  Partial<Pick<R, Extract<Nullable<R>, keyof R>>> & { readonly id?: string; readonly number?: string };
export type Patch<R extends Row, To extends string> = Partial<Omit<R, Grown | 'state'>> & {
  readonly state: To;
  readonly id?: never;
  readonly version?: never;
};

/** What else an action writes, all in the one statement, each changed row guarded by the version that was read. */
export interface Write {
  readonly kind: 'create' | 'change';
  readonly noun: Noun;
  /** The row as it was read, for a change. */
  readonly row: Row | null;
  readonly values: Readonly<Record<string, unknown>>;
}
export const create = <N extends Noun>(noun: N, row: Fresh<RowOf<N>>): Write => ({
  kind: 'create',
  noun: noun,
  row: null,
  values: row,
});
export const change = <N extends Noun>(
  noun: N,
  row: RowOf<N>,
  set: Partial<Omit<RowOf<N>, Grown>>,
): Write => ({
  kind: 'change',
  noun: noun,
  row,
  values: set,
});

/** What a need may look at: the row (for an action), the input, who asks and when. */
export interface Asked {
  readonly by: Person;
  readonly now: Instant;
}
type Needs<Question> = Readonly<Record<string, Need<Question, unknown>>>;
type Values<Ns> = { readonly [K in keyof Ns]: ValueOf<Ns[K]> };
type RootOf<N> = N extends { readonly root: infer G }
  ? G extends Noun
    ? { readonly [K in AsOf<G>]: RowOf<G> }
    : unknown
  : unknown;

interface Always<I> extends Asked {
  readonly input: I;
  /** Ids drawn beforehand, so that `decide` stays pure and may run again: `id(0)`, `id(1)`, … */
  readonly id: (n: number) => string;
}
type Given<N, From extends string, I, Ns> = {
  readonly [K in AsOf<N>]: RowOf<N> & { readonly state: From };
} & RootOf<N> &
  Values<Ns> &
  Always<I>;

type Outcome<N, To extends string> = Patch<RowOf<N>, To> | readonly [Patch<RowOf<N>, To>, ...Write[]];
type Birth<N, To extends string> =
  | (Fresh<RowOf<N>> & { readonly state: To })
  | readonly [Fresh<RowOf<N>> & { readonly state: To }, ...Write[]];
type Only<K, Allowed> = [Exclude<K, Allowed>] extends [never]
  ? unknown
  : { readonly 'no such column': Exclude<K, Allowed> };
/** TypeScript does not check a callback's returned literal for surplus keys; this does. */
type NoSurplus<N, O> = O extends readonly [infer P, ...unknown[]]
  ? Only<keyof P, keyof RowOf<N>>
  : Only<keyof O, keyof RowOf<N>>;

interface Common<R, P extends TProperties> {
  /** The verb, kebab-case: `dispatch`. */
  readonly name: string;
  readonly title: string;
  /** One sentence for the API and the form, with its source where a law asks for it. */
  readonly about?: string;
  readonly may: May<R>;
  readonly input: TObject<P>;
  /** Whether it is offered on the command line and in menus, or only runs by the clock and reactions. */
  readonly hidden?: boolean;
}
interface ActionSpec<
  N extends Noun,
  P extends TProperties,
  From extends string,
  To extends string,
  Ns,
  O,
> extends Common<RowOf<N>, P> {
  readonly from: readonly From[];
  readonly to: readonly To[];
  readonly needs?: Ns;
  /** Cheap, needs nothing but the row: also decides whether the button is shown. */
  readonly when?: (row: RowOf<N>, now: Instant) => boolean;
  readonly decide: (given: Given<N, From, Static<TObject<P>>, Ns>) => O & NoSurplus<N, NoInfer<O>>;
}
interface BirthSpec<N extends Noun, P extends TProperties, To extends string, Ns, O> extends Common<
  RowOf<N>,
  P
> {
  readonly to: readonly To[];
  readonly needs?: Ns;
  readonly decide: (given: Values<Ns> & Always<Static<TObject<P>>>) => O & NoSurplus<N, NoInfer<O>>;
}

/** An action as the engine, the routes, the matrix and the desk see it: types gone, everything else kept. */
export interface Action {
  readonly noun: Noun;
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly may: Readonly<Record<string, string>>;
  /** Null for a birth. */
  readonly from: readonly string[] | null;
  readonly to: readonly string[];
  readonly input: TObject;
  readonly needs: Readonly<Record<string, Need<never, unknown>>>;
  readonly when: (row: Row, now: Instant) => boolean;
  readonly hidden: boolean;
  /**
   * The input as it may stand in the clear, where that is not as it was typed: `decide` and the ledger get this one as
   * `input`, and `decide` besides what was typed, as `typed`, which it writes nowhere but sealed.
   */
  readonly inClear?: ((given: never) => Readonly<Record<string, unknown>>) | undefined;
  readonly decide: (given: never) => unknown;
}

const RESERVED = new Set(['input', 'typed', 'by', 'now', 'id', 'row']);

function declared(
  noun: Noun,
  spec: Common<never, TProperties> & {
    readonly to: readonly string[];
    readonly needs?: unknown;
    readonly decide: unknown;
  },
): Omit<Action, 'from' | 'when'> {
  const needs = (spec.needs ?? {}) as Action['needs'];
  for (const name of Object.keys(needs)) {
    if (RESERVED.has(name) || name === noun.as || name === rootOf(noun)?.as)
      throw new Error(`${noun.name}.${spec.name}: a need may not be called ${name}`);
  }
  for (const state of spec.to)
    if (!(state in noun.states)) throw new Error(`${noun.name}.${spec.name}: no state ${state}`);
  return {
    noun,
    name: spec.name,
    title: spec.title,
    about: spec.about ?? '',
    may: spec.may,
    to: spec.to,
    input: spec.input,
    needs,
    hidden: spec.hidden ?? false,
    decide: spec.decide as Action['decide'],
  };
}

/** Declares an action on rows of a noun. Wrong states, columns or needs do not compile. */
export function action<
  N extends Noun,
  P extends TProperties,
  const From extends RowOf<N>['state'],
  const To extends RowOf<N>['state'],
  Ns extends Needs<{ readonly row: RowOf<N>; readonly input: Static<TObject<P>> } & Asked> = Record<
    never,
    never
  >,
  const O extends Outcome<N, NoInfer<To>> = Outcome<N, NoInfer<To>>,
>(noun: N, spec: ActionSpec<N, P, From, To, Ns, O>): Action {
  return {
    ...declared(noun, spec),
    from: spec.from,
    when: (spec.when ?? (() => true)) as Action['when'],
  };
}

/** Declares the action that brings a row into being: no `from`, and `decide` returns the whole row. */
export function birth<
  N extends Noun,
  P extends TProperties,
  const To extends RowOf<N>['state'],
  Ns extends Needs<{ readonly input: Static<TObject<P>> } & Asked> = Record<never, never>,
  const O extends Birth<N, NoInfer<To>> = Birth<N, NoInfer<To>>,
>(noun: N, spec: BirthSpec<N, P, To, Ns, O>): Action {
  return { ...declared(noun, spec), from: null, when: () => true };
}

export type PersonId = Id<'person'>;
