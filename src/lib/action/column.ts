import type { Instant, Day } from '#lib/time.ts';

/** The PostgreSQL type a column is stored as. */
export type SqlType = 'uuid' | 'text' | 'integer' | 'bigint' | 'boolean' | 'timestamptz' | 'date' | 'jsonb';

/**
 * How a column is kept.
 * - `plain`: as it is; stands in the ledger.
 * - `prose`: long text that may be erased one day; beside it stands `<column>_salt`, the ledger keeps a salted digest.
 * - `personal`: encrypted under a key per person, shown masked; the ledger keeps the cipher text.
 * - `secret`: never leaves the server (password hashes); the ledger keeps a digest.
 */
export type Keeping = 'plain' | 'prose' | 'personal' | 'secret';

export interface Column<T> {
  readonly sql: SqlType;
  readonly title: string;
  readonly keeping: Keeping;
  readonly nullable: boolean;
  /** Whether measures may ask for it: its value before and after stands in every ledger entry. */
  readonly isMeasured: boolean;
  /** For `personal`: how the masked form is made. */
  readonly mask: Mask | null;
  /** Whether the masked form is shown without its last letters, because somebody proves with them who they are. */
  readonly isEndHidden: boolean;
  readonly _type?: () => T;
}
export type TypeOf<C> = C extends Column<infer T> ? T : never;
/** Of `words`, a text that says who somebody is, nothing is shown. */
export type Mask = 'name' | 'phone' | 'identity' | 'address' | 'words';

const BEGINNING = 3;

/** A personal value at rest. `mask` may be shown, `hash` finds equal values, `sealed` needs the person's key. */
export interface Personal {
  readonly mask: string;
  readonly hash: string;
  readonly key: string;
  readonly sealed: string;
}
/** 138****1234 → 138********: of a number whose last digits are asked for as a proof, the beginning alone is shown. */
export const withoutEnd = (mask: string): string => mask.slice(0, BEGINNING).padEnd(mask.length, '*');
/** The same of a column of text, as SQL. */
export const withoutEndSql = (mask: string): string =>
  `rpad(left(${mask}, ${BEGINNING}), length(${mask}), '*')`;

/** What `decide` returns for a personal column: the plain value, which the engine seals, or the sealed one unchanged. */
export type PersonalValue = Personal | { readonly plain: string };

interface Build<T> extends Column<T> {
  readonly orNull: () => Build<T | null>;
  readonly measured: () => Build<T>;
  readonly withoutEnd: () => Build<T>;
}

function build<T>(column: Column<T>): Build<T> {
  return {
    ...column,
    orNull: () => build<T | null>({ ...(column as Column<T | null>), nullable: true }),
    measured: () => build<T>({ ...column, isMeasured: true }),
    withoutEnd: () => build<T>({ ...column, isEndHidden: true }),
  };
}
const kept =
  <T>(sql: SqlType, keeping: Keeping = 'plain', mask: Mask | null = null) =>
  (title: string): Build<T> =>
    build<T>({ sql, title, keeping, nullable: false, isMeasured: false, mask, isEndHidden: false });

export const uuid = <T extends string = string>(title: string): Build<T> => kept<T>('uuid')(title);
export const text = <T extends string = string>(title: string): Build<T> => kept<T>('text')(title);
export const integer = kept<number>('integer');
/** 64-bit whole numbers such as fen (分), as decimal strings in rows and JSON. */
export const bigint = kept<string>('bigint');
export const flag = kept<boolean>('boolean');
export const instant = kept<Instant>('timestamptz');
export const day = kept<Day>('date');
export const json = <T>(title: string): Build<T> => kept<T>('jsonb')(title);
export const prose = kept<string>('text', 'prose');
export const secret = kept<string>('text', 'secret');
export const personal = (title: string, mask: Mask): Build<PersonalValue> =>
  kept<PersonalValue>('jsonb', 'personal', mask)(title);
