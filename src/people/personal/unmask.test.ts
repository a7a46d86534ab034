import { afterAll, beforeAll, expect, test } from 'vitest';
import { MS_PER_MINUTE } from '#lib/time.ts';
import { openOffice, type Office } from '../testing/office.ts';

let office: Office;
let id: string;
beforeAll(async () => {
  office = await openOffice();
  await office.provision('curious', [['people.administrator', '']]);
  await office.provision('other', [['people.administrator', '']]);
  const { row } = await office.act(office.administrator, 'account.create', {
    account: 'subject',
    name: '被查者',
    phone: '13900005678',
  });
  id = row.id;
});
afterAll(() => office.close());

test('a phone is shown in full only after an action with a reason, to the same person, for two minutes', async () => {
  const [mine, theirs] = [await office.cookieOf('curious'), await office.cookieOf('other')];
  const read = (cookie: string, field = 'phone') =>
    office.server.call('GET', `/api/personal/accounts/${id}/${field}`, { headers: { cookie } });
  expect((await read(mine)).body['code']).toBe('people.not-unmasked');
  const unmask = (reason: string) =>
    office.server.call('POST', `/api/accounts/${id}/unmask`, {
      body: { field: 'phone', reason },
      headers: office.desk(mine),
    });
  expect((await unmask('')).status).toBe(400);
  const done = await unmask('核对值班联系方式');
  expect([done.status, done.body['phone']]).toEqual([200, '139****5678']);
  expect((await read(mine)).body).toEqual({ value: '13900005678' });
  expect((await read(theirs)).status).toBe(403);
  expect((await read(mine, 'name')).status).toBe(404);
  office.wait(2 * MS_PER_MINUTE);
  expect((await read(mine)).status).toBe(403);
  const [entry] = await office.app.query(
    `select person_name, details from ledger_entry where action = 'unmask'`,
    [],
  );
  expect(entry).toEqual({
    person_name: '职员curious',
    details: { field: 'phone', reason: '核对值班联系方式' },
  });
});

test('a destroyed key leaves nothing to show', async () => {
  const cookie = await office.cookieOf('curious');
  await office.server.call('POST', `/api/accounts/${id}/unmask`, {
    body: { field: 'phone', reason: '再次核对' },
    headers: office.desk(cookie),
  });
  await office.app.query('delete from personal_key where owner = $1', [id]);
  const answer = await office.server.call('GET', `/api/personal/accounts/${id}/phone`, {
    headers: { cookie },
  });
  expect(answer.body).toEqual({ value: null });
});
