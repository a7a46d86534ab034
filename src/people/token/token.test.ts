import { afterAll, beforeAll, expect, test } from 'vitest';
import { MS_PER_DAY } from '#lib/time.ts';
import { openOffice, type Office } from '../testing/office.ts';
import { digestOf } from '../secrets.ts';
import { issueToken } from './issue-token.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
const open = (token: string, name: string, region = '430611') =>
  office.server.call('POST', '/api/organisations', { token, body: { name, kind: 'department', region } });

test('a token of the command line acts as a person of its own, within its roles and scope', async () => {
  const issued = await issueToken(office.app, {
    roles: ['organisations.keeper'],
    scope: '430611101',
    days: 7,
  });
  expect(issued).toEqual({
    token: expect.stringMatching(/^yc_[\w-]{43}$/),
    person: expect.any(String),
    roles: ['organisations.keeper'],
    scope: '430611101',
    expiresAt: '2026-11-17T01:00:00.000Z',
  });
  expect((await open(issued.token, '镇站所', '430611101')).status).toBe(201);
  expect((await open(issued.token, '区局')).status).toBe(403);
  const [entry] = await office.app.query(
    `select person, person_name from ledger_entry where action = 'establish' order by seq desc limit 1`,
    [],
  );
  expect(entry).toEqual({ person: issued.person, person_name: expect.stringMatching(/^令牌 LP2026\d{6}$/) });
  const [stored] = await office.app.query('select digest from token where id = $1', [issued.person]);
  expect(stored!['digest']).toBe(digestOf(issued.token));
});

test('a scope may be said by code, number, name or short name of an organisation', async () => {
  const id = office.idOf('审批局');
  const number = office.tree.organisations.get(id)!.number;
  for (const scope of [id, number, '审批局'])
    expect((await issueToken(office.app, { roles: ['organisations.keeper'], scope, days: 1 })).scope).toBe(
      id,
    );
  const wrong = { roles: ['organisations.keeper'], scope: '没有的局', days: 1 };
  await expect(issueToken(office.app, wrong)).rejects.toMatchObject({ code: 'people.no-scope' });
  const role = { roles: ['nobody.at-all'], scope: '', days: 1 };
  await expect(issueToken(office.app, role)).rejects.toMatchObject({ code: 'people.no-role' });
});

test('a token ends on its day, when revoked, and when it is no token', async () => {
  const wanted = { roles: ['organisations.keeper'], scope: '430611', days: 1 };
  const issued = await issueToken(office.app, wanted);
  expect((await office.server.call('GET', '/api/session', { token: issued.token })).status).toBe(200);
  await office.act(office.administrator, 'token.revoke', {}, issued.person);
  const after = await office.server.call('GET', '/api/session', { token: issued.token });
  expect([after.status, after.body['code']]).toEqual([401, 'people.bad-token']);
  const short = await issueToken(office.app, wanted);
  office.wait(MS_PER_DAY);
  expect((await office.server.call('GET', '/api/session', { token: short.token })).status).toBe(401);
  for (const authorization of ['Bearer nonsense', 'Basic YTpi', 'Bearer', ''])
    expect((await office.server.call('GET', '/api/session', { headers: { authorization } })).status).toBe(
      401,
    );
});

test('a person issues no token beyond themselves, and it loses what they lose', async () => {
  const id = await office.provision('maker', [['organisations.keeper', '430611101']], '审批局');
  const cookie = await office.cookieOf('maker');
  const issue = (roles: readonly string[], scope: string) =>
    office.server.call('POST', '/api/tokens', {
      body: { name: '同步程序', roles, scope, days: 30 },
      headers: office.desk(cookie),
    });
  expect((await issue(['organisations.keeper'], '430611')).body['code']).toBe('people.beyond-own');
  expect((await issue(['people.administrator'], '430611101')).status).toBe(403);
  const answer = await issue(['organisations.keeper'], '430611101');
  expect([answer.status, answer.body['person']]).toEqual([201, id]);
  const token = String(answer.body['token']);
  expect((await open(token, '甲所', '430611101')).status).toBe(201);
  expect(
    (
      await office.server.call('POST', '/api/tokens', {
        token,
        body: { name: '再签', roles: ['organisations.keeper'], scope: '430611101', days: 1 },
      })
    ).status,
  ).toBe(403);
  await office.act(
    office.administrator,
    'account.revoke',
    { role: 'organisations.keeper', scope: '430611101' },
    id,
  );
  expect((await open(token, '乙所', '430611101')).status).toBe(403);
  await office.act(office.administrator, 'account.lock', { reason: '可疑' }, id);
  expect((await open(token, '丙所', '430611101')).status).toBe(401);
});
