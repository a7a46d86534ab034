/* What is true of every module together: the generated documents, and one probe per action over HTTP. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Held } from '#lib/action/need.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import { statesPage } from '#lib/docs/states.ts';
import { actionPaths } from '#lib/http/action-routes.ts';
import { uuidv7 } from '#lib/ids.ts';
import { someone, testApp } from '#lib/testing/app.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { organisationTree } from '#organisations/index.ts';
import { permissionMatrix } from '#people/index.ts';
import { modules } from './modules.ts';

const committed = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../docs', name), 'utf8');

test('docs/permissions.md is the matrix of every role and every action; `npm run docs` writes it', () => {
  expect(committed('permissions.md')).toBe(permissionMatrix(modules));
});
test('docs/states.md is drawn from the declarations; `npm run docs` writes it', () => {
  expect(committed('states.md')).toBe(statesPage(modules));
});
test('no two nouns share a name, a path or a table, and no two roles a name', () => {
  const nouns = modules.flatMap((module) => module.nouns);
  for (const key of ['name', 'path', 'table'] as const)
    expect(new Set(nouns.map((noun) => noun[key])).size).toBe(nouns.length);
  const roles = modules.flatMap((module) => Object.keys(module.roles));
  expect(new Set(roles).size).toBe(roles.length);
});
test('no input field that names a secret or a person is kept in the ledger as it is', () => {
  const telling = /password|phone|idNumber|identity|caller|secret/i;
  const kept = modules.flatMap((module) =>
    module.actions.flatMap((action) =>
      Object.entries(action.input.properties)
        .filter(([name, schema]) => telling.test(name) && (schema as { keep?: string }).keep === undefined)
        .map(([name]) => `${action.noun.name}.${action.name} ${name}`),
    ),
  );
  // An office's own telephone is public.
  expect(kept.filter((each) => !/^(organisation|site|service-window|window)\./.test(each))).toEqual([]);
});

describe('access over HTTP', () => {
  let app: Awaited<ReturnType<typeof testApp>>;
  let server: TestServer;
  const people = new Map<string, Person>([['nobody', someone('无权者')]]);
  beforeAll(async () => {
    app = await testApp(modules, {
      scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
      authenticate: knownPeople(people),
    });
    server = await startTestServer(app);
  });
  afterAll(async () => {
    await server.close();
    await app.close();
  });

  const routes = [...actionPaths(modules.flatMap((module) => module.actions))].map(
    ([action, path]) =>
      [`${action.noun.name}.${action.name}`, `/api${path.replace('{id}', uuidv7())}`, action] as const,
  );

  test.each(routes)('%s is closed to strangers and to people without its role', async (_, path, action) => {
    expect((await server.call('POST', path, { body: {} })).status).toBe(401);
    const answer = await server.call('POST', path, { token: 'nobody', body: {} });
    expect('anyone' in action.may ? [200, 201, 400, 404] : [403]).toContain(answer.status);
  });
  test.each(modules.flatMap((module) => module.nouns).map((noun) => [noun.name, noun] as const))(
    'a list of %s is closed to strangers',
    async (_, noun) => {
      expect((await server.call('GET', `/api/${noun.path}`)).status).toBe(401);
      expect((await server.call('GET', `/api/${noun.path}/${uuidv7()}`)).status).toBe(401);
    },
  );
  test.each(modules.flatMap((module) => module.views).map((view) => [view.name, view] as const))(
    'view %s answers strangers only if it is public',
    async (_, view) => {
      const answer = await server.call('GET', `/api${view.path.replace(/\{\w+\}/g, '2020')}`);
      if (view.may === 'public') expect([200, 400, 404]).toContain(answer.status);
      else expect(answer.status).toBe(401);
    },
  );
});
