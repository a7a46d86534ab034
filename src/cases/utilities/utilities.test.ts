import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { application, DISTRICT, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import type { Service } from './words.ts';

const FIRMS = { water: '君山自来水公司', gas: '君山燃气公司', telecom: '君山通信公司' } as const;
type Firm = keyof typeof FIRMS;
const firms = new Map<Firm, string>();
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  const keeper = someone('机构员', ['organisations.keeper', DISTRICT]);
  for (const [service, name] of Object.entries(FIRMS)) {
    const { row } = await hall.act(keeper, 'organisation.establish', {
      name,
      kind: 'utility',
      region: DISTRICT,
    });
    firms.set(service as Firm, row.id);
  }
  await hall.app.held.refresh(['organisation']);
  await hall.offer('QS-01', { ...waterPermit, name: '公用设施报装' });
});
afterAll(() => hall.close());

const refused = (code: string) => ({ code: `cases.${code}` });
const of = (firm: Firm): Person => someone(FIRMS[firm], ['cases.utility', firms.get(firm)!]);
const accepted = async (): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  const { id } = (
    await hall.act(hall.clerk, 'case-file.apply', application('QS-01', { windowType: 'utilities' }))
  ).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  return id;
};
const ask = (id: string, ...services: readonly Firm[]) =>
  hall.act(
    hall.clerk,
    'case-file.ask-utilities',
    { services: services.map((service) => ({ service, firm: firms.get(service) })) },
    id,
  );
const rowOf = async (caseId: string, service: Service) =>
  (
    await hall.app.query(
      'select id, state, due_at, is_promise_kept, working_days_used from utility_connection where case_id = $1 and service = $2',
      [caseId, service],
    )
  )[0] as Readonly<Record<string, string | number | boolean | null>>;
const actAs = async (by: Person, [caseId, firm]: readonly [string, Firm], verb: string, input = {}) => {
  const { id } = await rowOf(caseId, firm);
  return hall.act(by, `utility-connection.${verb}`, input, id as string);
};
const act = (caseId: string, firm: Firm, verb: string, input = {}) =>
  actAs(of(firm), [caseId, firm], verb, input);
const FIT = { fit: 'fit', text: '自东侧管网接入' };

test('one application, three firms, each its own promise; one case of the utilities window, decided after the last', async () => {
  const id = await accepted();
  const department = { services: [{ service: 'water', firm: hall.unit(WATER) }] };
  await expect(hall.act(hall.clerk, 'case-file.ask-utilities', department, id)).rejects.toMatchObject(
    refused('no-utility'),
  );
  expect((await ask(id, 'water', 'gas', 'telecom')).row).toMatchObject({
    windowType: 'utilities',
    openConnections: 3,
  });
  await expect(ask(id, 'gas')).rejects.toMatchObject(refused('utility-twice'));
  // From 11 May: five working days 18 May, three 14 May.
  expect(await rowOf(id, 'water')).toMatchObject({ state: 'asked', due_at: '2020-05-18T09:00:00.000Z' });
  expect(await rowOf(id, 'telecom')).toMatchObject({ due_at: '2020-05-14T09:00:00.000Z' });
  // A firm has nothing to do with what another was asked.
  await expect(actAs(of('water'), [id, 'gas'], 'answer', FIT)).rejects.toMatchObject({
    code: 'lib.not-found',
  });

  await hall.act(hall.clerk, 'case-file.ask-survey', { site: '某小区', reason: '踏勘接入点' }, id);
  const [trip] = await hall.app.query('select id from survey where case_id = $1', [id]);
  const units = (await hall.app.query('select id, department from survey_unit where survey_id = $1', [
    trip!['id'],
  ])) as readonly Readonly<Record<'id' | 'department', string>>[];
  expect(new Set(units.map((each) => each.department))).toEqual(new Set(firms.values()));
  const when = { visitAt: '2020-05-12T09:00+08:00', toldHow: 'phone' };
  await hall.act(hall.clerk, 'survey.schedule', when, trip!['id'] as string);
  hall.set('2020-05-12T11:00+08:00');
  for (const each of units) {
    const [firm] = [...firms].find(([, unit]) => unit === each.department)!;
    const condition = { water: '供水排水接入条件', gas: '燃气接入条件', telecom: '通信接入条件' }[firm];
    const said = { results: [{ condition, result: 'met' }], attendees: ['勘查员甲', '勘查员乙'] };
    await hall.act(of(firm), 'survey-unit.record', said, each.id);
  }
  await hall.act(
    hall.decider,
    'survey.finish',
    { conclusion: 'passed', text: '可接入' },
    trip!['id'] as string,
  );

  for (const firm of ['water', 'gas', 'telecom'] as const) await act(id, firm, 'answer', FIT);
  await act(id, 'water', 'wait', { reason: '用户自建表前管' });
  expect(await rowOf(id, 'water')).toMatchObject({ state: 'waiting', due_at: null });
  hall.set('2020-05-15T10:00+08:00');
  await act(id, 'telecom', 'complete');
  await act(id, 'water', 'go-on');
  // 12–15 May stood still: from 18 May 18, 19, 20, 21, 22 May are the five days.
  expect(await rowOf(id, 'water')).toMatchObject({ state: 'answered', due_at: '2020-05-22T09:00:00.000Z' });
  expect(await rowOf(id, 'telecom')).toMatchObject({
    state: 'done',
    is_promise_kept: false,
    working_days_used: 4,
  });
  await actAs(hall.clerk, [id, 'gas'], 'complete');
  await expect(hall.act(hall.decider, 'case-file.grant', {}, id)).rejects.toMatchObject(
    refused('connections-open'),
  );
  hall.set('2020-05-22T16:00+08:00');
  await act(id, 'water', 'complete');
  expect(await rowOf(id, 'water')).toMatchObject({ is_promise_kept: true, working_days_used: 5 });
  expect((await hall.act(hall.decider, 'case-file.grant', {}, id)).row).toMatchObject({
    state: 'granted',
    openConnections: 0,
  });
});

test('only what is 公用报装 goes to firms, to a firm that does it, within the promise of the setting', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const plain = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row.id;
  await hall.act(hall.clerk, 'case-file.accept', {}, plain);
  await expect(ask(plain, 'water')).rejects.toMatchObject(refused('not-utilities'));
  const id = await accepted();
  const one = (more: object) =>
    hall.act(
      hall.clerk,
      'case-file.ask-utilities',
      { services: [{ service: 'water', firm: firms.get('water'), ...more }] },
      id,
    );
  await expect(one({ firm: firms.get('gas') })).rejects.toMatchObject(refused('utility-other-service'));
  await expect(one({ days: 6, because: '路面开挖' })).rejects.toMatchObject(refused('utility-days'));
  await expect(one({ days: 4 })).rejects.toMatchObject(refused('utility-days'));
  await one({ days: 4, because: '企业承诺提速' });
  // Four working days after Monday 11 May: Friday the 15th. By which window it came stays as it was.
  expect(await rowOf(id, 'water')).toMatchObject({ due_at: '2020-05-15T09:00:00.000Z' });
  await act(id, 'water', 'answer', { fit: 'unfit', text: '周边没有管网' });
  await hall.takeBack(plain, '不再报装');
  await hall.takeBack(id, '不再报装');
});

test('a firm that cannot connect is done with it; a withdrawn case lets the others go', async () => {
  const id = await accepted();
  await ask(id, 'gas', 'water');
  await act(id, 'gas', 'answer', { fit: 'unfit', text: '周边没有管网' });
  expect(await rowOf(id, 'gas')).toMatchObject({ state: 'unfit', is_promise_kept: true });
  await ask(id, 'gas');
  await hall.takeBack(id, '改用瓶装气');
  expect(await rowOf(id, 'water')).toMatchObject({ state: 'released' });
  await expect(act(id, 'water', 'answer', FIT)).rejects.toMatchObject({ code: 'lib.wrong-state' });
});

test('the year counts the case once and each connection with its firm', async () => {
  hall.set('2020-06-20T09:00+08:00');
  await foldAll(hall.app);
  const figures = new Map(
    (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
  );
  const [plain] = await hall.app.query(
    `select (select count(*)::text from case_file where window_type = 'utilities') as cases,
        count(*) filter (where state = 'done')::text as done,
        count(*) filter (where state = 'done' and ended_at <= due_at)::text as kept from utility_connection`,
    [],
  );
  expect(plain).toEqual({ cases: '3', done: '3', kept: '2' });
  const names = ['window-utilities', 'utilities-done', 'utilities-promise-kept'];
  expect(names.map((name) => figures.get(`cases.${name}`))).toEqual(['3', '3', '2']);
});

test('who declares an interest for the firm answers nothing in this case, nor goes along; a colleague does', async () => {
  const id = await accepted();
  await ask(id, 'gas');
  const me = of('gas');
  const mine: readonly [string, Firm] = [id, 'gas'];
  await actAs(me, mine, 'declare-conflict', { ground: 'interest' });
  await expect(actAs(me, mine, 'declare-conflict', { ground: 'interest' })).rejects.toMatchObject({
    code: 'cases.conflict-declared',
  });
  await expect(actAs(me, mine, 'answer', FIT)).rejects.toMatchObject(refused('conflict'));
  const colleague = of('gas');
  await hall.act(hall.clerk, 'case-file.ask-survey', { site: '某小区', reason: '踏勘接入点' }, id);
  const [unit] = await hall.app.query('select id from survey_unit where case_id = $1', [id]);
  const going = unit!['id'] as string;
  const said = { results: [{ condition: '燃气接入条件', result: 'met' }], attendees: ['甲某', '乙某'] };
  await expect(hall.act(me, 'survey-unit.record', said, going)).rejects.toMatchObject(refused('conflict'));
  await hall.act(colleague, 'survey-unit.declare-conflict', { ground: 'relative' }, going);
  await expect(actAs(colleague, mine, 'answer', FIT)).rejects.toMatchObject(refused('conflict'));
  expect((await actAs(of('gas'), mine, 'answer', FIT)).row).toMatchObject({ state: 'answered' });
});
