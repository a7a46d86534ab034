import { afterAll, beforeAll, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
import { MS_PER_DAY, MS_PER_HOUR } from '#lib/time.ts';
import { openOffice, PASSWORD, type Office } from '../testing/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
const refused = (code: string) => expect.objectContaining({ code });
const town = someone('镇管理员', ['people.administrator', '430611101']);
const grant = (id: string, role: string, scope?: string, by = office.administrator) =>
  office.act(by, 'account.grant', { role, ...(scope === undefined ? {} : { scope }) }, id);

test('a new account waits without password and roles, and its phone is sealed and masked', async () => {
  const done = await office.act(office.administrator, 'account.create', {
    account: 'lina',
    name: '李甲',
    phone: '13800001234',
    organisation: office.idOf('审批局'),
  });
  expect(JSON.parse(done.text)).toMatchObject({
    number: 'lina',
    state: 'invited',
    phone: '138****1234',
    grants: [],
  });
  expect(done.text).not.toMatch(/"password"|"link"|formerPasswords/);
  const everything = await office.app.query(
    'select a.phone::text, e.details::text, e.changes::text from account a join ledger_entry e on e.subject = a.id where a.number = $1',
    ['lina'],
  );
  expect(JSON.stringify(everything)).not.toContain('13800001234');
});

test('one name is one account', async () => {
  await office.provision('once');
  await expect(
    office.act(office.administrator, 'account.create', { account: 'once', name: '重名' }),
  ).rejects.toMatchObject(refused('people.account-taken'));
});

test('an administrator of a town opens accounts in the town only', async () => {
  const create = (organisation: string, account: string) =>
    office.act(town, 'account.create', { account, name: '镇上人', organisation: office.idOf(organisation) });
  expect((await create('广兴洲镇人民政府', 'towner')).row.state).toBe('invited');
  await expect(create('审批局', 'outsider')).rejects.toMatchObject(refused('lib.outside-scope'));
  const id = (await create('广兴洲镇人民政府', 'mover')).row.id;
  await expect(
    office.act(town, 'account.amend', { organisation: office.idOf('审批局') }, id),
  ).rejects.toMatchObject(refused('people.beyond-own'));
});

test('roles are granted only as far as the granter reaches, to others, and as they are meant', async () => {
  const id = await office.provision('grantee', [], '广兴洲镇人民政府');
  await expect(grant(id, 'no.role')).rejects.toMatchObject(refused('people.no-role'));
  await expect(grant(id, 'people.self')).rejects.toMatchObject(refused('people.no-role'));
  await expect(grant(id, 'organisations.keeper', '999999')).rejects.toMatchObject(refused('people.no-scope'));
  await expect(grant(id, 'system.administrator', '430611101')).rejects.toMatchObject(
    refused('people.whole-only'),
  );
  await expect(grant(id, 'organisations.keeper', '430611', town)).rejects.toMatchObject(
    refused('people.beyond-own'),
  );
  await expect(grant(id, 'organisations.keeper', undefined, town)).rejects.toMatchObject(
    refused('people.beyond-own'),
  );
  expect((await grant(id, 'organisations.keeper', '430611101', town)).row).toMatchObject({
    grants: [{ role: 'organisations.keeper', scope: '430611101', from: '2026-11-10', until: null }],
  });
  await expect(
    grant(id, 'organisations.keeper', '430611', { ...office.administrator, id }),
  ).rejects.toMatchObject(refused('people.own-account'));
});

test('a granted role works with the next request, a revoked one no longer', async () => {
  const id = await office.provision('worker', [], '审批局');
  const cookie = await office.cookieOf('worker');
  const open = (name: string) =>
    office.server.call('POST', '/api/organisations', {
      body: { name, kind: 'department', region: '430611' },
      headers: office.desk(cookie),
    });
  expect((await open('甲局')).status).toBe(403);
  await grant(id, 'organisations.keeper', '430611');
  expect((await open('甲局')).status).toBe(201);
  await office.act(
    office.administrator,
    'account.revoke',
    { role: 'organisations.keeper', scope: '430611' },
    id,
  );
  expect((await open('乙局')).status).toBe(403);
});

test('a grant ends with its last day', async () => {
  const id = await office.provision('temporary', [], '审批局');
  await office.act(
    office.administrator,
    'account.grant',
    { role: 'organisations.keeper', scope: '430611', until: '2026-11-11' },
    id,
  );
  const roles = async () => (await office.signIn('temporary')).body['grants'];
  expect(await roles()).toHaveLength(1);
  office.wait(MS_PER_DAY); // 11 November, 9:00 in Shanghai
  expect(await roles()).toHaveLength(1);
  office.wait(15 * MS_PER_HOUR); // midnight in Shanghai: the 12th
  expect(await roles()).toHaveLength(0);
});

test.each([
  ['disable', '停用'],
  ['lock', '锁定'],
])('%s ends the sessions at once and says why only to who knows the password', async (verb, word) => {
  const id = await office.provision(`gone-${verb}`, [], '审批局');
  const cookie = await office.cookieOf(`gone-${verb}`);
  expect((await office.whoAmI(cookie)).status).toBe(200);
  await office.act(office.administrator, `account.${verb}`, { reason: '离岗' }, id);
  expect((await office.whoAmI(cookie)).status).toBe(401);
  const right = await office.signIn(`gone-${verb}`);
  expect([right.status, right.body['message']]).toEqual([403, expect.stringContaining(word)]);
  expect((await office.signIn(`gone-${verb}`, 'wrong-wrong')).body['code']).toBe('people.wrong-sign-in');
  const back = verb === 'disable' ? 'enable' : 'unlock';
  await office.act(office.administrator, `account.${back}`, {}, id);
  expect((await office.signIn(`gone-${verb}`)).status).toBe(200);
});

test('the last administrator of everything can neither be disabled nor lose the role', async () => {
  const first = await office.provision('chief', [['people.administrator', '']]);
  await expect(
    office.act(office.administrator, 'account.disable', { reason: '误操作' }, first),
  ).rejects.toMatchObject(refused('people.last-administrator'));
  await expect(
    office.act(office.administrator, 'account.revoke', { role: 'people.administrator' }, first),
  ).rejects.toMatchObject(refused('people.last-administrator'));
  await office.provision('deputy', [['people.administrator', '']]);
  await office.act(office.administrator, 'account.revoke', { role: 'people.administrator' }, first);
});

test('a one-time link sets the first password, once, within three days', async () => {
  await office.provision('office-admin', [['people.administrator', '']]);
  const cookie = await office.cookieOf('office-admin');
  const born = await office.server.call('POST', '/api/accounts', {
    body: { account: 'newcomer', name: '新来者' },
    headers: office.desk(cookie),
  });
  const link = async () =>
    (
      await office.server.call('POST', `/api/accounts/${String(born.body['id'])}/invitation`, {
        headers: office.desk(cookie),
      })
    ).body as unknown as { invitation: string; path: string; account: string };
  const use = (invitation: string, password: string) =>
    office.server.call('POST', '/api/invitation', { body: { invitation, password } });
  const [stale, fresh] = [await link(), await link()];
  expect(fresh).toMatchObject({ account: 'newcomer', path: `/invitation#${fresh.invitation}` });
  expect((await use(stale.invitation, 'Hehua-manchi-88')).body['code']).toBe('people.bad-link');
  expect((await use(fresh.invitation, 'short')).body['code']).toBe('people.weak-password');
  office.wait(73 * MS_PER_HOUR);
  expect((await use(fresh.invitation, 'Hehua-manchi-88')).body['code']).toBe('people.bad-link');
  const again = await office.cookieOf('office-admin');
  const last = (
    await office.server.call('POST', `/api/accounts/${String(born.body['id'])}/invitation`, {
      headers: office.desk(again),
    })
  ).body as unknown as { invitation: string };
  expect((await use(last.invitation, 'Hehua-manchi-88')).status).toBe(200);
  expect((await use(last.invitation, 'Hehua-manchi-99')).body['code']).toBe('people.bad-link');
  expect((await office.signIn('newcomer', 'Hehua-manchi-88')).status).toBe(200);
});

test('a reset ends the old password and the sessions at once; nobody resets the own or a mightier account', async () => {
  const id = await office.provision('forgetful', [['organisations.keeper', '430611']], '广兴洲镇人民政府');
  const cookie = await office.cookieOf('forgetful');
  const digest = 'a'.repeat(64);
  await expect(office.act(town, 'account.reset-password', { link: digest }, id)).rejects.toMatchObject(
    refused('people.beyond-own'),
  );
  await expect(
    office.act({ ...office.administrator, id }, 'account.reset-password', { link: digest }, id),
  ).rejects.toMatchObject(refused('people.own-account'));
  await office.act(office.administrator, 'account.reset-password', { link: digest }, id);
  expect((await office.whoAmI(cookie)).status).toBe(401);
  expect((await office.signIn('forgetful', PASSWORD)).status).toBe(401);
});

test('no password, hash or link reaches the ledger or an answer', async () => {
  const [row] = await office.app.query(
    `select string_agg(details::text || changes::text, '') as all from ledger_entry where noun = 'account'`,
    [],
  );
  const text = row!['all'] as string;
  expect(text).not.toContain('argon2');
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toMatch(/"link"|"password"/);
  const list = await office.server.call('GET', '/api/accounts', {
    headers: { cookie: await office.cookieOf('office-admin') },
  });
  expect(list.status).toBe(200);
  expect(JSON.stringify(list.body)).not.toMatch(/argon2|"password"|"link"|formerPasswords/);
});

test('who administers the district, administers all: the empty scope is within the root division', async () => {
  const district = someone('区管理员', ['people.administrator', '430611']);
  const id = await office.provision('whole', [], '审批局');
  expect((await grant(id, 'system.administrator', '', district)).row).toMatchObject({
    grants: [{ role: 'system.administrator', scope: '' }],
  });
});
