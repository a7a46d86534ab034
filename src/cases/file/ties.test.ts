/* Whoever applies for somebody takes papers in and follows; accepting, deciding, sealing and receiving are others' affair. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mandate } from '#applicants/index.ts';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { cases } from '../index.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import type { CaseFile } from './case-file.ts';
import { JUDGING } from './ties.ts';

const ID = '11010519491231002X';
const OWN = { name: '甲某', idNumber: ID, phone: '13800001234' };
let hall: Hall;
let helper: Person;
let principal: string;
const registrar = someone('登记员', ['applicants.registrar', '']);
const administrator = someone('管理员', ['people.administrator', '']);
const create = async (account: string, name: string, phone?: string): Promise<string> => {
  const said = { account, name, ...(phone === undefined ? {} : { phone }) };
  return (await hall.act(administrator, 'account.create', said)).row.id;
};
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('TY-01', waterPermit);
  await hall.offer('TY-02', {
    name: '取水户登记',
    kind: 'instant',
    legalLimit: { days: 5, unit: 'working' },
    promisedLimit: { days: 0, unit: 'working' },
    materials: [waterPermit.materials![0]!],
  });
  const id = await create('helper', '帮代办员');
  const grants = [
    ...hall.clerk.grants,
    { role: 'cases.decider', scope: hall.unit(WATER) },
    { role: 'cases.sealer', scope: hall.unit(WATER) },
  ];
  helper = { id, name: '帮代办员', grants };
  const own = { name: OWN.name, identityKind: 'resident', identity: ID, isDocumentSeen: true };
  principal = (await hall.act(registrar, 'applicant.register', own)).row.id;
});
afterAll(() => hall.close());

const mandateFor = async (more = {}): Promise<Mandate> => {
  const terms = { extent: 'all', acts: ['apply', 'receive'], startsOn: '2020-05-11', endsOn: '2020-05-20' };
  const input = { principal, helper: helper.id, ...terms, ...more };
  return (await hall.act(registrar, 'mandate.give-at-counter', input as never)).row as Mandate;
};
const act = async (by: Person, name: string, input: object, id?: string) =>
  (await hall.act(by, `case-file.${name}`, input as never, id)).row as CaseFile;
const applied = async (by: Person, more: object = {}) =>
  act(by, 'apply', application('TY-01', { applicant: OWN, ...more }));
const CLIENT = { code: 'cases.own-client' };
let count = 0;
const sealed = async (id: string) => {
  await act(hall.clerk, 'accept', {}, id);
  await act(hall.decider, 'grant', {}, id);
  count += 1;
  return act(hall.sealer, 'issue', { resultNumber: `君水许〔2020〕${count}号` }, id);
};

test('whatever judges a case is an action of it', () => {
  const known = new Set(cases.actions.map(({ noun, name }) => `${noun.name}.${name}`));
  for (const [noun, names] of Object.entries(JUDGING))
    for (const name of names) expect(known).toContain(`${noun}.${name}`);
});

test('a helper takes the papers in and follows, and hands the result to the applicant alone', async () => {
  const { number } = await mandateFor();
  const { id } = await applied(helper, { mandate: number, papers: ['申请书', '水资源论证报告'] });
  await act(helper, 'add-papers', { papers: ['与第三者的协议'] }, id);
  await expect(act(helper, 'accept', {}, id)).rejects.toMatchObject(CLIENT);
  await expect(
    act(helper, 'decline', { ground: 'not-needed', reason: '不属本机关' }, id),
  ).rejects.toMatchObject(CLIENT);
  await act(hall.clerk, 'accept', {}, id);
  await expect(act(helper, 'grant', {}, id)).rejects.toMatchObject(CLIENT);
  await act(hall.decider, 'grant', {}, id);
  const numbered = { resultNumber: '君水许〔2020〕90号' };
  await expect(act(helper, 'issue', numbered, id)).rejects.toMatchObject(CLIENT);
  await act(hall.sealer, 'issue', numbered, id);
  const hands = { code: 'cases.own-hands' };
  const toSelf = { way: 'counter', proof: '帮代办员' };
  await expect(act(helper, 'deliver', toSelf, id)).rejects.toMatchObject(hands);
  await expect(act(helper, 'deliver', { ...toSelf, mandate: number }, id)).rejects.toMatchObject(hands);
  const done = await act(helper, 'deliver', { way: 'counter', proof: '甲某签收' }, id);
  expect(done).toMatchObject({ state: 'completed' });
});

test('who acted in a case is tied to it after the mandate is over too; another clerk goes on', async () => {
  const { id, number } = await mandateFor();
  const other = { ...helper, id: await create('other', '另一窗口员') };
  const own = await applied(helper, { mandate: number });
  expect(own).toMatchObject({ applicant: principal });
  await hall.act(registrar, 'mandate.revoke', { reason: '委托人书面撤销' }, id);
  await expect(act(helper, 'accept', {}, own.id)).rejects.toMatchObject(CLIENT);
  expect(await act(other, 'accept', {}, own.id)).toMatchObject({ state: 'accepted' });
});

test('a helper of the applicant judges no case of theirs, whoever took it in, for an item that the mandate covers', async () => {
  const second = { ...helper, id: await create('second', '第二帮代办员') };
  const { number } = await mandateFor();
  await mandateFor({ helper: second.id, extent: 'listed', items: ['TY-09'] });
  const { id } = await applied(helper, { mandate: number });
  expect(await act(second, 'accept', {}, id)).toMatchObject({ state: 'accepted' });
  await mandateFor({ helper: second.id, extent: 'listed', items: ['TY-01'] });
  await expect(act(second, 'grant', {}, id)).rejects.toMatchObject(CLIENT);
});

test('nor one that the applicant brought in person, known by their document', async () => {
  await mandateFor();
  const { id, applicant } = await applied(hall.clerk);
  expect(applicant).toBeNull();
  await expect(act(helper, 'accept', {}, id)).rejects.toMatchObject(CLIENT);
});

test('an instant item is not done in one go by a helper, nor by a clerk who writes themself down as agent', async () => {
  const { number } = await mandateFor();
  const handle = (by: Person, more: object) =>
    act(by, 'handle', application('TY-02', { papers: ['申请书'], applicant: OWN, ...more }));
  await expect(handle(helper, { mandate: number })).rejects.toMatchObject(CLIENT);
  await expect(
    handle(hall.clerk, { agentName: hall.clerk.name, papers: ['申请书', '授权委托书'] }),
  ).rejects.toMatchObject(CLIENT);
  expect(await handle(hall.clerk, {})).toMatchObject({ state: 'completed' });
});

test('the same of a clerk who applied as agent without a registered mandate', async () => {
  const { id } = await applied(hall.clerk, { agentName: hall.clerk.name });
  await act(hall.clerk, 'add-papers', { papers: ['授权委托书'] }, id);
  await expect(act(hall.clerk, 'accept', {}, id)).rejects.toMatchObject(CLIENT);
});

test('nobody handles their own application', async () => {
  const phone = '13900005678';
  const self = { ...hall.clerk, id: await create('self', '钱多', phone), name: '钱多' };
  const applicant = { ...OWN, name: '钱多', phone };
  const own = { code: 'cases.own-case' };
  const { id } = await applied(self, { applicant });
  await expect(act(self, 'accept', {}, id)).rejects.toMatchObject(own);
  await sealed(id);
  const proof = { way: 'counter', proof: '本人签收' };
  await expect(act(self, 'deliver', proof, id)).rejects.toMatchObject(own);
  await expect(
    act(self, 'handle', application('TY-02', { papers: ['申请书'], applicant })),
  ).rejects.toMatchObject(own);
  // A village clerk's telephone under somebody else's name is that somebody's case.
  const other = await applied(self, { applicant: { ...OWN, phone } });
  expect(other.applicantName).not.toBeNull();
  expect(await act(self, 'accept', {}, other.id)).toMatchObject({ state: 'accepted' });
});
