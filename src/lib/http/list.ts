import { sql, type RawBuilder } from 'kysely';
import { Type, type TSchema } from 'typebox';
import { escapeLike } from '#lib/like.ts';
import { withoutEndSql, type Column } from '#lib/action/column.ts';
import { snake, storedColumns, type Stored } from '#lib/action/engine/rows.ts';
import type { Noun } from '#lib/action/noun.ts';
import { sight } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { writtenInstant } from '#lib/db/values.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { written, type Written } from '#lib/view.ts';

const MOST = 200;
const USUAL = 50;

/** What a filter of a column may say; one that can be no value of it is refused, not answered with an empty list. */
function filterSchema(noun: Noun, name: string): TSchema {
  const title = noun.columns[name]?.title ?? (name === 'state' ? '状态' : '编号');
  const of = (more: object): TSchema => Type.Optional(Type.String({ title, ...more }));
  if (name === 'state') return of({ enum: Object.keys(noun.states) });
  const type = typeOf(noun, name);
  if (type === 'uuid') return of({ format: 'uuid' });
  if (type === 'boolean') return of({ enum: ['true', 'false'] });
  if (type === 'date') return of({ format: 'date' });
  if (type === 'integer' || type === 'bigint') return of({ pattern: '^-?[0-9]{1,18}$', wrong: '应为整数' });
  return of({ maxLength: 200 });
}

/** The question a list takes: its filters, words to search for, and where to go on. */
export const listQuery = (noun: Noun): ReturnType<typeof Type.Object> =>
  Type.Object({
    ...Object.fromEntries(
      [...new Set(['state', ...noun.filters])].map((name) => [name, filterSchema(noun, name)]),
    ),
    ...(noun.searched.length > 0 ? { q: Type.Optional(Type.String({ title: '查找', maxLength: 100 })) } : {}),
    after: Type.Optional(Type.String({ title: '上一页最后一条的标识', format: 'uuid' })),
    limit: Type.Optional(
      Type.String({
        title: `每页条数，至多 ${MOST}`,
        pattern: '^[1-9][0-9]{0,2}$',
        wrong: `应为 1 至 ${MOST} 的整数`,
      }),
    ),
  });

export type ListQuery = Readonly<Record<string, string | undefined>>;
const and = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  parts.length > 0 ? sql.join([...parts], sql` and `) : sql`true`;

const typeOf = (noun: Noun, name: string): string =>
  storedColumns(noun).find((column) => column.name === name)?.type ?? 'text';

/** The column is one of these, compared in its own type, so that an index serves; what cannot be an id is none. */
function isOneOf(noun: Noun, name: string, values: readonly string[]): RawBuilder<unknown> {
  const column = sql.ref(snake(name));
  const type = typeOf(noun, name);
  if (type === 'uuid') return sql`${column} = any(${values.filter(isUuid)}::uuid[])`;
  return type === 'text'
    ? sql`${column} = any(${values}::text[])`
    : sql`${column}::text = any(${values}::text[])`;
}

/** Only rows this person may see; null when none at all. */
export function withinSight(noun: Noun, by: Person, app: App): RawBuilder<unknown> | null {
  const seen = sight(noun.see, by, app.scopes());
  if (seen === null) return null;
  if (seen === 'all') return sql`true`;
  const parts = [...seen].map(([column, values]) => isOneOf(noun, column, values));
  return sql`(${sql.join(parts, sql` or `)})`;
}

function wanted(noun: Noun, query: ListQuery): readonly RawBuilder<unknown>[] {
  const parts = [...new Set(['state', ...noun.filters])]
    .filter((name) => query[name] !== undefined)
    .map((name) => isOneOf(noun, name, [query[name]!]));
  if (query['q'] !== undefined) {
    const pattern = `%${escapeLike(query['q'])}%`;
    parts.push(
      sql`(${sql.join(
        noun.searched.map((name) => sql`${sql.ref(snake(name))} ilike ${pattern}`),
        sql` or `,
      )})`,
    );
  }
  if (query['after'] !== undefined) parts.push(sql`id < ${query['after']}::uuid`);
  return parts;
}

/** A page of a list as it is read from its JSON. */
export interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

/** How a column stands in an answer: instants in UTC with milliseconds, whole numbers of 64 bits as text, masks for people. */
function shownAs({ sql: column, type }: Stored, of: Column<unknown> | undefined): string {
  if (of?.keeping === 'personal') {
    const mask = `(${column} ->> 'mask')`;
    return of.isEndHidden ? withoutEndSql(mask) : mask;
  }
  if (type === 'timestamptz') return writtenInstant(column);
  return type === 'bigint' ? `${column}::text` : column;
}

const selections = new WeakMap<Noun, RawBuilder<unknown>>();

/** The columns of a list. JSON and prose stay in the detail, secrets on the server. */
function selectionOf(noun: Noun): RawBuilder<unknown> {
  const known = selections.get(noun);
  if (known) return known;
  const shown = storedColumns(noun).flatMap((column) => {
    const keeping = noun.columns[column.name]?.keeping;
    const isOwn = ['id', 'number', 'version', 'state'].includes(column.name);
    if (keeping === undefined && !isOwn) return [];
    const isPersonal = keeping === 'personal';
    if (!isPersonal && (keeping === 'prose' || keeping === 'secret' || column.type === 'jsonb')) return [];
    return [`${shownAs(column, noun.columns[column.name])} as "${column.name}"`];
  });
  const made = sql.raw(shown.join(', '));
  selections.set(noun, made);
  return made;
}

/**
 * A page of a list: newest first (ids are made of time), keyset by id. `more` are further conditions of a view. The
 * database writes each row as JSON and nothing here takes it apart: of twenty wide rows that would be most of the work. Its
 * alias is no word of any noun: a column of that name would be taken for the row.
 */
export async function listPage(
  noun: Noun,
  query: ListQuery,
  asked: { readonly by: Person; readonly app: App },
  more: readonly RawBuilder<unknown>[] = [],
): Promise<Written> {
  const { by, app } = asked;
  const seen = withinSight(noun, by, app) ?? refuse('lib.missing-role', { title: `查看${noun.title}` });
  const limit = Math.min(Number(query['limit'] ?? USUAL), MOST);
  const wish = sql`select row_to_json(listed_row)::text as json, listed_row.id from (select ${selectionOf(noun)} from ${sql.table(noun.table)} where ${and([seen, ...wanted(noun, query), ...more])} order by id desc limit ${limit + 1}) as listed_row`;
  const compiled = wish.compile(app.db);
  const records = await app.query(compiled.sql, compiled.parameters);
  const next = records.length > limit ? (records[limit - 1]!['id'] as string) : null;
  const items = records.slice(0, limit).map((record) => record['json'] as string);
  return written(`{"items":[${items.join()}],"next":${JSON.stringify(next)}}`);
}

/** The same page as a value, for a view that adds to its rows. */
export const readPage = async (...of: Parameters<typeof listPage>): Promise<Page> =>
  JSON.parse((await listPage(...of)).json) as Page;
