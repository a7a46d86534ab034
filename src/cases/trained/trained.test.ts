import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM, type Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { application, DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';

let hall: Hall;
let administrator: Person;
let trained: Person;
let failed: Person;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  administrator = someone('账号管理员', ['people.administrator', DISTRICT]);
  [trained, failed] = (await Promise.all([accountOf('hege', '合格员'), accountOf('buhege', '补考员')])) as [
    Person,
    Person,
  ];
});
afterAll(() => hall.close());

async function accountOf(account: string, name: string): Promise<Person> {
  const input = { account, name, grants: [], password: 'a-Long-password-9', isDemo: false };
  const { row } = await hall.act(SYSTEM, 'account.provision', input);
  return { ...someone(name, ['cases.clerk', DISTRICT]), id: row.id as Person['id'] };
}
const apply = (by: Person, more: object = {}) =>
  hall.act(by, 'case-file.apply', application('QS-01', { windowType: 'undifferentiated', ...more }));
const accept = async (by: Person, id: string) => hall.act(by, 'case-file.accept', {}, id);
const record = (more: object = {}) =>
  hall.act(administrator, 'training.record', {
    course: '综合窗口受理业务',
    post: 'undifferentiated',
    place: DISTRICT,
    heldOn: '2020-05-12',
    validUntil: '2021-05-11',
    passMark: 60,
    attendees: [
      { account: trained.id, score: 60 },
      { account: failed.id, score: 59 },
    ],
    ...more,
  });
const untrained = { code: 'cases.untrained' };

test('before the first training nobody can have one; from then on a clerk needs a valid one at an undifferentiated window', async () => {
  const early = (await apply(failed)).row.id;
  hall.set('2020-05-12T18:00+08:00');
  const { row } = await record();
  expect(row).toMatchObject({ attended: 2, passed: 1 });
  const taken = (await apply(trained)).row.id;
  await accept(trained, taken);
  await expect(apply(failed)).rejects.toMatchObject(untrained);
  await expect(accept(failed, early)).rejects.toMatchObject(untrained);
  // What the platform sends on came to no window; who accepts it there is asked
  const platform = someone('网办平台', ['cases.platform', DISTRICT]);
  const online = application('QS-01', { windowType: 'undifferentiated' });
  const sent = (await hall.act(platform, 'case-file.apply-online', online)).row;
  expect(sent).toMatchObject({ channel: 'online', windowType: 'undifferentiated', state: 'applied' });
  await hall.act(failed, 'case-file.receive', {}, sent.id);
  await expect(accept(failed, sent.id)).rejects.toMatchObject(untrained);
  // Another window asks nobody
  await apply(failed, { windowType: 'department' });
  // 59 and then 60 of 60
  await hall.act(administrator, 'training.score', { account: failed.id, score: 60, reason: '补考' }, row.id);
  await accept(failed, early);
  // The last day is 11 May 2021
  hall.set('2021-05-11T17:00+08:00');
  await apply(trained);
  hall.set('2021-05-12T09:00+08:00');
  await expect(apply(trained)).rejects.toMatchObject(untrained);
});

test('a training recorded by mistake makes nobody fit; the setting may demand none', async () => {
  const { row } = await record({ heldOn: '2021-05-12', validUntil: '2022-05-11' });
  await apply(trained);
  await hall.act(administrator, 'training.void', { reason: '重复登记' }, row.id);
  await expect(apply(trained)).rejects.toMatchObject(untrained);
  const system = someone('系统管理员', ['system.administrator']);
  const decision = { name: 'cases.training', value: { demand: 'never' }, basis: '试点期间不要求' };
  await hall.act(system, 'setting.change', decision);
  await apply(trained);
});

test('nobody is recorded twice, unknown, before the day, or with an end before the beginning', async () => {
  const refused = (code: string) => ({ code: `people.${code}` });
  const one = { account: trained.id, score: 80 };
  await expect(record({ attendees: [one, one] })).rejects.toMatchObject(refused('attendee-twice'));
  const stranger = { account: '01980000-0000-7000-8000-0000000000aa', score: 80 };
  await expect(record({ attendees: [stranger] })).rejects.toMatchObject(refused('no-attendee'));
  await expect(record({ heldOn: '2021-05-13' })).rejects.toMatchObject(refused('training-ahead'));
  await expect(record({ validUntil: '2020-05-11' })).rejects.toMatchObject(refused('training-ends'));
});
