import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Person } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { Password } from '../fields.ts';
import { SELF } from '../roles.ts';
import { digestOf, newSecret } from '../secrets.ts';
import { described, limitRate, refuseForeignPage } from '../session/routes.ts';
import { attempting, forgive } from '../session/sign-in.ts';
import { account, type Account } from './account.ts';
import { invitationPath } from './invitation.ts';

const Acceptance = Type.Object({
  invitation: Type.String({ title: '链接中的口令', minLength: 20, maxLength: 100 }),
  password: Password('新密码'),
});
const Change = Type.Object({ current: Password('当前密码'), password: Password('新密码') });

interface Doing {
  readonly verb: string;
  readonly id: string;
  readonly by: Person;
  readonly input: Readonly<Record<string, unknown>>;
}
const perform = (app: App, { verb, id, by, input }: Doing) =>
  app.engine.perform({
    action: getAction(app, 'account', verb),
    id,
    input,
    by,
    now: app.now(),
    key: null,
    ifMatch: null,
  });

/** A link for an account that waits, or a fresh start for one that forgot its password. The secret is told once. */
async function invite(app: App, request: FastifyRequest): Promise<unknown> {
  const by = await signedIn(app, request);
  const { key } = request.params as { key: string };
  const row = (await getRow(account, key, { by, app })) as Account;
  const secret = newSecret();
  const verb = row.state === 'invited' ? 'invite' : 'reset-password';
  const done = await perform(app, { verb, id: row.id, by, input: { link: digestOf(secret) } });
  const { number, linkEndsAt } = done.row as Account;
  return { account: number, invitation: secret, path: invitationPath(secret), endsAt: linkEndsAt as Instant };
}

async function accept(app: App, request: FastifyRequest): Promise<{ readonly account: string }> {
  refuseForeignPage(request);
  const { invitation, password } = validated<{ invitation: string; password: string }>(
    Acceptance,
    request.body ?? {},
  );
  const link = digestOf(invitation);
  const [row] = await app.query('select id, number, name from account where link = $1', [link]);
  const found = row as { id: string; number: string; name: string } | undefined;
  const { id, number, name } = found ?? refuse('people.bad-link');
  const by: Person = { id, name, grants: [{ role: SELF, scope: id }] };
  await perform(app, { verb: 'set-first-password', id, by, input: { link, password } });
  // Holding the link proves more than a password: it also ends the lock that failures have brought.
  await forgive(app, { name: number, address: request.ip });
  return { account: number };
}

async function change(app: App, by: Person, address: string, input: { current: string; password: string }) {
  const [row] = await app.query('select number from account where id = $1', [by.id]);
  const name = (row?.['number'] ?? refuse('lib.not-found')) as string;
  await attempting(app, { name, address }, async (fail) => {
    try {
      await perform(app, { verb: 'change-password', id: by.id, by, input });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'people.wrong-password') await fail();
      throw error;
    }
  });
}

/** Links and passwords: what may not pass through an ordinary action, because its answer or its input is secret. */
export function accountRoutes(server: FastifyInstance, app: App): void {
  server.post('/api/accounts/:key/invitation', described('发送启用链接或重置密码'), (request) =>
    invite(app, request),
  );
  void server.register(async (scope) => {
    await limitRate(scope);
    scope.post('/api/invitation', described('用链接设置密码', Acceptance), (request) => accept(app, request));
    scope.post('/api/session/password', described('修改密码', Change), async (request, reply) => {
      const by = await signedIn(app, request);
      await change(app, by, request.ip, validated(Change, request.body ?? {}));
      return reply.code(204).send();
    });
  });
}
