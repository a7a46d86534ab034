/* Every role of the hotline × every noun and every action of it, on a town and a unit that are not theirs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowFrom } from '#lib/action/engine/plan.ts';
import type { Noun, Row } from '#lib/action/noun.ts';
import type { Held } from '#lib/action/need.ts';
import type { Person } from '#lib/action/person.ts';
import { Refusal } from '#lib/refusal.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { listPage } from '#lib/http/list.ts';
import { someone } from '#lib/testing/app.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { historyOf } from './calls/history-view.ts';
import { hotline } from './index.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from './testing/office.ts';

/** Open to every desk of the hotline on purpose: what may be said to callers, and the taxonomy. Calls to who puts them through. */
const OPEN = ['hotline-topic', 'knowledge-entry', 'knowledge-gap', 'letter-code'];
const WATER = '区水利局';
const CITY = '区城市管理和综合执法局';

let office: HotlineOffice;
let here = '';
let there = '';
const title = '举报某村干部';
const phone = '13611112222';

beforeAll(async () => {
  office = await hotlineOffice();
  const tree = office.app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const towns = [...tree.regions.values()]
    .filter((each) => each.parent === tree.root?.code)
    .map((each) => each.code);
  [here, there] = [towns[0]!, towns[1]!];
  const order = async (more = {}) =>
    (
      await office.act(
        office.agent,
        'work-order.register',
        lampOrder({ place: there, title, caller: { name: '丙某', phone }, ...more }),
      )
    ).row.id;
  const act = (by: Person, name: string, input: object, id: string) =>
    office.act(by, `work-order.${name}`, input as never, id);
  const send = (id: string, handler = WATER, more = {}) =>
    act(office.dispatcher, 'dispatch', { handler: office.unit(handler), ...more }, id);

  const report = await order({ type: 'report' });
  await office.cover(report);
  await send(report, WATER, { assisting: [office.unit(CITY)] });
  await act(office.handlerOf(WATER), 'contact-through-office', { question: '是哪一处？' }, report);
  await act(office.supervisor, 'supervise', { paper: 'urging-notice', text: '请尽快办理。' }, report);
  const ruled = await order();
  await send(ruled);
  await act(office.handlerOf(WATER), 'return', { reason: '不属于本单位职责' }, ruled);
  await act(office.supervisor, 'arbitrate', { handler: office.unit(CITY), reason: '属城管职责' }, ruled);
  const contacted = { at: office.app.now(), how: '电话', withCaller: true };
  const promises = [{ text: '更换灯杆', on: '2020-06-30' }];
  await act(office.handlerOf(CITY), 'reply', { text: '一个月内更换。', contacted, promises }, ruled);
  const { arrivedAt, endedAt } = {
    arrivedAt: '2020-05-11T00:50:00.000Z',
    endedAt: '2020-05-11T00:52:00.000Z',
  };
  await office.act(office.agent, 'call.record', { line: '12345', phone, arrivedAt, endedAt, order: ruled });
});
afterAll(() => office.close());

const scoped = hotline.nouns.filter((noun) => !OPEN.includes(noun.name));
const actions = hotline.actions.filter(
  (each) => each.from !== null && !each.hidden && !OPEN.includes(each.noun.name),
);
/** One row of the noun that belongs to the other town. */
const rowOf = async (noun: Noun): Promise<Row> => {
  const column = noun.name === 'call-back-draw' ? 'id' : 'place';
  const [record] = await office.app.query(
    `select * from ${noun.table} where ${column} = $1 order by id limit 1`,
    [there],
  );
  return rowFrom(noun, record!);
};
const rights = scoped
  .filter((noun) => noun.name !== 'call-back-draw')
  .flatMap((noun) =>
    Object.entries(noun.see).map(([role, column]) => ({
      noun,
      role,
      column,
      name: `${role} sees ${noun.name}`,
    })),
  );
const elsewhere = (role: string): Person =>
  role === 'hotline.handler'
    ? someone('外单位经办人', [role, office.unit('区教育局')])
    : someone('外镇人员', [role, here]);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (fault: unknown) => (fault instanceof Refusal ? fault.code : String(fault)),
  );

test('what is open to anyone of a role is open on purpose', () => {
  const open = [
    ...hotline.nouns.map((noun) => ({ at: noun.name, may: noun.see })),
    ...hotline.actions.map((each) => ({
      at: `${each.noun.name}.${each.name}`,
      may: each.may,
      noun: each.noun.name,
    })),
  ]
    .filter(({ at }) => !OPEN.some((each) => at.startsWith(each)))
    .flatMap(({ at, may }) =>
      Object.entries(may)
        .filter(([, column]) => column === 'anyone')
        .map(([role]) => `${role} ${at}`),
    )
    // Whoever audits the ledger follows every figure to its records, masked, and does nothing to them.
    .filter((each) => !/^ledger\.auditor (?:work-order|promise|call)$/.test(each))
    .filter((each) => !each.startsWith('hotline.citizen ') && !each.startsWith('hotline.switchboard call'));
  expect(open).toEqual([]);
});

describe.each(rights.filter(({ column }) => column !== 'anyone'))('$name', ({ noun, role }) => {
  test('in the other town or unit neither in the list nor by itself', async () => {
    const row = await rowOf(noun);
    const asked = { by: elsewhere(role), app: office.app };
    const { json } = await listPage(noun, {}, asked);
    expect((JSON.parse(json) as { readonly items: unknown }).items).toEqual([]);
    expect(await codeOf(getRow(noun, row.id, asked))).toBe('lib.not-found');
    expect(await codeOf(getRow(noun, row.number, asked))).toBe('lib.not-found');
  });
  test('within the district they see it', async () => {
    const whole = role === 'hotline.handler' ? null : someone('区里的人', [role, '430611']);
    const row = await rowOf(noun);
    if (whole) expect((await getRow(noun, row.id, { by: whole, app: office.app })).id).toBe(row.id);
  });
});

describe.each(
  actions
    .filter((each) => each.noun.name !== 'call-back-draw')
    .flatMap((action) =>
      Object.entries(action.may)
        .filter(([, column]) => column !== 'anyone')
        .map(([role]) => ({ action, role, name: `${role} does ${action.noun.name}.${action.name}` })),
    ),
)('$name', ({ action, role }) => {
  test('on what lies elsewhere it is as if it were not there', async () => {
    const row = await rowOf(action.noun);
    const wish = {
      action,
      id: row.id,
      input: {},
      by: elsewhere(role),
      now: office.app.now(),
      key: null,
      ifMatch: null,
    };
    expect(await codeOf(office.app.engine.perform(wish))).toBe('lib.not-found');
  });
});

test('a caller’s history holds neither orders nor calls of another town', async () => {
  const hash = office.app.suite.lookUp(phone, 'phone');
  const at = (scope: string) => historyOf(office.app, hash, someone('话务员', ['hotline.agent', scope]));
  const [own, other] = [await at(there), await at(here)];
  expect([own.count, own.calls.length]).toEqual([2, 1]);
  expect([other.count, other.open, other.calls]).toEqual([0, 0, []]);
});

test('a call nobody has tied to an order belongs to the desk that took it', async () => {
  const town = someone('镇话务员', ['hotline.agent', here]);
  const { row } = await office.act(town, 'call.arrive', { line: '12345', phone });
  expect(
    await getRow(
      hotline.nouns.find((each) => each.name === 'call')!,
      row.id,
      { by: town, app: office.app },
    ),
  ).toMatchObject({ place: here });
  await expect(office.act(town, 'call.arrive', { line: '12345', phone, place: there })).rejects.toMatchObject(
    { code: 'lib.outside-scope' },
  );
});
