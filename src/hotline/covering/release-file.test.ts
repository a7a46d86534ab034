import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { startTestServer, type TestServer } from '#lib/testing/server.ts';
import { DISTRICT, hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';

const WATER = '区水利局';
const CITY = '区城市管理和综合执法局';
const NAME = '欧阳锋的举报信.txt';
let office: HotlineOffice;
let server: TestServer;
beforeAll(async () => {
  office = await hotlineOffice();
  const { agent, dispatcher, supervisor, gateway, handlerOf, signedIn } = office;
  const auditor = someone('审计员', ['ledger.auditor']);
  const archivist = someone('档案员', ['documents.archivist']);
  const elsewhere = someone('外区话务员', ['hotline.agent', '430602']);
  const colleague = { ...handlerOf(WATER), id: handlerOf(CITY).id, name: '同事' };
  const everybody = { agent, dispatcher, supervisor, gateway, auditor, archivist, elsewhere, colleague };
  const units = { water: handlerOf(WATER), city: handlerOf(CITY) };
  for (const [token, person] of Object.entries({ ...everybody, ...units }))
    signedIn.set(token, { ...person, grants: [...person.grants, { role: 'people.staff', scope: '' }] });
  server = await startTestServer(office.app);
});
afterAll(async () => {
  await server.close();
  await office.close();
});

type Listed = { readonly id: string; readonly name: string | null; readonly opens: boolean };
async function send(token: string, subjectNoun: string, subject: string, name = NAME): Promise<Response> {
  const form = new FormData();
  form.set('subjectNoun', subjectNoun);
  form.set('subject', subject);
  form.set('file', new Blob(['我叫欧阳锋，住在柳林洲']), name);
  const headers = { authorization: `Bearer ${token}` };
  return fetch(`${server.url}/api/attachments`, { method: 'POST', body: form, headers });
}
async function bring(token: string, subject: string, name = NAME, noun = 'work-order'): Promise<string> {
  const answer = await send(token, noun, subject, name);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as Listed).id;
}
const opened = async (token: string, id: string): Promise<number> =>
  (await server.call('GET', `/api/attachments/${id}/content`, { token })).status;
const listed = async (token: string, subject: string): Promise<readonly Listed[]> =>
  (await server.call('GET', `/api/attachments?subjectNoun=work-order&subject=${subject}`, { token })).body[
    'items'
  ] as readonly Listed[];
const register = async (more: object = {}): Promise<string> =>
  (await office.act(office.agent, 'work-order.register', lampOrder({ ...more }))).row.id;
const dispatch = (id: string) =>
  office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(WATER) }, id);
const release = (by: Person, id: string, file: string, isChecked = true) =>
  office.act(by, 'work-order.release-file', { file, isChecked }, id);

test('what came with a report is opened by the hotline office alone, and its name is told to nobody else', async () => {
  const id = await register({ type: 'report', place: DISTRICT });
  const file = await bring('agent', id);
  await office.cover(id);
  await dispatch(id);
  for (const token of ['agent', 'supervisor']) {
    expect(await opened(token, file)).toBe(200);
    expect(await listed(token, id)).toMatchObject([{ name: NAME, opens: true }]);
  }
  for (const token of ['water', 'dispatcher', 'gateway', 'archivist'])
    expect(await opened(token, file)).toBe(403);
  for (const token of ['city', 'auditor', 'elsewhere'])
    expect([403, 404]).toContain(await opened(token, file));
  for (const token of ['water', 'dispatcher', 'gateway', 'auditor', 'archivist']) {
    expect(await listed(token, id)).toMatchObject([{ name: null, opens: false }]);
    const one = await server.call('GET', `/api/attachments/${file}`, { token });
    expect(JSON.stringify(one.body)).not.toContain('欧阳锋');
  }
});

test('let through by an officer who has looked, it is the unit’s to open; another’s file is none of this order', async () => {
  const id = await register({ type: 'report' });
  const file = await bring('agent', id, '现场照片说明.txt');
  await office.cover(id);
  await dispatch(id);
  const refused = (code: string) => ({ code: `hotline.${code}` });
  await expect(release(office.agent, id, file, false)).rejects.toMatchObject(refused('file-unchecked'));
  await expect(release(office.handlerOf(WATER), id, file)).rejects.toMatchObject({
    code: 'lib.missing-role',
  });
  const other = await register({ type: 'report', title: '另一件' });
  await expect(release(office.agent, other, file)).rejects.toMatchObject(refused('no-such-file'));
  await release(office.supervisor, id, file);
  expect(await opened('water', file)).toBe(200);
  expect(await opened('city', file)).toBe(404);
  expect(await listed('water', id)).toMatchObject([{ name: '现场照片说明.txt', opens: true }]);
});

test('what a unit found itself stays its own, also when the caller asks for confidence later', async () => {
  const id = await register();
  const said = await bring('agent', id);
  await dispatch(id);
  const found = await bring('water', id, '修好的路灯.txt');
  expect(await opened('colleague', said)).toBe(200);
  await office.act(office.agent, 'work-order.keep-confidential', { reason: '来电人要求' }, id);
  expect(await opened('colleague', said)).toBe(403);
  expect(await opened('colleague', found)).toBe(200);
  expect(await listed('water', id)).toMatchObject([
    { id: said, opens: false },
    { id: found, opens: true },
  ]);
});

test('what hangs on an order takes no files; a unit that assists brings its own and opens nobody else’s', async () => {
  const id = await register({ type: 'report' });
  await office.cover(id);
  const units = { handler: office.unit(WATER), assisting: [office.unit(CITY)] };
  await office.act(office.dispatcher, 'work-order.dispatch', units, id);
  await office.act(
    office.handlerOf(WATER),
    'work-order.contact-through-office',
    { question: '哪一处？' },
    id,
  );
  const idOf = async (table: string): Promise<string> =>
    (await office.app.query(`select id from ${table} where order_id = $1`, [id]))[0]!['id'] as string;
  for (const [noun, table] of [
    ['relay', 'relay'],
    ['protected-caller', 'protected_caller'],
  ] as const) {
    const answer = await send('agent', noun, await idOf(table));
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      422,
      'documents.holds-none',
    ]);
  }
  const help = await idOf('assistance');
  const own = await bring('city', help, '协办照片.txt', 'assistance');
  const told = await bring('dispatcher', help, NAME, 'assistance');
  expect([await opened('city', own), await opened('supervisor', own)]).toEqual([200, 200]);
  expect([await opened('city', told), await opened('supervisor', told)]).toEqual([403, 200]);
  for (const token of ['water', 'elsewhere']) expect([403, 404]).toContain(await opened(token, told));
  expect(await opened('archivist', told)).toBe(403);
});

test('an ordinary order’s files are read by whoever reads the order', async () => {
  const id = await register();
  const file = await bring('agent', id, '照片.txt');
  await dispatch(id);
  for (const token of ['agent', 'dispatcher', 'water']) expect(await opened(token, file)).toBe(200);
});
