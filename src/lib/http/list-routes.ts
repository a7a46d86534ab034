import type { FastifyInstance } from 'fastify';
import { openActions, publicRow } from '#lib/action/engine/answer.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { Noun, Row } from '#lib/action/noun.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import { actionsOf, type App } from '#lib/app.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { sentOf } from '#lib/view.ts';
import { listPage, listQuery } from './list.ts';
import { detailSchema, listSchema } from './schemas.ts';
import { sendJson, anybodySignedIn } from './server.ts';
import { validated } from './validate.ts';
import { readTimeline, tellTimeline } from './timeline.ts';
import { toldRow, type RowKey } from './told-rows.ts';

interface Asked {
  readonly by: Person;
  readonly app: App;
}
const keyOf = (key: string): RowKey => (isUuid(key) ? 'id' : 'number');

/** The row that was found; unknown and out of scope are answered alike. */
function seenRow(noun: Noun, record: Readonly<Record<string, unknown>> | undefined, { by, app }: Asked): Row {
  if (!record) return refuse('lib.not-found');
  const row = readRow(noun, record);
  const verdict = permit(noun.see, by, row, app.scopes());
  if (verdict === 'role') refuse('lib.missing-role', { title: `查看${noun.title}` });
  return verdict === 'allowed' ? row : refuse('lib.not-found');
}

/** By id or by public number. */
export async function getRow(noun: Noun, key: string, asked: Asked): Promise<Row> {
  const [record] = await asked.app.query(selectRows(noun, `where r.${keyOf(key)} = $1`), [key]);
  return seenRow(noun, record, asked);
}

/** The detail of a row as JSON: its columns, what the asker may do with it, and its history. */
export async function detailOf(noun: Noun, key: string, { by, app }: Asked): Promise<string> {
  const record = await toldRow(app.query, noun, keyOf(key))(key);
  const row = seenRow(noun, record, { by, app });
  const open = { by, now: app.now(), scopes: app.scopes() };
  return JSON.stringify({
    ...publicRow(noun, row),
    actions: openActions(actionsOf(app, noun.name), row, open).map((action) => action.name),
    timeline: await tellTimeline(readTimeline(app, record!['timeline']), { noun, row }, { by, app }),
  });
}

/** `GET /api/{nouns}` and `GET /api/{nouns}/{id}` for every noun, unless a module's view has taken that path. */
export function listRoutes(server: FastifyInstance, app: App, taken: ReadonlySet<string>): void {
  for (const noun of app.nouns) {
    const query = listQuery(noun);
    if (!taken.has(`/${noun.path}`)) {
      server.get(`/api/${noun.path}`, { schema: listSchema(noun, query) }, async (request, reply) =>
        sendJson(
          reply,
          sentOf(
            await listPage(noun, validated(query, request.query), {
              by: await anybodySignedIn(app, request),
              app,
            }),
          ),
        ),
      );
    }
    if (taken.has(`/${noun.path}/:key`)) continue;
    server.get(`/api/${noun.path}/:key`, { schema: detailSchema(noun) }, async (request, reply) => {
      const by = await anybodySignedIn(app, request);
      return sendJson(reply, await detailOf(noun, (request.params as { key: string }).key, { by, app }));
    });
  }
}
