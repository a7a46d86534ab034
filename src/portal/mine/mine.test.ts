/* The whole sign-in, against a real OpenID provider in the place of the province's. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applicantsOffice, LI, WANG, type ApplicantsOffice } from '#applicants/testing/office.ts';
import { startPlatform, type Platform } from '#applicants/testing/platform.ts';
import { cases } from '#cases/index.ts';
import { catalogue } from '#catalogue/index.ts';
import { runReactions } from '#ledger/loops.ts';
import type { App } from '#lib/app.ts';
import { routes } from '#lib/http/routes.ts';
import { bareServer } from '#lib/http/server.ts';
import { minePages } from './routes.ts';

const li = { sub: 'li', name: LI.name, id_number: LI.identity, auth_level: '2', phone_number: '13800001234' };
const wang = { sub: 'wang', name: WANG.name, id_number: WANG.identity, auth_level: '3' };

let office: ApplicantsOffice;
let server: FastifyInstance;
let platform: Platform;
let url = '';
const noted: string[] = [];

beforeAll(async () => {
  office = await applicantsOffice([catalogue, cases]);
  // A reader of the ledger begins where it first looks.
  await runReactions(office.app);
  const { log } = office.app;
  const note = (event: string, ...facts: readonly unknown[]): void =>
    void noted.push(`${event} ${JSON.stringify(facts)}`);
  const config = {
    ...office.app.config,
    signInIssuer: '',
    signInClient: 'yichuang',
    signInSecret: '',
    publicUrl: '',
  };
  const app: App = { ...office.app, config, log: { ...log, info: note, warn: note, error: note } };
  server = bareServer(app);
  await routes(server, app);
  minePages(server, app, { notice: () => Promise.resolve(null) });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  platform = await startPlatform(url);
  Object.assign(config, {
    publicUrl: url,
    signInIssuer: platform.issuer,
    signInSecret: platform.client.secret,
  });
});
afterAll(async () => {
  await platform.close();
  await server.close();
  await office.close();
});
beforeEach(() => office.wait(30));

let browsers = 0;
/** A browser without JavaScript: it keeps cookies by host and goes where it is led; each at an address of its own. */
function browser() {
  browsers += 1;
  const from = { 'x-forwarded-for': `10.2.0.${browsers}` };
  const jar = new Map<string, Map<string, string>>();
  const ask = async (to: string, init: RequestInit = {}): Promise<Response> => {
    const { origin } = new URL(to);
    const own = jar.get(origin) ?? new Map<string, string>();
    jar.set(origin, own);
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(to, {
      ...init,
      redirect: 'manual',
      headers: { cookie, ...from, ...init.headers },
    });
    for (const each of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = each.split(';')[0]!.split(/=(.*)/s);
      if (value === '') own.delete(name);
      else own.set(name, value);
    }
    return answer;
  };
  const whereTo = (answer: Response, from: string): string =>
    new URL(answer.headers.get('location')!, from).href;
  /** Follows until it stands before a page, or before an address that `until` knows. */
  const go = async (to: string, until: RegExp = /^$/): Promise<{ at: string; answer: Response }> => {
    let at = new URL(to, url).href;
    for (let n = 0; n < 12; n++) {
      if (until.test(at)) return { at, answer: new Response() };
      const answer = await ask(at);
      if (answer.status < 300 || answer.status >= 400) return { at, answer };
      at = whereTo(answer, at);
    }
    throw new Error('led in a circle');
  };
  const post = (path: string, form: Readonly<Record<string, string>> = {}, headers = {}): Promise<Response> =>
    ask(new URL(path, url).href, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, ...headers },
    });
  const api = (method: string, path: string, body?: unknown, headers = {}): Promise<Response> =>
    ask(`${url}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: url, 'x-yichuang': '1', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const cookieOf = (name: string): string | undefined => jar.get(url)?.get(name);
  return { ask, go, post, api, cookieOf };
}
type Browser = ReturnType<typeof browser>;
const CALLBACK = /\/sign-in\/province\/callback/;

async function signedIn(claims: Readonly<Record<string, string>>): Promise<Browser> {
  platform.seat(claims);
  const one = browser();
  const { at, answer } = await one.go('/sign-in/province');
  expect([at, answer.status]).toEqual([`${url}/mine`, 200]);
  return one;
}
/** Goes as far as the way back, which the test then takes by itself. */
async function beforeCallback(claims: Readonly<Record<string, string>> | null, from = '/sign-in/province') {
  platform.seat(claims);
  const one = browser();
  const { at } = await one.go(from, CALLBACK);
  return { one, callback: new URL(at) };
}
const count = async (table: string): Promise<number> =>
  (await office.app.query(`select count(*)::int as n from ${table}`, []))[0]!['n'] as number;
/** A callback that must not let anybody in: the status of its page and what it says. */
async function refused(one: Browser, callback: URL): Promise<readonly [number, string]> {
  const answer = await one.ask(callback.href);
  expect(one.cookieOf('yichuang-applicant')).toBeUndefined();
  return [answer.status, /<h1>([^<]*)<\/h1>/.exec(await answer.text())![1]!];
}

describe('登录', () => {
  test('a citizen signs in with a real name and sees who they are, masked', async () => {
    const one = await signedIn(li);
    const page = await (await one.ask(`${url}/mine`)).text();
    for (const shown of ['李*', '430611********1232', '138********', '中级实名', '省统一身份认证'])
      expect(page).toContain(shown);
    expect(page).not.toMatch(/李某|430611189001011232|13800001234|<script|style=|undefined/);
    const told = (await (await one.api('GET', '/mine')).json()) as Readonly<Record<string, unknown>>;
    expect(told).toMatchObject({ kind: 'person', name: '李*', level: 'middle', verifiedBy: 'province' });
  });

  test('signing in again is the same applicant, and changes nothing when nothing is new', async () => {
    const before = [await count('applicant'), await count('ledger_entry')];
    await signedIn(li);
    expect([await count('applicant'), await count('ledger_entry')]).toEqual(before);
    await signedIn({ ...li, auth_level: '3' });
    expect([await count('applicant'), await count('ledger_entry')]).toEqual([before[0], before[1]! + 1]);
  });

  test('two first sign-ins at one moment make one applicant', async () => {
    const claims = { sub: 'zhao', name: '赵某', id_number: '43061118700707012X', auth_level: '2' };
    const [a, b] = [await beforeCallback(claims), await beforeCallback(claims)];
    const answers = await Promise.all([a.one.ask(a.callback.href), b.one.ask(b.callback.href)]);
    expect(answers.map((each) => each.status)).toEqual([303, 303]);
    const rows = await office.app.query(`select 1 from applicant where identity ->> 'hash' = $1`, [
      office.app.suite.lookUp(claims.id_number, 'identity'),
    ]);
    expect(rows).toHaveLength(1);
  });

  test('the cookie is the browser’s alone, and the database has only its digest', async () => {
    const { one, callback } = await beforeCallback(li);
    const answer = await one.ask(callback.href);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^yichuang-applicant=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/$/),
      'yichuang-sign-in=; HttpOnly; SameSite=Lax; Path=/sign-in; Max-Age=0',
    ]);
    const stored = await office.app.query('select t::text from applicant_session t', []);
    expect(JSON.stringify(stored)).not.toContain(one.cookieOf('yichuang-applicant')!);
  });

  test('it asks with PKCE, and leads only to pages of this site', async () => {
    const one = browser();
    const answer = await one.ask(`${url}/sign-in/province?to=https://evil.example/`);
    const asked = new URL(answer.headers.get('location')!).searchParams;
    expect([asked.get('code_challenge_method'), asked.get('response_type')]).toEqual(['S256', 'code']);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await office.app.query('select * from applicant_sign_in', []))).not.toContain(
      'evil',
    );
    platform.seat(li);
    expect((await browser().go('/sign-in/province?to=/mine/mandates/new')).at).toBe(
      `${url}/mine/mandates/new`,
    );
    expect((await browser().go('/sign-in/province?to=//evil.example/x')).at).toBe(`${url}/mine`);
  });
});

describe('nobody is let in', () => {
  const STALE = '这次登录已失效：时间过长、已经用过，或者同时打开了几个登录页面';
  const NOT_BORNE_OUT = '省统一身份认证平台的答复没有通过核对，没有登录';

  test('with another state, and the true answer still counts after it', async () => {
    const { one, callback } = await beforeCallback(li);
    const forged = new URL(callback);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect(await refused(one, forged)).toEqual([422, STALE]);
    expect((await one.ask(callback.href)).status).toBe(303);
  });

  test('in another browser', async () => {
    const { callback } = await beforeCallback(li);
    expect(await refused(browser(), callback)).toEqual([422, STALE]);
  });

  test('with a token for another nonce', async () => {
    platform.seat(li);
    const one = browser();
    const asked = new URL((await one.ask(`${url}/sign-in/province`)).headers.get('location')!);
    asked.searchParams.set('nonce', 'another');
    const { at } = await one.go(asked.href, CALLBACK);
    expect(await refused(one, new URL(at))).toEqual([422, NOT_BORNE_OUT]);
  });

  test('with a code that is used again', async () => {
    const { one, callback } = await beforeCallback(li);
    expect((await one.ask(callback.href)).status).toBe(303);
    const again = await one.ask(callback.href);
    expect([again.status, (await again.text()).includes(STALE)]).toEqual([422, true]);
    // The same code in a sign-in of one's own: the platform knows it is spent, and for whom it was.
    const other = await beforeCallback(wang);
    other.callback.searchParams.set('code', callback.searchParams.get('code')!);
    expect(await refused(other.one, other.callback)).toEqual([422, NOT_BORNE_OUT]);
  });

  test('with an answer of another issuer', async () => {
    const { one, callback } = await beforeCallback(li);
    callback.searchParams.set('iss', 'https://evil.example');
    expect(await refused(one, callback)).toEqual([422, NOT_BORNE_OUT]);
  });

  test('ten minutes after it was begun', async () => {
    const { one, callback } = await beforeCallback(li);
    office.wait(10);
    expect(await refused(one, callback)).toEqual([422, STALE]);
  });

  test('who cancels there is told so', async () => {
    const { one, callback } = await beforeCallback(null);
    expect(await refused(one, callback)).toEqual([422, '您在省统一身份认证平台取消了登录']);
  });

  test('with too low a level, and no applicant is made', async () => {
    const before = await count('applicant');
    const claims = { sub: 'low', name: '低某', id_number: '430611187712317896', auth_level: '1' };
    const { one, callback } = await beforeCallback(claims);
    const [status, title] = await refused(one, callback);
    expect([status, title]).toEqual([403, '您在省平台的实名等级是「初级实名」，这里需要「中级实名」']);
    expect(await count('applicant')).toBe(before);
  });

  test('to a record that a clerk took down under another name', async () => {
    const typed = { name: '误某', identityKind: 'resident', identity: '430611187712317896' };
    await office.act(office.registrar, 'applicant.register', { ...typed, isDocumentSeen: true });
    const { one, callback } = await beforeCallback({
      ...li,
      name: '低某',
      sub: 'low',
      id_number: typed.identity,
    });
    expect((await refused(one, callback))[0]).toBe(409);
  });

  test('once the applicant is closed, at once', async () => {
    const one = await signedIn({
      sub: 'gone',
      name: '去某',
      id_type: '414',
      id_number: 'P7654321',
      auth_level: '3',
    });
    const [row] = await office.app.query('select id from applicant order by id desc limit 1', []);
    await office.act(office.registrar, 'applicant.close', { reason: '本人申请注销' }, row!['id'] as string);
    expect((await one.ask(`${url}/mine`)).headers.get('location')).toBe('/sign-in');
  });
});

describe('退出与失效', () => {
  test('signing out ends the session and shows the way out of the province’s platform', async () => {
    const one = await signedIn(li);
    const kept = one.cookieOf('yichuang-applicant')!;
    const foreign = await one.post('/sign-out', {}, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    const silent = { 'content-type': 'application/x-www-form-urlencoded' };
    const unsaid = await one.ask(`${url}/sign-out`, { method: 'POST', body: '', headers: silent });
    expect(unsaid.status).toBe(403);
    expect((await one.ask(`${url}/sign-out`)).status).toBe(200);
    expect((await one.ask(`${url}/mine`)).status).toBe(200);
    const page = await (await one.post('/sign-out')).text();
    expect(page).toContain(`${platform.issuer}/session/end?`);
    const again = await fetch(`${url}/mine`, {
      redirect: 'manual',
      headers: { cookie: `yichuang-applicant=${kept}` },
    });
    expect(again.headers.get('location')).toBe('/sign-in');
  });

  test('a session ends after twenty idle minutes, and after eight hours however busy', async () => {
    const idle = await signedIn(li);
    const status = async (one: Browser) => (await one.ask(`${url}/mine`)).status;
    office.wait(19);
    expect(await status(idle)).toBe(200);
    office.wait(20);
    expect(await status(idle)).toBe(303);
    const busy = await signedIn(li);
    for (let n = 0; n < 31; n++) {
      office.wait(15);
      expect(await status(busy)).toBe(200);
    }
    office.wait(15); // 32 × 15 minutes = 8 hours
    expect(await status(busy)).toBe(303);
  });

  test('signing in anew ends the session before', async () => {
    const one = await signedIn(li);
    const before = one.cookieOf('yichuang-applicant')!;
    await one.go('/sign-in/province');
    const cookie = `yichuang-applicant=${before}`;
    expect((await fetch(`${url}/mine`, { redirect: 'manual', headers: { cookie } })).status).toBe(303);
    expect((await one.ask(`${url}/mine`)).status).toBe(200);
  });
});

describe('as a person of the API', () => {
  test('a citizen reaches what is theirs and nothing that is open to any of the staff', async () => {
    const one = await signedIn(li);
    expect((await one.api('GET', '/mine/mandates')).status).toBe(200);
    const closed = [
      '/session',
      '/measures',
      '/settings',
      '/organisation-tree',
      '/applicants',
      '/accounts',
      '/mandates',
    ];
    for (const path of closed)
      expect({ path, status: (await one.api('GET', path)).status }).toEqual({
        path,
        status: expect.toSatisfy((status: number) => status === 401 || status === 403) as number,
      });
    const token = { name: '我的令牌', roles: ['people.staff'], scope: '', days: 1 };
    expect((await one.api('POST', '/tokens', token)).status).toBe(401);
    expect((await one.api('POST', '/applicants/look-up', { identity: WANG.identity })).status).toBe(401);
  });

  test('a change needs our origin and our header; nobody acts on somebody else', async () => {
    const one = await signedIn(li);
    const [mine] = await office.app.query(`select id from applicant where identity ->> 'hash' = $1`, [
      office.app.suite.lookUp(LI.identity, 'identity'),
    ]);
    const path = `/applicants/${String(mine!['id'])}/change-phone`;
    const body = { phone: '13900005678' };
    expect((await one.api('POST', path, body, { 'x-yichuang': '' })).status).toBe(403);
    expect((await one.api('POST', path, body, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await one.api('POST', path, body)).status).toBe(200);
    const other = await signedIn(wang);
    expect([403, 404]).toContain((await other.api('POST', path, body)).status);
    const [entry] = await office.app.query(
      `select person_name from ledger_entry where action = 'change-phone'`,
      [],
    );
    expect(entry!['person_name']).toMatch(/^申请人 SR2026\d{6}$/);
  });
});

describe('委托', () => {
  const filled = {
    agentName: WANG.name,
    agentIdentity: WANG.identity,
    extent: 'all',
    items: 'A01\r\nA02',
    'act-apply': 'on',
    'act-receive': 'on',
    startsOn: '2026-04-01',
    endsOn: '2026-04-30',
  };
  const keyOn = (page: string): string => /name="key" value="([\w-]{22})"/.exec(page)![1]!;
  const pageOf = async (one: Browser, path: string) => (await one.ask(url + path)).text();

  test('a refused form comes back as it was filled in, each fault at its field', async () => {
    const one = await signedIn(li);
    const answer = await one.post('/mine/mandates/new', {
      ...filled,
      extent: '',
      'act-apply': '',
      'act-receive': '',
      agentIdentity: '430611188502284560',
    });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    for (const part of ['href="#extent"', 'href="#acts"', 'value="王某"', '请选择', 'A01\nA02'])
      expect(page).toContain(part);
    const wrong = await one.post('/mine/mandates/new', { ...filled, agentIdentity: '430611188502284560' });
    expect([wrong.status, (await wrong.text()).includes('href="#agentIdentity"')]).toEqual([422, true]);
  });

  test('is given, bound to who signs in by that name and number, seen from both ends, revoked', async () => {
    const giver = await signedIn(li);
    const key = keyOn(await pageOf(giver, '/mine/mandates/new'));
    const [once, twice] = await Promise.all([
      giver.post('/mine/mandates/new', { ...filled, key }),
      giver.post('/mine/mandates/new', { ...filled, key }),
    ]);
    expect([once.status, twice.status]).toEqual([303, 303]);
    expect(await count('mandate')).toBe(1);
    const agent = await signedIn(wang);
    await runReactions(office.app);
    const given = await pageOf(giver, '/mine?done=given');
    for (const part of [
      '委托已生效',
      '委托 王*',
      '2026年4月1日至2026年4月30日',
      '全部事项；提出申请、领取结果',
    ])
      expect(given).toContain(part);
    expect(await pageOf(agent, '/mine')).toContain('受 李* 委托');
    const path = /\/mine\/mandates\/[\w-]{36}\/revoke/.exec(given)![0];
    expect([403, 404]).toContain((await agent.post(path, { sure: 'on' })).status);
    expect((await giver.post(path)).status).toBe(422);
    expect((await giver.post(path, { sure: 'on' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await giver.post(path, { sure: 'on' })).headers.get('location')).toBe('/mine?done=revoked');
    expect(await pageOf(agent, '/mine')).toContain('已撤销');
    expect((await giver.post(path, { sure: 'on' })).status).toBe(409);
  });

  test('is renounced by its agent', async () => {
    const giver = await signedIn(li);
    const input = { ...filled, extent: 'listed', items: ['A01'], acts: ['apply'] };
    const { 'act-apply': _, 'act-receive': __, ...body } = input;
    expect((await giver.api('POST', '/mandates', body)).status).toBe(201);
    await runReactions(office.app);
    const agent = await signedIn(wang);
    const path = /\/mine\/mandates\/[\w-]{36}\/renounce/.exec(await pageOf(agent, '/mine'))![0];
    expect((await agent.post(path, { sure: 'on' })).headers.get('location')).toBe('/mine?done=renounced');
  });

  test('who is no longer signed in loses nothing of the form', async () => {
    const answer = await browser().post('/mine/mandates/new', filled);
    expect([answer.status, (await answer.text()).includes('value="王某"')]).toEqual([401, true]);
    expect((await browser().ask(`${url}/mine/mandates/new`)).headers.get('location')).toBe('/sign-in');
  });
});

test('a breach on record is told to whom it concerns', async () => {
  const one = await signedIn(wang);
  const [row] = await office.app.query(`select id from applicant where identity ->> 'hash' = $1`, [
    office.app.suite.lookUp(WANG.identity, 'identity'),
  ]);
  await office.act(office.keeper, 'breach.record', {
    applicant: row!['id'],
    occurredOn: '2026-03-01',
    reason: '承诺的材料没有补交',
    source: '容缺受理承诺书',
  });
  const page = await (await one.ask(`${url}/mine`)).text();
  expect(page).toContain('承诺的材料没有补交');
  expect(page).toContain('未修复');
});

test('no log line and no entry of the ledger holds what the province told', async () => {
  expect(noted.some((line) => line.startsWith('applicants.sign-in-failed'))).toBe(true);
  const ledger = await office.app.query('select e::text from ledger_entry e', []);
  const text = noted.join('\n') + JSON.stringify(ledger);
  for (const said of [
    '李某',
    '王某',
    '赵某',
    '低某',
    LI.identity,
    WANG.identity,
    '13800001234',
    'code=',
    'P7654321',
  ])
    expect(text).not.toContain(said);
});

test('without a platform the page says so and names the counter', async () => {
  const app: App = { ...office.app };
  const bare = bareServer(app);
  minePages(bare, app, { notice: () => Promise.resolve(null) });
  const { body } = await bare.inject('/sign-in');
  for (const part of ['还没有接通', '政务服务窗口', '凭编号和电话后四位']) expect(body).toContain(part);
  expect(body).not.toContain('/sign-in/province');
  const answer = await bare.inject('/sign-in/province');
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
  expect((await bare.inject('/mine')).headers.location).toBe('/sign-in');
  await bare.close();
});

test('a platform that is away is a page, and is asked again', async () => {
  const config = {
    ...office.app.config,
    publicUrl: url,
    signInIssuer: 'http://127.0.0.1:9',
    signInClient: 'a',
    signInSecret: 'b',
  };
  const app: App = { ...office.app, config, log: { ...office.app.log, warn: () => undefined } };
  const bare = bareServer(app);
  minePages(bare, app, { notice: () => Promise.resolve(null) });
  expect((await bare.inject('/sign-in/province')).statusCode).toBe(503);
  config.signInIssuer = platform.issuer;
  expect((await bare.inject('/sign-in/province')).statusCode).toBe(302);
  await bare.close();
});
