import { measuredColumns } from '#lib/measure.ts';
import type { Column, Keeping, Mask } from '../column.ts';
import type { Noun, Row } from '../noun.ts';
import { storedColumns, type Stored } from './rows.ts';
import { saltOf } from './salt.ts';

type Blank = Readonly<Record<string, null>>;
/** A value of the row's digest: its name, the name as JSON with its colon, and how it is kept. */
export interface Digested {
  readonly name: string;
  readonly key: string;
  readonly keeping: Keeping;
}
/** What the engine asks of a noun with every action, worked out once. */
export interface Plan {
  readonly stored: readonly Stored[];
  /** A row of which nothing is known yet: to copy. */
  readonly blank: Row;
  /** What may be shown of a row, with nothing in it: to copy. */
  readonly shown: Readonly<Record<string, null>>;
  /** The same, each with its name as JSON and a colon. */
  readonly written: readonly { readonly name: string; readonly key: string }[];
  readonly declared: readonly { readonly name: string; readonly column: Column<unknown> }[];
  readonly required: readonly string[];
  readonly prose: readonly { readonly name: string; readonly salt: string }[];
  readonly personal: readonly {
    readonly name: string;
    readonly mask: Mask;
    readonly isEndHidden: boolean;
  }[];
  /** In the order of the digest: by name. */
  readonly digested: readonly Digested[];
  /** Names of the columns measures may ask for. */
  readonly measured: readonly string[];
}

const OWN = ['id', 'version', 'number', 'state'] as const;

/**
 * An object with these names. It is read from JSON because of the runtime: one that grows name by name becomes a slow
 * table after a dozen of them, while this one and every copy of it keep their shape (a copy costs a hundredth).
 */
const blankOf = (names: readonly string[]): Blank =>
  JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:null`).join()}}`) as Blank;

const inOrder = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1;

function planned(noun: Noun): Plan {
  const declared = Object.entries(noun.columns).map(([name, column]) => ({ name, column }));
  const named = (isMeant: (column: Column<unknown>) => boolean): readonly string[] =>
    declared.filter(({ column }) => isMeant(column)).map(({ name }) => name);
  const stored = storedColumns(noun);
  const digested = [
    ...OWN.map((name) => ({ name, keeping: 'plain' as const })),
    ...declared.map(({ name, column }) => ({ name, keeping: column.keeping })),
  ];
  const shown = ['id', 'number', 'version', 'state', ...named(({ keeping }) => keeping !== 'secret')];
  const keyed = (name: string): { readonly name: string; readonly key: string } => ({
    name,
    key: `${JSON.stringify(name)}:`,
  });
  return {
    stored,
    blank: blankOf(stored.map(({ name }) => name)) as unknown as Row,
    shown: blankOf(shown),
    written: shown.map(keyed),
    declared,
    required: named(({ nullable }) => !nullable),
    prose: named(({ keeping }) => keeping === 'prose').map((name) => ({ name, salt: saltOf(name) })),
    personal: declared
      .filter(({ column }) => column.keeping === 'personal')
      .map(({ name, column }) => ({ name, mask: column.mask!, isEndHidden: column.isEndHidden })),
    digested: digested.map((each) => ({ ...each, ...keyed(each.name) })).sort(inOrder),
    measured: measuredColumns(noun),
  };
}

const plans = new WeakMap<Noun, Plan>();

export function planOf(noun: Noun): Plan {
  const known = plans.get(noun);
  if (known) return known;
  const made = planned(noun);
  plans.set(noun, made);
  return made;
}

/** A row from what the driver returned (`select *`): renamed, nothing else; the driver has made instants and JSON right. */
export function rowFrom(noun: Noun, record: Readonly<Record<string, unknown>>): Row {
  const { blank, stored } = planOf(noun);
  const row = { ...blank } as unknown as Record<string, unknown>;
  for (const column of stored) row[column.name] = record[column.sql] ?? null;
  return row as unknown as Row;
}
