import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Held } from '#lib/action/need.ts';
import { permit } from '#lib/action/permission.ts';
import { SYSTEM, flatScopes, type Person, type ScopeTree } from '#lib/action/person.ts';
import { actionPaths } from '#lib/http/action-routes.ts';
import { acting, testApp } from '#lib/testing/app.ts';
import { startTestServer, type TestServer } from '#lib/testing/server.ts';
import { organisationTree } from '#organisations/index.ts';
import { modules } from '#modules.ts';
import { authenticator, permissionMatrix } from './index.ts';
import { SELF, STAFF } from './roles.ts';
import { oneRowEach } from './testing/one-row-each.ts';
import { PASSWORD } from './testing/office.ts';
import { ROW_ID, sampleOf } from './testing/samples.ts';

const file = join(import.meta.dirname, '../../docs/permissions.md');
const nouns = modules.flatMap((module) => module.nouns);
const actions = modules.flatMap((module) => module.actions);
const roles = new Map(modules.flatMap((module) => Object.entries(module.roles)));

// When a right changes on purpose: npx vitest run src/people/access.test.ts -u, and look at the difference.
test('docs/permissions.md says what the declarations say', async () => {
  await expect(permissionMatrix(modules)).toMatchFileSnapshot(file);
});

/** `work-order.dispatch` → title of the role → what the table says. */
function readTable(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const table = new Map<string, ReadonlyMap<string, string>>();
  let head: readonly string[] = [];
  for (const line of (existsSync(file) ? readFileSync(file, 'utf8') : '').split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells[0] === '操作') head = cells;
    const code = /^`([\w.-]+)`$/.exec(cells[1] ?? '')?.[1];
    if (code && head.length === cells.length)
      table.set(code, new Map(head.map((name, n) => [name, cells[n]!])));
    if (cells.length === 0) head = [];
  }
  return table;
}

describe('the permission function and the table', () => {
  const table = readTable();
  const within = (value: string, names: readonly string[]): Record<string, string> =>
    Object.fromEntries(['id', 'number', ...names].map((name) => [name, value]));
  const rights = [
    ...nouns.map((noun) => ({ code: noun.name, noun, may: noun.see })),
    ...actions.map((action) => ({
      code: `${action.noun.name}.${action.name}`,
      noun: action.noun,
      may: action.may,
    })),
  ];

  test('the table has a line for every noun and every action of every module', () => {
    expect([...table.keys()].filter((code) => rights.some((each) => each.code === code)).sort()).toEqual(
      rights.map((each) => each.code).sort(),
    );
  });

  test.each(rights)('$code: every role reaches as far as the table says', ({ code, noun, may }) => {
    const columns = Object.keys(noun.columns);
    for (const [role, { title }] of roles) {
      const said = table.get(code)?.get(title) ?? '';
      const person: Person = { id: 'p', name: '', grants: [{ role, scope: 'here' }] };
      const verdicts = ['here', 'elsewhere'].map((value) =>
        permit(may, person, within(value, columns), flatScopes),
      );
      const expected =
        said === '' ? ['role', 'role'] : said === '全部' ? ['allowed', 'allowed'] : ['allowed', 'scope'];
      expect({ role, verdicts }).toEqual({ role, verdicts: expected });
    }
  });

  test('nobody is allowed anything without a grant', () => {
    const nobody: Person = { id: 'p', name: '', grants: [] };
    for (const { may, noun } of rights)
      expect(permit(may, nobody, within('', Object.keys(noun.columns)), flatScopes)).toBe('role');
  });
});

describe('over HTTP', () => {
  let app: Awaited<ReturnType<typeof testApp>>;
  let server: TestServer;
  let desk: Record<string, string>;
  beforeAll(async () => {
    app = await testApp(modules, {
      scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
      authenticate: authenticator,
    });
    server = await startTestServer(app);
    const person = { account: 'nobody', name: '无权者', grants: [], password: PASSWORD, isDemo: false };
    await acting(app)(SYSTEM, 'account.provision', person);
    const entered = { account: 'nobody', password: PASSWORD };
    const signedIn = await server.call('POST', '/api/session', { body: entered });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    desk = { cookie, origin: server.url, 'x-yichuang': '1' };
    await oneRowEach(app);
  });
  afterAll(async () => {
    await server.close();
    await app.close();
  });

  const paths = actionPaths(actions);
  const probes = actions
    .filter((action) => !action.hidden)
    .map((action) => ({
      name: `${action.noun.name}.${action.name}`,
      path: `/api${paths.get(action)!.replace(/:id|\{id\}/, ROW_ID)}`,
      action,
    }));
  const isFor = (rights: Readonly<Record<string, string>>, role: string): boolean => role in rights;
  const entries = async () => (await app.query('select n from ledger_head', []))[0]!['n'];
  test.each(probes)('$name: 401 without sign-in, 403 without a role', async ({ path, action }) => {
    const body = sampleOf(action.input);
    const before = await entries();
    expect((await server.call('POST', path, { body })).status).toBe(401);
    const { status } = await server.call('POST', path, { body, headers: desk });
    // Who may act on what is theirs has the role: a stranger's row is to them as if it were not there.
    expect(status).toBe(isFor(action.may, SELF) ? 404 : 403);
    expect(await entries()).toBe(before);
  });

  // A list that a module's own view has taken is probed with the views.
  const viewed = new Set(modules.flatMap((module) => module.views.map((view) => view.path)));
  test.each(nouns.filter(({ path }) => !viewed.has(`/${path}`)))(
    'list and detail of $name: 401 without sign-in, 403 without a role',
    async ({ path, see }) => {
      const ask = async (url: string, headers = {}) => (await server.call('GET', url, { headers })).status;
      const [list, detail] = [`/api/${path}`, `/api/${path}/${ROW_ID}`];
      expect([await ask(list), await ask(detail)]).toEqual([401, 401]);
      // Everybody sees what is theirs, and learns nothing of what is not.
      const expected = isFor(see, STAFF) ? [200, 200] : isFor(see, SELF) ? [200, 404] : [403, 403];
      expect([await ask(list, desk), await ask(detail, desk)]).toEqual(expected);
    },
  );

  const views = modules.flatMap((module) => module.views);
  test.each(views)('view $name: open to whom it says', async ({ path, may, query }) => {
    const asked = sampleOf(query) as Readonly<Record<string, string>>;
    const inPath = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(asked[name])));
    const rest = Object.entries(asked).filter(([name]) => !path.includes(`{${name}}`));
    const url = `/api${inPath}?${new URLSearchParams(rest.map(([name, value]) => [name, value])).toString()}`;
    const [stranger, staff] = [
      await server.call('GET', url),
      await server.call('GET', url, { headers: desk }),
    ];
    if (may === 'public') expect([401, 403]).not.toContain(stranger.status);
    else expect(stranger.status).toBe(401);
    if (typeof may === 'object' && !isFor(may, STAFF)) expect(staff.status).toBe(403);
    else expect([401, 403]).not.toContain(staff.status);
  });
});
