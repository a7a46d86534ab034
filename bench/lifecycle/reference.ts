/* The reference of `lifecycle`, in a process of its own: the same four steps, list and detail in bare Fastify + pg. */
import fastify from 'fastify';
import { Pool, type PoolClient } from 'pg';
import { uuidv7 } from '#lib/ids.ts';

const [url = '', kind = 'history'] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: 16, options: '-c search_path=bench_reference' });
const PERSON = uuidv7();
type Body = Record<string, unknown>;
const text = { type: 'string', minLength: 1 } as const;
const body = (required: readonly string[], more: object = {}) => ({
  body: {
    type: 'object',
    required,
    additionalProperties: false,
    properties: { ...Object.fromEntries(required.map((name) => [name, text])), ...more },
  },
});

async function inTransaction(work: (client: PoolClient) => Promise<unknown>): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
/** A line of history, as any such server keeps one; `bare` leaves even that out. */
async function remember(client: PoolClient, id: string, step: string, details: object): Promise<void> {
  if (kind === 'bare') return;
  await client.query({
    name: 'remember',
    text: 'insert into plain_history (order_id, at, person, step, details) values ($1, $2, $3, $4, $5)',
    values: [id, new Date(), PERSON, step, details],
  });
}
const step =
  (name: string, from: string, set: string, values: (input: Body) => readonly unknown[]) =>
  (id: string, input: Body): Promise<unknown> =>
    inTransaction(async (client) => {
      const changed = await client.query({
        name,
        text: `update plain_order set version = version + 1, ${set} where id = $1 and state = '${from}' returning *`,
        values: [id, ...values(input)],
      });
      if (changed.rowCount !== 1) throw Object.assign(new Error('conflict'), { statusCode: 409 });
      await remember(client, id, name, input);
      return changed.rows[0];
    });
const dispatch = step(
  'dispatch',
  'registered',
  "state = 'dispatched', handler = $2, dispatched_at = $3, due_at = $4",
  ({ handler }) => [handler, new Date(), new Date(Date.now() + 7 * 86_400_000)],
);
const reply = step(
  'reply',
  'dispatched',
  "state = 'replied', reply = $2, contacted = $3, replied_at = $4",
  (input) => [input['text'], input['contacted'], new Date()],
);
const close = step('close', 'replied', "state = 'closed', closed_at = $2", () => [new Date()]);

const server = fastify();
type Params = { Params: { id: string }; Body: Body };
const caller = { caller: { type: 'object', properties: { name: text, phone: text } } };
server.post<Params>(
  '/api/work-orders',
  { schema: body(['channel', 'type', 'topic', 'place', 'title', 'text'], caller) },
  async ({ body: input }, answer) => {
    const row = await inTransaction(async (client) => {
      const { name, phone } = (input['caller'] ?? {}) as { name?: string; phone?: string };
      const made = await client.query({
        name: 'register',
        text: `insert into plain_order (id, version, state, channel, type, topic, place, title, text, caller_name, caller_phone, registered_at)
               values ($1, 1, 'registered', $2, $3, $4, $5, $6, $7, $8, $9, $10) returning *`,
        values: [
          uuidv7(),
          input['channel'],
          input['type'],
          input['topic'],
          input['place'],
          input['title'],
          input['text'],
          name,
          phone,
          new Date(),
        ],
      });
      await remember(client, made.rows[0].id as string, 'register', { topic: input['topic'] });
      return made.rows[0] as unknown;
    });
    return answer.code(201).send(row);
  },
);
server.post<Params>(
  '/api/work-orders/:id/dispatch',
  { schema: body(['handler']) },
  ({ params, body: input }) => dispatch(params.id, input),
);
server.post<Params>(
  '/api/work-orders/:id/reply',
  { schema: body(['text'], { contacted: { type: 'object' } }) },
  ({ params, body: input }) => reply(params.id, input),
);
server.post<Params>('/api/work-orders/:id/close', ({ params }) => close(params.id, {}));
server.get<{ Querystring: { after?: string } }>('/api/work-orders', async ({ query }) => {
  const { rows } = await pool.query<{ id: string }>(
    query.after === undefined
      ? { name: 'list', text: 'select * from plain_order order by id desc limit 20', values: [] }
      : {
          name: 'list-after',
          text: 'select * from plain_order where id < $1 order by id desc limit 20',
          values: [query.after],
        },
  );
  return { items: rows, next: rows.at(-1)?.id };
});
server.get<Params>('/api/work-orders/:id', async ({ params }) => {
  const { rows } = await pool.query({
    name: 'detail',
    text: 'select * from plain_order where id = $1',
    values: [params.id],
  });
  const history = await pool.query({
    name: 'history',
    text: 'select * from plain_history where order_id = $1 order by id',
    values: [params.id],
  });
  return { ...rows[0], timeline: history.rows };
});
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);
