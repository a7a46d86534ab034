import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { cases } from '../index.ts';
import { application, DISTRICT, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

const EDUCATION = '区教育局';
let hall: Hall;
let head: Person;
let second: Person;

interface Waiting {
  readonly kind: string;
  readonly id: string;
  readonly caseId: string;
  readonly dueAt: string | null;
}
interface Inbox {
  readonly branches: readonly unknown[];
  readonly cases: readonly unknown[];
  readonly requests: readonly Waiting[];
  readonly connections: readonly unknown[];
}
/** What a view answers to somebody. */
async function asked(name: string, by: Person, query: object = {}): Promise<unknown> {
  const found = cases.views.find((each) => each.name === name)!;
  const { app, now } = hall;
  const told = await found.read({ db: app.db, app, by, now: now(), scopes: app.scopes(), query } as never);
  const { json } = told as { readonly json?: string };
  return json === undefined ? told : JSON.parse(json);
}
const mine = async (by: Person) => (await asked('cases.mine', by)) as Inbox;
/** What waits of this case for somebody: its kind, and by when. */
const waits = async (by: Person, id: string) =>
  (await mine(by)).requests
    .filter(({ caseId }) => caseId === id)
    .map(({ kind, dueAt }) => [kind, dueAt && new Date(dueAt).toISOString()]);

beforeAll(async () => {
  hall = await serviceHall();
  head = someone('局长', ['cases.head', hall.unit(WATER)]);
  second = someone('副首席代表', ['cases.decider', hall.unit(WATER)]);
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const accepted = async (by = hall.clerk): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row;
  await hall.act(by, 'case-file.accept', {}, id);
  return id;
};
const act = (by: Person, verb: string, id: string, input: object = {}) =>
  hall.act(by, `case-file.${verb}`, input as never, id);
const extension = { days: 10, reason: '须等上游来水资料' };
const halting = {
  reason: '继承人尚未确定',
  basis: '行政许可法第七十条',
  noticeNumber: '君水中告〔2020〕1号',
};
// Twenty working days after 11 May are 8 June, ten are the 25th; an office day ends at five.
const [LEGAL, PROMISED] = ['2020-06-08T09:00:00.000Z', '2020-05-25T09:00:00.000Z'];

test('an extension waits for the head of the body until the limit, for nobody else, and no longer than it is asked', async () => {
  const id = await accepted();
  expect((await mine(head)).requests).toEqual([]);
  await act(hall.decider, 'ask-extension', id, extension);
  expect(await waits(head, id)).toEqual([['extension', LEGAL]]);
  expect((await mine(head)).requests[0]).toMatchObject({
    noun: 'case-file',
    itemName: '取水许可',
    reason: extension.reason,
    light: 'green',
    askedAt: '2020-05-11T01:00:00.000Z',
  });
  for (const other of [hall.decider, second, { ...head, id: hall.decider.id }])
    expect(await waits(other, id)).toEqual([]);
  const elsewhere = someone('教育局局长', ['cases.head', hall.unit(EDUCATION)]);
  expect((await mine(elsewhere)).requests).toEqual([]);
  const listed = (await asked('cases.case-files', head, { waiting: 'extension' })) as {
    readonly items: readonly { readonly id: string }[];
  };
  expect(listed.items.map((each) => each.id)).toEqual([id]);
  await act(head, 'decline-extension', id, { reason: '仍可按期作出决定' });
  expect(await waits(head, id)).toEqual([]);
});

test('the head is asked for no opinion and decides no case: neither stands in their tasks', async () => {
  await accepted();
  expect(await mine(head)).toMatchObject({ branches: [], cases: [], connections: [] });
});

test('a suspension waits for every other one who may agree: not who asked, accepted the case, or has an interest in it', async () => {
  const accepter = { ...second, grants: [...second.grants, ...hall.clerk.grants] };
  const id = await accepted(accepter);
  await act(hall.decider, 'ask-suspension', id, { ground: 'law-question', ...halting, until: '2020-06-01' });
  expect(await waits(head, id)).toEqual([['suspend', PROMISED]]);
  expect(await waits(hall.decider, id)).toEqual([]);
  expect(await waits(accepter, id)).toEqual([]);
  const third = someone('第三人', ['cases.decider', hall.unit(WATER)]);
  expect(await waits(third, id)).toEqual([['suspend', PROMISED]]);
  await act(third, 'declare-conflict', id, { reason: '与申请人有亲属关系' });
  expect(await waits(third, id)).toEqual([]);
});

test('a termination and a green channel wait side by side, the nearest day on top', async () => {
  const id = await accepted();
  await act(hall.decider, 'ask-termination', id, { ground: 'heirless', ...halting });
  await act(hall.clerk, 'ask-green', id, { reason: '抗旱保灌', until: '2020-05-20' });
  // Until the last minute of 20 May, here.
  const green = ['green', '2020-05-20T15:59:00.000Z'];
  expect(await waits(head, id)).toEqual([green, ['terminate', PROMISED]]);
  expect(await waits(hall.decider, id)).toEqual([green]);
});

test('a correction waits for a second person, an objection for an answer until the case is decided', async () => {
  const id = await accepted();
  const said = { objector: '乙某', interest: '相邻取水户', statement: '取水影响下游灌溉' };
  await act(hall.clerk, 'object', id, said);
  expect(await waits(hall.decider, id)).toEqual([['objection', PROMISED]]);
  expect((await mine(hall.decider)).cases).toContainEqual(
    expect.objectContaining({ id, openObjections: 1, openConnections: 0 }),
  );
  expect(await waits(head, id)).toEqual([]);
  const [one] = await hall.app.query('select id from case_objection where case_id = $1', [id]);
  const answer = { result: 'dismissed', answer: '论证报告表明下游水量不受影响' };
  await hall.act(hall.decider, 'case-objection.answer', answer, one!['id'] as string);
  await act(hall.decider, 'grant', id);
  await act(hall.sealer, 'issue', id, { resultNumber: '君水许〔2020〕9号' });
  await act(hall.decider, 'correct-decision', id, { reason: '文号有误', resultNumber: '君水许〔2020〕10号' });
  expect(await waits(hall.decider, id)).toEqual([]);
  for (const other of [second, hall.sealer]) expect(await waits(other, id)).toEqual([['correction', null]]);
});

test('a hearing that was asked for waits for its day to be told, within the twenty working days', async () => {
  const id = await accepted();
  const right = { ground: 'law', reason: '取水影响下游用水', noticeNumber: '君水听〔2020〕1号' };
  await act(hall.decider, 'tell-hearing-right', id, right);
  expect(await waits(hall.decider, id)).toEqual([]);
  const [one] = await hall.app.query('select id from hearing where case_id = $1', [id]);
  await hall.act(hall.clerk, 'hearing.ask', { who: 'applicant' }, one!['id'] as string);
  for (const each of [hall.decider, head, hall.approverOf(WATER)])
    expect(await waits(each, id)).toEqual([['hearing', LEGAL]]);
});

test('a firm sees its own open connections with light and day, and those of no other firm', async () => {
  const keeper = someone('机构员', ['organisations.keeper', DISTRICT]);
  const firms: string[] = [];
  for (const name of ['君山自来水公司', '君山燃气公司']) {
    const said = { name, kind: 'utility', region: DISTRICT };
    firms.push((await hall.act(keeper, 'organisation.establish', said)).row.id);
  }
  await hall.app.held.refresh(['organisation']);
  const [water, gas] = firms.map((id, n) => someone(`经办${n}`, ['cases.utility', id])) as [Person, Person];
  await hall.offer('QS-09', { ...waterPermit, name: '公用设施报装' });
  hall.set('2020-05-11T09:00+08:00');
  const { id } = (
    await hall.act(hall.clerk, 'case-file.apply', application('QS-09', { windowType: 'utilities' }))
  ).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  await act(hall.clerk, 'ask-utilities', id, { services: [{ service: 'water', firm: firms[0] }] });
  // Five working days after 11 May: Monday the 18th.
  const open = {
    itemName: '公用设施报装',
    service: 'water',
    state: 'asked',
    dueAt: '2020-05-18T09:00:00.000Z',
  };
  expect(await mine(water)).toMatchObject({ connections: [{ ...open, light: 'green' }], cases: [] });
  expect((await mine(gas)).connections).toEqual([]);
  hall.set('2020-05-19T09:00+08:00');
  expect((await mine(water)).connections).toMatchObject([{ light: 'red' }]);
  const [one] = await hall.app.query('select id from utility_connection where case_id = $1', [id]);
  const unfit = { fit: 'unfit', text: '管网未到' };
  await hall.act(water, 'utility-connection.answer', unfit, one!['id'] as string);
  expect((await mine(water)).connections).toEqual([]);
});
