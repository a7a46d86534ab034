import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Personal } from '#lib/action/column.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { signedIn } from '#lib/http/server.ts';
import { refuse } from '#lib/refusal.ts';
import { instantOf, millis, MS_PER_MINUTE } from '#lib/time.ts';
import { UNMASK } from './unmask.ts';

/** How long after the unmasking the value may be read: long enough to look, too short to come back tomorrow. */
const READABLE = 2 * MS_PER_MINUTE;

interface Asked {
  readonly noun: string;
  readonly id: string;
  readonly field: string;
}

/** Whether this person unmasked this field of this row (`id`) of this noun just now; only the ledger is believed. */
export async function hasUnmasked(
  app: Pick<App, 'query' | 'now'>,
  by: Pick<Person, 'id'>,
  asked: Asked,
): Promise<boolean> {
  const since = instantOf(millis(app.now()) - READABLE);
  const found = await app.query(
    `select 1 from ledger_entry
      where subject = $1 and noun = $2 and action = $3 and person = $4 and recorded_at > $5
        and details ->> 'field' = $6 limit 1`,
    [asked.id, asked.noun, UNMASK, by.id, since, asked.field],
  );
  return found.length > 0;
}

/** The plain value of a personal column; null when it has none, or when retention has destroyed its key. */
async function plainValue(app: App, personal: Personal | null): Promise<string | null> {
  if (personal === null) return null;
  const [key] = await app.query('select wrapped from personal_key where id = $1', [personal.key]);
  return key ? app.suite.open(personal, key['wrapped'] as string) : null;
}

async function read(app: App, request: FastifyRequest): Promise<{ readonly value: string | null }> {
  const by = await signedIn(app, request);
  const { path, key, field } = request.params as { path: string; key: string; field: string };
  const noun = app.nouns.find((each) => each.path === path) ?? refuse('lib.not-found');
  if (noun.columns[field]?.keeping !== 'personal') refuse('lib.not-found');
  const row = await getRow(noun, key, { by, app });
  if (!(await hasUnmasked(app, by, { noun: noun.name, id: row.id, field }))) refuse('people.not-unmasked');
  const stored = (row as unknown as Readonly<Record<string, Personal | null>>)[field] ?? null;
  return { value: await plainValue(app, stored) };
}

/** `GET /api/personal/{nouns}/{id}/{field}` → `{ value }`, after the action `unmask` by the same person. */
export function personalRoutes(server: FastifyInstance, app: App): void {
  const schema = { tags: ['登录'], summary: '读取完整信息（须先办理「查看完整信息」）' };
  server.get('/api/personal/:path/:key/:field', { schema }, (request) => read(app, request));
}
