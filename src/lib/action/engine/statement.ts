import type { Noun } from '../noun.ts';
import { arrayType, castBack, storedColumns, type Stored } from './rows.ts';

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
const A_COLUMNS: readonly string[] = [
  'n',
  'key',
  'key_digest',
  'answer',
  ...ENTRY_COLUMNS.map((column) => column.sql),
];
const A_TYPES: readonly string[] = [
  'int[]',
  'text[]',
  'text[]',
  'text[]',
  ...ENTRY_COLUMNS.map((column) => arrayType(column.type)),
];

interface Numbering {
  next: number;
}
const parameters = (types: readonly string[], at: Numbering): string =>
  types.map((type) => `$${at.next++}::${type}`).join(', ');

/** What a row is sent as: the action's number, its id, its version, and its columns as one JSON object. */
export const SENT: readonly string[] = ['n', 'id', 'version', 'sent'];
const SENT_TYPES: readonly string[] = ['int[]', 'uuid[]', 'int[]', 'text[]'];

const wanted = (index: number, at: Numbering): string =>
  `w${index} as (select n, id, version, sent::jsonb as sent from unnest(${parameters(SENT_TYPES, at)}) as v(${SENT.join(', ')}))`;
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
    `p as (insert into personal_key (id, owner, wrapped) select v.id, v.owner, v.wrapped from unnest(${parameters(['int[]', 'uuid[]', 'uuid[]', 'text[]'], at)}) as v(n, id, owner, wrapped) where v.n in (select n from ok) returning 1)`;
  const prose = (): string =>
    `t as (insert into ledger_prose (entry, field, salt, text) select v.entry, v.field, v.salt, v.text from unnest(${parameters(['int[]', 'uuid[]', 'text[]', 'text[]', 'text[]'], at)}) as v(n, entry, field, salt, text) where v.n in (select n from ok) returning 1)`;
  return [...(shape.hasPersonalKeys ? [personal()] : []), ...(shape.hasProse ? [prose()] : [])];
}

/** The text of the statement for a shape; cache it by shape. It returns `n` of every action that was written. */
export function statementText(shape: Shape): string {
  const at: Numbering = { next: 1 };
  const a = `a as (select * from unnest(${parameters(A_TYPES, at)}) as v(${A_COLUMNS.join(', ')}))`;
  const w = shape.nouns.map((_, index) => wanted(index, at));
  const counts = shape.nouns.flatMap((_, index) => [
    `(select count(*) from u${index})`,
    `(select count(*) from i${index})`,
  ]);
  const more = extras(shape, at);
  if (shape.hasPersonalKeys) counts.push('(select count(*) from p)');
  if (shape.hasProse) counts.push('(select count(*) from t)');
  const entry = ENTRY_COLUMNS.map((column) =>
    column.sql === 'touched'
      ? `string_to_array(a.touched, ',')::uuid[]`
      : castBack(column.type, `a.${column.sql}`),
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
