import type { Noun } from '../noun.ts';
import { storedColumns, type Stored } from './rows.ts';

/**
 * The one statement that writes a batch. Its text depends only on the *shape*: which nouns are written, whether personal
 * keys and prose of entries come along. Every action in it is all or nothing, and the batch takes its ledger numbers last:
 *
 *   w_x    what the actions want of table x        l_x   rows locked in id order, as they are now
 *   bad    actions one of whose versions is stale  k     idempotency keys won
 *   ok     actions that may write                  u_x, i_x   updates and inserts of ok
 *   h      the counter, after everything else      e     the entries with their gapless numbers
 *
 * A data-modifying CTE would happily update one row of an action and not the other; the join with `ok` rules that out.
 */
export interface Shape {
  readonly nouns: readonly Noun[];
  readonly hasPersonalKeys: boolean;
  readonly hasProse: boolean;
}

/** A column and its type. */
type Typed = readonly [name: string, type: string];

/** Columns of the ledger's entry besides `seq`, in the order they are passed. */
export const ENTRY_COLUMNS: readonly Stored[] = [
  { name: 'id', sql: 'id', type: 'uuid' },
  { name: 'at', sql: 'at', type: 'timestamptz' },
  { name: 'recordedAt', sql: 'recorded_at', type: 'timestamptz' },
  { name: 'person', sql: 'person', type: 'uuid' },
  { name: 'personName', sql: 'person_name', type: 'text' },
  { name: 'noun', sql: 'noun', type: 'text' },
  { name: 'action', sql: 'action', type: 'text' },
  { name: 'subject', sql: 'subject', type: 'uuid' },
  { name: 'touched', sql: 'touched', type: 'text' },
  { name: 'details', sql: 'details', type: 'jsonb' },
  { name: 'changes', sql: 'changes', type: 'jsonb' },
];
const A_COLUMNS: readonly Typed[] = [
  ['n', 'int'],
  ['key', 'text'],
  ['key_digest', 'text'],
  ['answer', 'text'],
  ...ENTRY_COLUMNS.map(({ sql, type }): Typed => [sql, type]),
];

interface Numbering {
  next: number;
}
/** What was sent, an array of texts for each column, as rows with columns of these types. */
function sentAs(columns: readonly Typed[], at: Numbering): string {
  const given = columns.map(() => `$${at.next++}::text[]`).join(', ');
  const typed = columns.map(([name, type]) =>
    type === 'text' ? `s.${name}` : `s.${name}::${type} as ${name}`,
  );
  return `(select ${typed.join(', ')} from unnest(${given}) as s(${columns.map(([name]) => name).join(', ')}))`;
}

/** What a row is sent as: the action's number, its id, its version, and its columns as one JSON object. */
export const SENT: readonly Typed[] = [
  ['n', 'int'],
  ['id', 'uuid'],
  ['version', 'int'],
  ['sent', 'jsonb'],
];
const PERSONAL_KEYS: readonly Typed[] = [
  ['n', 'int'],
  ['id', 'uuid'],
  ['owner', 'uuid'],
  ['wrapped', 'text'],
];
const PROSE: readonly Typed[] = [
  ['n', 'int'],
  ['entry', 'uuid'],
  ['field', 'text'],
  ['salt', 'text'],
  ['text', 'text'],
];
const locked = (noun: Noun, index: number): string =>
  `l${index} as (select r.id, r.version from ${noun.table} r where r.id in (select id from w${index} where version > 1) order by r.id for update)`;
const stale = (index: number): string =>
  `select w.n from w${index} w left join l${index} l on l.id = w.id where w.version > 1 and l.version is distinct from w.version - 1`;

/**
 * A change sends only the columns that changed; what it does not send stays as it was, read under the row's lock. A row of
 * seventy columns costs four parameters, not seventy.
 */
function writes(noun: Noun, index: number): readonly string[] {
  const columns = storedColumns(noun).map((column) => column.sql);
  const rest = columns.filter((column) => column !== 'id');
  return [
    `u${index} as (update ${noun.table} r set (${rest.join(', ')}) = (select ${rest.map((column) => `p.${column}`).join(', ')} from jsonb_populate_record(r, v.sent) p) from w${index} v where v.version > 1 and r.id = v.id and v.n in (select n from ok) returning 1)`,
    `i${index} as (insert into ${noun.table} (${columns.join(', ')}) select ${columns.map((column) => `p.${column}`).join(', ')} from w${index} v cross join lateral jsonb_populate_record(null::${noun.table}, v.sent) p where v.version = 1 and v.n in (select n from ok) returning 1)`,
  ];
}

function extras(shape: Shape, at: Numbering): readonly string[] {
  const personal = (): string =>
    `p as (insert into personal_key (id, owner, wrapped) select v.id, v.owner, v.wrapped from ${sentAs(PERSONAL_KEYS, at)} v where v.n in (select n from ok) returning 1)`;
  const prose = (): string =>
    `t as (insert into ledger_prose (entry, field, salt, text) select v.entry, v.field, v.salt, v.text from ${sentAs(PROSE, at)} v where v.n in (select n from ok) returning 1)`;
  return [...(shape.hasPersonalKeys ? [personal()] : []), ...(shape.hasProse ? [prose()] : [])];
}

/** The text of the statement for a shape; cache it by shape. It returns `n` of every action that was written. */
export function statementText(shape: Shape): string {
  const at: Numbering = { next: 1 };
  const a = `a as ${sentAs(A_COLUMNS, at)}`;
  const w = shape.nouns.map((_, index) => `w${index} as ${sentAs(SENT, at)}`);
  const counts = shape.nouns.flatMap((_, index) => [
    `(select count(*) from u${index})`,
    `(select count(*) from i${index})`,
  ]);
  const more = extras(shape, at);
  if (shape.hasPersonalKeys) counts.push('(select count(*) from p)');
  if (shape.hasProse) counts.push('(select count(*) from t)');
  const entry = ENTRY_COLUMNS.map(({ sql }) =>
    sql === 'touched' ? `string_to_array(a.touched, ',')::uuid[]` : `a.${sql}`,
  );
  return `with ${[
    a,
    ...w,
    ...shape.nouns.map((noun, index) => locked(noun, index)),
    `bad as (${shape.nouns.map((_, index) => stale(index)).join(' union ')})`,
    `k as (insert into idempotency_key (key, digest, answer, at) select key, key_digest, answer, recorded_at from a where key is not null and n not in (select n from bad) on conflict (key) do nothing returning key)`,
    `ok as (select n from a where n not in (select n from bad) and (key is null or key in (select key from k)))`,
    ...shape.nouns.flatMap((noun, index) => writes(noun, index)),
    ...more,
    `h as (update ledger_head set n = n + (select count(*) from ok) where exists (select from ok) and ${counts.join(' + ')} >= 0 returning n)`,
    `e as (insert into ledger_entry (seq, ${ENTRY_COLUMNS.map((column) => column.sql).join(', ')}) select h.n - (select count(*) from ok) + row_number() over (order by a.n), ${entry.join(', ')} from a join ok using (n) cross join h returning 1)`,
  ].join(',\n')}
select n from ok`;
}
