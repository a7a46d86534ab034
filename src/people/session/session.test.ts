import { afterAll, beforeAll, expect, test } from 'vitest';
import { MS_PER_HOUR, MS_PER_MINUTE } from '#lib/time.ts';
import { openOffice, PASSWORD, type Office } from '../testing/office.ts';
import { digestOf } from '../secrets.ts';
import { begin, end } from './attempts.ts';
import { tidyLoop } from './tidy.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('who signs in gets a cookie and sees who they are and what they may', async () => {
  await office.provision('clerk', [['organisations.keeper', '430611101']], '审批局');
  const answer = await office.signIn('clerk');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^yichuang=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
  );
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  const who = await office.whoAmI(cookie);
  expect(who.body).toEqual({
    person: {
      id: expect.any(String),
      name: '职员clerk',
      account: 'clerk',
      organisation: { id: office.idOf('审批局'), name: '审批局' },
      isDemo: false,
    },
    grants: [
      { role: 'organisations.keeper', title: '机构管理员', scope: '430611101', scopeName: '广兴洲镇' },
    ],
  });
  expect((await office.server.call('GET', '/api/session')).status).toBe(401);
});

test('the database holds no secret of a session', async () => {
  await office.provision('quiet');
  const secret = (await office.cookieOf('quiet')).split('=')[1]!;
  const stored = await office.app.query('select digest from session', []);
  expect(stored.map((row) => row['digest'])).toContain(digestOf(secret));
  expect(JSON.stringify(stored)).not.toContain(secret);
});

test('a wrong password and an unknown account get the very same answer', async () => {
  await office.provision('known');
  const wrong = await office.signIn('known', 'not-the-password');
  const unknown = await office.signIn('nobody-here', 'not-the-password');
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  const strip = (body: Record<string, unknown>) => ({ ...body, request: '' });
  expect(strip(wrong.body)).toEqual(strip(unknown.body));
  expect(wrong.body['code']).toBe('people.wrong-sign-in');
});

test('five failures lock a name for fifteen minutes, known or not, even for the right password', async () => {
  await office.provision('victim');
  for (const name of ['victim', 'phantom']) {
    for (let n = 0; n < 5; n++) expect((await office.signIn(name, 'wrong-wrong')).status).toBe(401);
    const locked = await office.signIn(name);
    expect([locked.status, locked.body['code']]).toEqual([429, 'people.sign-in-locked']);
    expect(locked.body['next']).toContain('15 分钟');
    expect(locked.headers.get('retry-after')).toBe('900');
  }
  office.wait(15 * MS_PER_MINUTE);
  expect((await office.signIn('victim')).status).toBe(200);
});

test('twenty guesses at once are not twenty chances', async () => {
  await office.provision('rushed');
  const answers = await Promise.all(Array.from({ length: 20 }, () => office.signIn('rushed', 'guess-guess')));
  const looked = answers.filter((each) => each.body['code'] === 'people.wrong-sign-in');
  expect(looked.length).toBeLessThanOrEqual(5);
  expect((await office.signIn('rushed', 'guess-guess')).status).not.toBe(200);
  office.wait(31 * MS_PER_MINUTE);
});

test('a success forgets the failures before it', async () => {
  await office.provision('clumsy');
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 4; n++) await office.signIn('clumsy', 'wrong-wrong');
    expect((await office.signIn('clumsy')).status).toBe(200);
    office.wait(MS_PER_MINUTE);
  }
});

test('with a cookie a change needs our origin and our header', async () => {
  await office.provision('changer', [['organisations.keeper', '430611']]);
  const cookie = await office.cookieOf('changer');
  const body = { name: '信访局', kind: 'department', region: '430611' };
  const post = (headers: Record<string, string>) =>
    office.server.call('POST', '/api/organisations', { body, headers });
  expect((await post({ cookie })).body['code']).toBe('people.foreign-origin');
  expect((await post({ ...office.desk(cookie), origin: 'http://evil.example' })).status).toBe(403);
  expect((await post({ cookie, origin: office.server.url })).status).toBe(403);
  expect((await post(office.desk(cookie))).status).toBe(201);
  expect((await office.server.call('GET', '/api/organisations', { headers: { cookie } })).status).toBe(200);
});

test('a foreign page cannot sign anybody in or out', async () => {
  await office.provision('steady');
  const cookie = await office.cookieOf('steady');
  const foreign = { origin: 'http://evil.example', 'x-yichuang': '1' };
  expect((await office.signIn('steady', PASSWORD, foreign)).status).toBe(403);
  expect(
    (await office.server.call('DELETE', '/api/session', { headers: { cookie, ...foreign } })).status,
  ).toBe(403);
  expect((await office.whoAmI(cookie)).status).toBe(200);
});

test('signing out ends the session at once and clears the cookie; doing it again is no fault', async () => {
  await office.provision('leaver');
  const cookie = await office.cookieOf('leaver');
  expect((await office.whoAmI(cookie)).status).toBe(200);
  const out = await office.server.call('DELETE', '/api/session', { headers: office.desk(cookie) });
  expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  expect((await office.whoAmI(cookie)).body['code']).toBe('people.session-ended');
  expect((await office.server.call('DELETE', '/api/session', { headers: office.desk(cookie) })).status).toBe(
    204,
  );
});

test('signing in again ends the session before', async () => {
  await office.provision('twice');
  const first = await office.cookieOf('twice');
  const second = (await office.signIn('twice', PASSWORD, { cookie: first })).headers.get('set-cookie')!;
  expect((await office.whoAmI(first)).status).toBe(401);
  expect((await office.whoAmI(second.split(';')[0]!)).status).toBe(200);
});

test('a session ends after thirty idle minutes, and after twelve hours however busy', async () => {
  await office.provision('idle');
  const idle = await office.cookieOf('idle');
  office.wait(29 * MS_PER_MINUTE);
  expect((await office.whoAmI(idle)).status).toBe(200);
  office.wait(29 * MS_PER_MINUTE);
  expect((await office.whoAmI(idle)).status).toBe(200);
  office.wait(30 * MS_PER_MINUTE);
  expect((await office.whoAmI(idle)).status).toBe(401);

  const busy = await office.cookieOf('idle');
  for (let n = 0; n < 35; n++) {
    office.wait(20 * MS_PER_MINUTE);
    expect((await office.whoAmI(busy)).status).toBe(200);
  }
  office.wait(20 * MS_PER_MINUTE); // 36 × 20 minutes = 12 hours
  expect((await office.whoAmI(busy)).status).toBe(401);
});

test('a changed password ends every session, and wrong guesses at the current one lock', async () => {
  await office.provision('renewer');
  const [here, elsewhere] = [await office.cookieOf('renewer'), await office.cookieOf('renewer')];
  const change = (current: string, password: string) =>
    office.server.call('POST', '/api/session/password', {
      body: { current, password },
      headers: office.desk(here),
    });
  expect((await change(PASSWORD, 'renewer-2026')).body['fields']).toEqual([
    { path: 'password', message: '不能包含账号名' },
  ]);
  expect((await change(PASSWORD, PASSWORD)).body['code']).toBe('people.weak-password');
  expect((await change('wrong-wrong', 'Hehua-manchi-88')).body['code']).toBe('people.wrong-password');
  office.wait(1);
  expect((await change(PASSWORD, 'Hehua-manchi-88')).status).toBe(204);
  expect((await office.whoAmI(here)).status).toBe(401);
  expect((await office.whoAmI(elsewhere)).status).toBe(401);
  expect((await office.signIn('renewer')).status).toBe(401);
  const again = await office.cookieOf('renewer', 'Hehua-manchi-88');
  office.wait(1);
  for (let n = 0; n < 5; n++)
    await office.server.call('POST', '/api/session/password', {
      body: { current: 'wrong-wrong', password: 'Hehua-manchi-99' },
      headers: office.desk(again),
    });
  expect((await office.signIn('renewer', 'Hehua-manchi-88')).status).toBe(429);
});

test('ended sessions are removed, living ones stay', async () => {
  await office.provision('tidy');
  await office.cookieOf('tidy');
  office.wait(13 * MS_PER_HOUR);
  const cookie = await office.cookieOf('tidy');
  await tidyLoop.run(office.app);
  const [row] = await office.app.query('select count(*)::int as n from session', []);
  expect(row!['n']).toBe(1);
  expect((await office.whoAmI(cookie)).status).toBe(200);
});

test('malformed input is refused at its fields', async () => {
  const bad = await office.server.call('POST', '/api/session', { body: { account: 7, colour: 'red' } });
  expect(bad.status).toBe(400);
  expect(bad.body['fields']).toEqual(
    expect.arrayContaining([
      { path: 'account', message: '应填写文字' },
      { path: 'password', message: '必填' },
      { path: 'colour', message: '没有这一项，请删去' },
    ]),
  );
});

test('an address that failed fifty times in fifteen minutes is told to wait, other addresses are not', async () => {
  await office.provision('neighbour');
  const from = { 'x-forwarded-for': '10.9.9.9' };
  const { query, now } = office.app;
  for (let n = 0; n < 50; n++) {
    const attempt = await begin(query, { nameHash: `hash${n}`, address: '10.9.9.9', at: now() });
    await end(query, attempt, 'failed');
  }
  const refused = await office.signIn('neighbour', PASSWORD, from);
  expect([refused.status, refused.body['code']]).toEqual([429, 'lib.too-many']);
  expect(refused.headers.get('retry-after')).toBe('900');
  expect((await office.signIn('neighbour')).status).toBe(200);
});

test('more than sixty attempts a minute from one address are refused in the usual shape', async () => {
  const from = { 'x-forwarded-for': '10.9.9.8' };
  const answers = await Promise.all(
    Array.from({ length: 61 }, () => office.server.call('POST', '/api/session', { body: {}, headers: from })),
  );
  expect(answers.filter((each) => each.status === 400)).toHaveLength(60);
  const limited = answers.find((each) => each.status === 429)!;
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(limited.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect(limited.body).toMatchObject({
    code: 'lib.too-many',
    message: '操作过于频繁',
    fields: [],
  });
});
