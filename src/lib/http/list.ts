import { sql, type RawBuilder } from 'kysely';
import { Type, type TSchema } from 'typebox';
import { escapeLike } from '#lib/like.ts';
import { snake, storedColumns } from '#lib/action/engine/rows.ts';
import type { Noun } from '#lib/action/noun.ts';
import { sight } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { askedTogether } from '#lib/asked-together.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { written, type Written } from '#lib/view.ts';
import { listedOf, writtenRow } from './listed.ts';

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
const and = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join([...parts], sql` and `);

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

const EVERYTHING = sql`true`;
/** Only rows this person may see; null when none at all. */
export function withinSight(noun: Noun, by: Person, app: App): RawBuilder<unknown> | null {
  const seen = sight(noun.see, by, app.scopes());
  if (seen === null) return null;
  if (seen === 'all') return EVERYTHING;
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
  return parts;
}

/** A page of a list as it is read from its JSON. */
export interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

/** No id comes after it: the first page lies before it. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Few, because each is a statement of its own that every connection keeps. */
const PLANNED_ONCE: ReadonlySet<number> = new Set([20, 50, 100, MOST]);

/**
 * Which rows, and how many. Where nothing but the order decides, the number stands in the statement and one plan serves all:
 * a number that the planner does not know makes it plan each time, which was a third of the database's work. Conditions it
 * is to see with their values.
 */
function pageOf(
  conditions: readonly RawBuilder<unknown>[],
  query: ListQuery,
  limit: number,
): RawBuilder<unknown> {
  const before = sql`id < ${query['after'] ?? LAST_ID}::uuid`;
  const isPlannedOnce = conditions.length === 0 && PLANNED_ONCE.has(limit);
  const most = isPlannedOnce ? sql.lit(limit + 1) : sql`${limit + 1}`;
  return sql`where ${and([before, ...conditions])} order by id desc limit ${most}`;
}

/**
 * A page of a list: newest first (ids are made of time), keyset by id. `more` are further conditions of a view. Each row
 * comes as one text and becomes JSON field by field: no object is made of it. The alias is no word of any noun: a column of
 * that name would be taken for the row.
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
  const listed = listedOf(noun);
  const conditions = [...(seen === EVERYTHING ? [] : [seen]), ...wanted(noun, query), ...more];
  const wish = sql`select listed_row::text as row, listed_row.id from (select ${listed.selection} from ${sql.table(noun.table)} ${pageOf(conditions, query, limit)}) as listed_row`;
  const { sql: text, parameters } = wish.compile(app.db);
  return askedTogether(app.query, `${JSON.stringify(parameters)} ${text}`, async () => {
    const records = await app.query(text, parameters);
    const next = records.length > limit ? (records[limit - 1]!['id'] as string) : null;
    const items = records.slice(0, limit).map((record) => writtenRow(listed, record['row'] as string));
    return written(`{"items":[${items.join()}],"next":${JSON.stringify(next)}}`);
  });
}

/** The same page as a value, for a view that adds to its rows. */
export const readPage = async (...of: Parameters<typeof listPage>): Promise<Page> =>
  JSON.parse((await listPage(...of)).json) as Page;
