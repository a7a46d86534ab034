import type { Stored } from './rows.ts';
import type { Part, Shape } from './shape.ts';

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
const SENT: readonly Typed[] = [
  ['batch_n', 'int'],
  ['id', 'uuid'],
  ['version', 'int'],
];
const wanted = ({ columns }: Part, index: number, at: Numbering): string =>
  `w${index} as ${sentAs([...SENT, ...columns.map(({ sql, type }): Typed => [sql, type])], at)}`;

const locked = ({ noun }: Part, index: number): string =>
  `l${index} as (select r.id, r.version from ${noun.table} r where r.id in (select id from w${index}) order by r.id for update)`;
const stale = (index: number): string =>
  `select w.batch_n from w${index} w left join l${index} l on l.id = w.id where l.version is distinct from w.version - 1`;

function written({ noun, isBirth, columns }: Part, index: number): string {
  const names = ['version', ...columns.map(({ sql }) => sql)];
  const allowed = 'v.batch_n in (select n from ok) returning 1';
  if (!isBirth)
    return `d${index} as (update ${noun.table} r set ${names.map((name) => `${name} = v.${name}`).join(', ')} from w${index} v where r.id = v.id and ${allowed})`;
  return `d${index} as (insert into ${noun.table} (id, ${names.join(', ')}) select v.id, ${names.map((name) => `v.${name}`).join(', ')} from w${index} v where ${allowed})`;
}

function extras(shape: Pick<Shape, 'hasPersonalKeys' | 'hasProse'>, at: Numbering): readonly string[] {
  const personal = (): string =>
    `p as (insert into personal_key (id, owner, wrapped) select v.id, v.owner, v.wrapped from ${sentAs(PERSONAL_KEYS, at)} v where v.n in (select n from ok) returning 1)`;
  const prose = (): string =>
    `t as (insert into ledger_prose (entry, field, salt, text) select v.entry, v.field, v.salt, v.text from ${sentAs(PROSE, at)} v where v.n in (select n from ok) returning 1)`;
  return [...(shape.hasPersonalKeys ? [personal()] : []), ...(shape.hasProse ? [prose()] : [])];
}

/**
 * The one statement that writes a batch. Its text depends only on the *shape*: which columns of which tables are written,
 * whether personal keys and prose of entries come along. Every action in it is all or nothing, and the batch takes its
 * ledger numbers last. Cache it by shape. It returns `n` of every action that was written:
 *
 *   a      the actions                             w_x   what they want of a table: births, or changes
 *   l_x    rows to change, locked in id order      bad   actions one of whose versions is stale
 *   k      idempotency keys won                    ok    actions that may write
 *   d_x    births and changes of ok                h     the counter, after everything else
 *   e      the entries with their gapless numbers
 *
 * A data-modifying CTE would happily update one row of an action and not the other; the join with `ok` rules that out.
 */
export function statementText({ parts, hasPersonalKeys, hasProse }: Shape): string {
  const at: Numbering = { next: 1 };
  const a = `a as ${sentAs(A_COLUMNS, at)}`;
  const w = parts.map((part, index) => wanted(part, index, at));
  const changed = [...parts.entries()].filter(([, { isBirth }]) => !isBirth);
  const bad = changed.map(([index]) => stale(index)).join(' union ') || 'select 0 as batch_n where false';
  const counts = parts.map((_, index) => `(select count(*) from d${index})`);
  const more = extras({ hasPersonalKeys, hasProse }, at);
  if (hasPersonalKeys) counts.push('(select count(*) from p)');
  if (hasProse) counts.push('(select count(*) from t)');
  const entry = ENTRY_COLUMNS.map(({ sql }) =>
    sql === 'touched' ? `string_to_array(a.touched, ',')::uuid[]` : `a.${sql}`,
  );
  return `with ${[
    a,
    ...w,
    ...changed.map(([index, part]) => locked(part, index)),
    `bad as (${bad})`,
    `k as (insert into idempotency_key (key, digest, answer, at) select key, key_digest, answer, recorded_at from a where key is not null and n not in (select batch_n from bad) on conflict (key) do nothing returning key)`,
    `ok as (select n from a where n not in (select batch_n from bad) and (key is null or key in (select key from k)))`,
    ...parts.map((part, index) => written(part, index)),
    ...more,
    `h as (update ledger_head set n = n + (select count(*) from ok) where exists (select from ok) and ${counts.join(' + ')} >= 0 returning n)`,
    `e as (insert into ledger_entry (seq, ${ENTRY_COLUMNS.map((column) => column.sql).join(', ')}) select h.n - (select count(*) from ok) + row_number() over (order by a.n), ${entry.join(', ')} from a join ok using (n) cross join h returning 1)`,
  ].join(',\n')}
select n from ok`;
}
