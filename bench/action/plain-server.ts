/* The named reference: the same four steps in bare Fastify + pg. No permissions, ledger, idempotency or clock rules. */
import fastify, { type FastifyInstance } from 'fastify';
import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from '#lib/ids.ts';

const PERSON = uuidv7();
const text = { type: 'string', minLength: 1 } as const;
const body = (...names: readonly string[]) => ({
  body: {
    type: 'object',
    required: names,
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name, text])),
  },
});

/** `history: false` leaves out the line of history: then nothing at all remembers who did what. */
export function plainServer(pool: Pool, options: { readonly history: boolean }): FastifyInstance {
  const server = fastify();
  const inTransaction = async (work: (client: PoolClient) => Promise<unknown>): Promise<unknown> => {
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
  };
  const remember = async (client: PoolClient, id: string, step: string, details: object): Promise<void> => {
    if (!options.history) return;
    await client.query(
      'insert into plain_history (order_id, at, person, step, details) values ($1, $2, $3, $4, $5)',
      [id, new Date(), PERSON, step, details],
    );
  };
  const step =
    (
      name: string,
      from: string,
      set: string,
      values: (input: Record<string, string>) => readonly unknown[],
    ) =>
    async (client: PoolClient, id: string, input: Record<string, string>) => {
      const changed = await client.query(
        `update plain_order set version = version + 1, ${set} where id = $1 and state = '${from}' returning *`,
        [id, ...values(input)],
      );
      if (changed.rowCount !== 1) throw Object.assign(new Error('conflict'), { statusCode: 409 });
      await remember(client, id, name, input);
      return changed.rows[0] as unknown;
    };
  const dispatch = step(
    'dispatch',
    'registered',
    "state = 'dispatched', handler = $2, dispatched_at = $3, due_at = $4, due_because = $5",
    ({ handler }) => [handler, new Date(), new Date(Date.now() + 7 * 86_400_000), '[]'],
  );
  const reply = step('reply', 'dispatched', "state = 'replied', reply = $2", (input) => [input['text']]);
  const close = step('close', 'replied', "state = 'closed', closed_at = $2", () => [new Date()]);
  type Params = { Params: { id: string }; Body: Record<string, string> };
  server.post<Params>(
    '/api/bench-orders',
    { schema: body('region', 'topic', 'title', 'text') },
    async (request, answer) => {
      const { region, topic, title, text: words } = request.body;
      const row = await inTransaction(async (client) => {
        const made = await client.query(
          "insert into plain_order (id, version, state, region, topic, title, text, registered_at) values ($1, 1, 'registered', $2, $3, $4, $5, $6) returning *",
          [uuidv7(), region, topic, title, words, new Date()],
        );
        await remember(client, made.rows[0].id as string, 'register', { region, topic, title });
        return made.rows[0] as unknown;
      });
      return answer.code(201).send(row);
    },
  );
  server.post<Params>('/api/bench-orders/:id/dispatch', { schema: body('handler') }, (request) =>
    inTransaction((client) => dispatch(client, request.params.id, request.body)),
  );
  server.post<Params>('/api/bench-orders/:id/reply', { schema: body('text') }, (request) =>
    inTransaction((client) => reply(client, request.params.id, request.body)),
  );
  server.post<Params>('/api/bench-orders/:id/close', { schema: body('score') }, (request) =>
    inTransaction(async (client) => {
      const row = await close(client, request.params.id, request.body);
      await client.query('insert into plain_rating (id, order_id, score, at) values ($1, $2, $3, $4)', [
        uuidv7(),
        request.params.id,
        request.body['score'],
        new Date(),
      ]);
      return row;
    }),
  );
  return server;
}
