import type { FastifyInstance } from 'fastify';
import { sql, type RawBuilder } from 'kysely';
import { Type, type TSchema } from 'typebox';
import { openActions, publicRow } from '#lib/action/engine/answer.ts';
import { rowFrom, snake, storedColumns } from '#lib/action/engine/rows.ts';
import type { Noun, Row } from '#lib/action/noun.ts';
import { permit, sight } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { detailSchema, listSchema } from './schemas.ts';
import { signedIn } from './server.ts';
import { validated } from './validate.ts';
import { timelineOf } from './timeline.ts';

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
const listQuery = (noun: Noun): ReturnType<typeof Type.Object> =>
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

type Query = Readonly<Record<string, string | undefined>>;
const and = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  parts.length > 0 ? sql.join([...parts], sql` and `) : sql`true`;

/** Only rows this person may see; null when none at all. */
function withinSight(noun: Noun, by: Person, app: App): RawBuilder<unknown> | null {
  const seen = sight(noun.see, by, app.scopes());
  if (seen === null) return null;
  if (seen === 'all') return sql`true`;
  const parts = [...seen].map(
    ([column, values]) => sql`${sql.ref(snake(column))}::text = any(${values}::text[])`,
  );
  return sql`(${sql.join(parts, sql` or `)})`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (letter) => `\\${letter}`);

function wanted(noun: Noun, query: Query): readonly RawBuilder<unknown>[] {
  const parts = [...new Set(['state', ...noun.filters])]
    .filter((name) => query[name] !== undefined)
    .map((name) => sql`${sql.ref(snake(name))}::text = ${query[name]}`);
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

/** Newest first (ids are made of time), keyset by id; JSON and prose stay in the detail. */
async function list(
  noun: Noun,
  query: Query,
  asked: { readonly by: Person; readonly app: App },
): Promise<unknown> {
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
  >`select ${columns} from ${sql.table(noun.table)} where ${and([seen, ...wanted(noun, query)])} order by id desc limit ${limit + 1}`.execute(
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

/** By id or by public number; unknown and out-of-scope are answered alike. */
export async function getRow(
  noun: Noun,
  key: string,
  asked: { readonly by: Person; readonly app: App },
): Promise<Row> {
  const column = isUuid(key) ? 'id' : 'number';
  const [record] = await asked.app.query(`select * from ${noun.table} where ${column} = $1`, [key]);
  const row = record ? rowFrom(noun, record) : refuse('lib.not-found');
  const verdict = permit(noun.see, asked.by, row, asked.app.scopes());
  if (verdict === 'role') refuse('lib.missing-role', { title: `查看${noun.title}` });
  return verdict === 'allowed' ? row : refuse('lib.not-found');
}

/** `GET /api/{nouns}` and `GET /api/{nouns}/{id}` for every noun, unless a module's view has taken that path. */
export function listRoutes(server: FastifyInstance, app: App, taken: ReadonlySet<string>): void {
  for (const noun of app.nouns) {
    const query = listQuery(noun);
    if (!taken.has(`/${noun.path}`)) {
      server.get(`/api/${noun.path}`, { schema: listSchema(noun, query) }, async (request) =>
        list(noun, validated(query, request.query), { by: await signedIn(app, request), app }),
      );
    }
    if (taken.has(`/${noun.path}/:key`)) continue;
    server.get(`/api/${noun.path}/:key`, { schema: detailSchema(noun) }, async (request) => {
      const by = await signedIn(app, request);
      const row = await getRow(noun, (request.params as { key: string }).key, { by, app });
      const actions = openActions(
        app.actions.filter((action) => action.noun === noun),
        row,
        { by, now: app.now(), scopes: app.scopes() },
      );
      return {
        ...publicRow(noun, row),
        actions: actions.map((action) => action.name),
        timeline: await timelineOf(app, row.id),
      };
    });
  }
}
