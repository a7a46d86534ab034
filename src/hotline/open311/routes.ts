import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Held } from '#lib/action/need.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { formBodies, type Form } from '#lib/http/forms.ts';
import { validated } from '#lib/http/validate.ts';
import { randomBytesPooled } from '#lib/random.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { formatDay } from '#lib/time.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { settingOf } from '#settings/index.ts';
import { sendLetter } from '../letters/mail.ts';
import { register } from '../order/register.ts';
import { bare, listOf, oneOf, standardErrors } from './answers.ts';
import { askedFor, type Query } from './asked.ts';
import { postedOrder } from './posted.ts';
import { open311 } from './setting.ts';
import { shownRequest, shownService } from './shown.ts';
import { numberOf, tokenFor } from './token.ts';
import { findRequest, listRequests } from './views/requests.ts';
import { listServices } from './views/services.ts';

const PER_MINUTE = 120;
const HIDDEN = { schema: { hide: true } } as const;
const REQUESTS = { plural: 'service_requests', singular: 'request' } as const;
const nameIn = (request: FastifyRequest): string => bare((request.params as { readonly name: string }).name);
const treeOf = (app: App): OrganisationTree =>
  app.held.value(organisationTree as Held<unknown>) as OrganisationTree;

/** One endpoint serves one division; who names another is at the wrong door. */
function refuseElsewhere(app: App, query: Query): void {
  const own = treeOf(app).root?.code ?? '';
  const jurisdiction = query['jurisdiction_id'];
  if (jurisdiction && jurisdiction !== own) refuse('hotline.open311-no-jurisdiction', { jurisdiction, own });
}

/** Whose key it is: a token of ours; null without one. Refuses a key that is none. */
async function holderOf(app: App, key: string | undefined): Promise<Person | null> {
  if (!key) return null;
  const credentials = {
    cookie: undefined,
    origin: undefined,
    host: undefined,
    'x-yichuang': undefined,
    isChange: false,
  };
  const found = await app
    .authenticate({ ...credentials, authorization: `Bearer ${key}` })
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
  return found ?? refuse('hotline.open311-key');
}

function services(server: FastifyInstance, app: App): void {
  for (const end of ['', '.json', '.xml'])
    server.get(`/services${end}`, HIDDEN, async (request, reply) => {
      refuseElsewhere(app, request.query as Query);
      const active = (await listServices(app.db)).filter((each) => each.isActive);
      return listOf(request, reply, { plural: 'services', singular: 'service' })(active.map(shownService));
    });
  server.get('/services/:name', HIDDEN, async (request, reply) => {
    refuseElsewhere(app, request.query as Query);
    const found = (await listServices(app.db)).find((each) => each.isActive && each.code === nameIn(request));
    const { code } = found ?? refuse('hotline.open311-no-service');
    return oneOf(request, reply, 'service_definition')({ service_code: code, attributes: [] });
  });
}

/** Takes a request in: as the holder of the key, or as the public where that is open. Returns its number and a notice. */
async function post(app: App, form: Form, more: { key: string; address: string }) {
  refuseElsewhere(app, form);
  const by = await holderOf(app, form['api_key']);
  if (by === null && !settingOf(app, open311).isOpen) refuse('hotline.open311-key');
  if (by !== null && !hasRole(register.may, by)) refuse('hotline.open311-key');
  const input = postedOrder(form, await listServices(app.db), treeOf(app).root?.code ?? '');
  if (by === null) {
    const sent = await sendLetter(app, { input, ...more, entrance: 'open311' });
    const until = sent.promisedOn === null ? '' : `预计 ${formatDay(sent.promisedOn)}前答复。`;
    return { number: sent.number, notice: `${until}凭编号和查询码 ${sent.code} 查进度` };
  }
  const done = await app.engine.perform({
    action: register,
    by,
    input: validated(register.input, input),
    id: null,
    now: app.now(),
    key: more.key,
    ifMatch: null,
  });
  return { number: done.row.number, notice: '已登记' };
}

function requests(server: FastifyInstance, app: App): void {
  for (const end of ['', '.json', '.xml']) {
    server.post(`/requests${end}`, HIDDEN, async (request, reply) => {
      const given = request.headers['idempotency-key'];
      const key =
        typeof given === 'string' ? given.slice(0, 200) : randomBytesPooled(16).toString('base64url');
      const { number, notice } = await post(app, (request.body ?? {}) as Form, { key, address: request.ip });
      const isLater = settingOf(app, open311).answersWith === 'token';
      const told = isLater ? { token: tokenFor(app.suite, number) } : { service_request_id: number };
      return listOf(
        request,
        reply.code(201),
        REQUESTS,
      )([{ ...told, service_notice: notice, account_id: null }]);
    });
    server.get(`/requests${end}`, HIDDEN, async (request, reply) => {
      const query = request.query as Query;
      refuseElsewhere(app, query);
      const known = await listServices(app.db);
      const asked = askedFor(query, known, app.now());
      const found = asked.isNothing ? [] : await listRequests(app.db, asked);
      const shown = found.map((each) => shownRequest(each, { services: known, tree: treeOf(app) }));
      return listOf(request, reply, REQUESTS)(shown);
    });
  }
  server.get('/requests/:name', HIDDEN, async (request, reply) => {
    const query = request.query as Query;
    refuseElsewhere(app, query);
    const by = await holderOf(app, query['api_key']);
    const found = await findRequest(app.db, nameIn(request), { by, scopes: app.scopes() });
    const shown = shownRequest(found ?? refuse('lib.not-found'), {
      services: await listServices(app.db),
      tree: treeOf(app),
    });
    return listOf(request, reply, REQUESTS)([shown]);
  });
  server.get('/tokens/:name', HIDDEN, (request, reply) => {
    const token = nameIn(request);
    const number = numberOf(app.suite, token) ?? refuse('lib.not-found');
    return listOf(request, reply, REQUESTS)([{ service_request_id: number, token }]);
  });
}

/** GeoReport v2 at `/open311/v2`. Forms are taken here, and so many calls a minute of one address. */
export async function open311Routes(server: FastifyInstance, app: App): Promise<void> {
  await server.register(
    async (scope) => {
      standardErrors(scope, app);
      formBodies(scope);
      await scope.register(rateLimit, {
        max: PER_MINUTE,
        timeWindow: '1 minute',
        errorResponseBuilder: (_request, { ttl }) =>
          new Refusal('lib.too-many', { seconds: Math.ceil(ttl / 1000) }),
      });
      services(scope, app);
      requests(scope, app);
    },
    { prefix: '/open311/v2' },
  );
}
