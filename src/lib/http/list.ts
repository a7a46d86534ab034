import { sql, type RawBuilder } from 'kysely';
import { Type, type TSchema } from 'typebox';
import { publicRow } from '#lib/action/engine/answer.ts';
import { snake, storedColumns } from '#lib/action/engine/rows.ts';
import type { Noun, Row } from '#lib/action/noun.ts';
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

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (letter) => `\\${letter}`);

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
/**
 * A page of a list: newest first (ids are made of time), keyset by id; JSON and prose stay in the detail. `more` are
 * further conditions of a view.
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
  const light = storedColumns(noun).filter(
    (column) =>
      noun.columns[column.name]?.keeping !== 'prose' &&
      (column.type !== 'jsonb' || noun.columns[column.name]?.keeping === 'personal'),
  );
  const columns = sql.join(light.map((column) => sql.ref(column.sql)));
  const found = await sql<
    Record<string, unknown>
  >`select ${columns} from ${sql.table(noun.table)} where ${and([seen, ...wanted(noun, query), ...more])} order by id desc limit ${limit + 1}`.execute(
    app.db,
  );
  const rows = found.rows.slice(0, limit).map((record) => publicRow(noun, rowFromCamel(noun, record)));
  const shown = new Set(['id', 'number', 'version', 'state', ...light.map((column) => column.name)]);
  const items = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => shown.has(name))),
  );
  return { items, next: found.rows.length > limit ? (items.at(-1)!['id'] as string) : null };
}

/** Kysely's plugin has already renamed the columns. */
const rowFromCamel = (noun: Noun, record: Readonly<Record<string, unknown>>): Row =>
  Object.fromEntries(
    storedColumns(noun).map((column) => [column.name, record[column.name] ?? null]),
  ) as unknown as Row;
