import { sql, type RawBuilder } from 'kysely';
import { Type, type TSchema } from 'typebox';
import { escapeLike } from '#lib/like.ts';
import { snake, storedColumns } from '#lib/action/engine/rows.ts';
import type { Noun } from '#lib/action/noun.ts';
import { sight } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';

const MOST = 200;
const USUAL = 50;

const filterSchema = (noun: Noun, name: string): TSchema => {
  const title = noun.columns[name]?.title ?? (name === 'state' ? '状态' : '编号');
  return Type.Optional(
    name === 'state'
      ? Type.String({ title, enum: Object.keys(noun.states) })
      : Type.String({ title, maxLength: 200 }),
  );
};

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

export interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

/** A column of a list: its name, in SQL, and whether only its mask may be shown. */
interface Shown {
  readonly name: string;
  readonly sql: string;
  readonly isPersonal: boolean;
}
interface Columns {
  readonly shown: readonly Shown[];
  readonly selected: RawBuilder<unknown>;
}
const columnsOf = new WeakMap<Noun, Columns>();

/** JSON and prose stay in the detail, secrets on the server. */
function listColumns(noun: Noun): Columns {
  const known = columnsOf.get(noun);
  if (known) return known;
  const shown = storedColumns(noun)
    .filter(
      ({ name }) => noun.columns[name] !== undefined || ['id', 'number', 'version', 'state'].includes(name),
    )
    .map(({ name, sql: column, type }) => ({ name, sql: column, type, keeping: noun.columns[name]?.keeping }))
    .filter(
      ({ keeping, type }) =>
        keeping === 'personal' || (keeping !== 'prose' && keeping !== 'secret' && type !== 'jsonb'),
    )
    .map(({ name, sql: column, keeping }) => ({ name, sql: column, isPersonal: keeping === 'personal' }));
  // Only the mask of a personal value leaves the database.
  const selected = sql.join(
    shown.map((column) =>
      column.isPersonal
        ? sql`${sql.ref(column.sql)} ->> 'mask' as ${sql.ref(column.sql)}`
        : sql.ref(column.sql),
    ),
  );
  const made = { shown, selected };
  columnsOf.set(noun, made);
  return made;
}

/**
 * A page of a list: newest first (ids are made of time), keyset by id. `more` are further conditions of a view. Run by the
 * driver itself: a query builder's renaming of every column of every row costs more than the query.
 */
export async function listPage(
  noun: Noun,
  query: ListQuery,
  asked: { readonly by: Person; readonly app: App },
  more: readonly RawBuilder<unknown>[] = [],
): Promise<Page> {
  const { by, app } = asked;
  const seen = withinSight(noun, by, app) ?? refuse('lib.missing-role', { title: `查看${noun.title}` });
  const limit = Math.min(Number(query['limit'] ?? USUAL), MOST);
  const { shown, selected } = listColumns(noun);
  const wish = sql`select ${selected} from ${sql.table(noun.table)} where ${and([seen, ...wanted(noun, query), ...more])} order by id desc limit ${limit + 1}`;
  const compiled = wish.compile(app.db);
  const records = await app.query(compiled.sql, compiled.parameters);
  const items = records.slice(0, limit).map((record) => {
    const item: Record<string, unknown> = {};
    for (const column of shown) item[column.name] = record[column.sql] ?? null;
    return item;
  });
  return { items, next: records.length > limit ? (items.at(-1)!['id'] as string) : null };
}
