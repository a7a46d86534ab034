import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteFirstAdministrator } from '../account/first-administrator.ts';
import { openOffice, type Office } from '../testing/office.ts';
import { seedDemoAccounts } from './accounts.ts';
import { demoNames } from './names.ts';
import { demoPassword } from './password.ts';
import { seedDemoTraining } from './training.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('account names are short, and carry the module only where two roles end alike', () => {
  const role = { title: '', scope: 'tenant' } as const;
  const names = ['people.administrator', 'performance.writer', 'finance.reviewer', 'ratings.reviewer'];
  expect([...demoNames(new Map(names.map((name) => [name, role]))).values()]).toEqual([
    'admin',
    'writer',
    'finance-reviewer',
    'ratings-reviewer',
  ]);
});

test('the first administrator gets a link until one is used', async () => {
  const first = (await inviteFirstAdministrator(office.app))!;
  const second = (await inviteFirstAdministrator(office.app))!;
  expect(second).toEqual({
    account: 'admin',
    path: expect.stringMatching(/^\/invitation#[\w-]{43}$/),
    expiresAt: '2026-11-13T01:00:00.000Z', // 72 hours
  });
  const use = (path: string) =>
    office.server.call('POST', '/api/invitation', {
      body: { invitation: path.split('#')[1], password: 'Hehua-manchi-88' },
    });
  expect((await use(first.path)).status).toBe(422);
  expect((await use(second.path)).status).toBe(200);
  expect(await inviteFirstAdministrator(office.app)).toBeNull();
  const who = await office.signIn('admin', 'Hehua-manchi-88');
  expect((who.body['grants'] as unknown as { role: string }[]).map((each) => each.role)).toEqual([
    'people.administrator',
    'system.administrator',
  ]);
});

test('every role has its demo account; another password next time is the one that works', async () => {
  const accounts = await seedDemoAccounts(office.app, 'Zhuzi-huakai-27');
  expect(accounts.map(({ account, role }) => [account, role])).toEqual([
    ['keeper', 'organisations.keeper'],
    ['hall-manager', 'organisations.hall-manager'],
    ['admin', 'people.administrator'],
    ['system', 'system.administrator'],
  ]);
  // The administrator that was there before holds two roles: what is printed is what an account may do.
  expect(accounts.map(({ holds }) => holds.map(({ title }) => title))).toEqual([
    ['机构管理员'],
    ['大厅管理员'],
    ['账号管理员', '系统管理员'],
    ['系统管理员'],
  ]);
  expect((await office.signIn('keeper', 'Zhuzi-huakai-27')).body['person']).toMatchObject({ isDemo: true });
  expect((await office.signIn('admin', 'Zhuzi-huakai-27')).status).toBe(401); // a real account stays its holder's
  office.wait(1000);
  await seedDemoAccounts(office.app, 'another-one-28');
  expect((await office.signIn('keeper', 'another-one-28')).status).toBe(200);
  expect((await office.signIn('keeper', 'Zhuzi-huakai-27')).status).toBe(401);
  const [row] = await office.app.query('select count(*)::int as n from account where is_demo', []);
  expect(row!['n']).toBe(3);
});

test('a random password is kept in a file only its owner reads, and stays the same', () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'yichuang-demo-'));
  try {
    const first = demoPassword({ dataDirectory, demoPassword: undefined });
    expect(first).toMatch(/^[a-zA-Z2-9]{16}$/);
    expect(demoPassword({ dataDirectory, demoPassword: undefined })).toBe(first);
    expect(statSync(join(dataDirectory, 'demo-password')).mode & 0o777).toBe(0o600);
    expect(demoPassword({ dataDirectory, demoPassword: 'as-configured' })).toBe('as-configured');
  } finally {
    rmSync(dataDirectory, { recursive: true });
  }
});

test('demo people of a role are trained once, as long as it holds', async () => {
  const role = 'organisations.keeper';
  expect(await seedDemoTraining(office.app, role)).toBe(1);
  expect(await seedDemoTraining(office.app, role)).toBe(0);
  const [row] = await office.app.query(
    'select passed, valid_until::date - held_on::date as days from training',
    [],
  );
  expect(row).toEqual({ passed: 1, days: 730 });
});
