import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import type { Person } from '#lib/action/person.ts';
import { cases } from '../index.ts';
import { application, DISTRICT, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

const LAND = '区自然资源局';
const CODE = '2020-430611-76-03-012345';
let hall: Hall;
let project: string;
beforeAll(async () => {
  hall = await serviceHall();
  const see = (department: string, condition: string) => [{ department, conditions: [condition] }];
  await hall.offer('QS-01', { ...waterPermit, surveys: see(WATER, '取水口位置相符') });
  await hall.offer('QS-02', {
    ...waterPermit,
    name: '河道管理范围内建设项目方案审批',
    surveys: [...see(WATER, '不影响行洪'), ...see(LAND, '不占基本农田')],
  });
  project = (await hall.act(hall.clerk, 'project.register', SAID())).row.id;
});
afterAll(() => hall.close());

const SAID = () => ({
  code: CODE,
  name: '柳毅湖泵站改造',
  site: '柳毅湖东岸',
  place: DISTRICT,
  department: hall.unit(LAND),
  investor: '君山水务建设有限公司',
  contactName: '甲某',
  phone: '13800001234',
});
const refused = (code: string) => ({ code: `cases.${code}` });
const accepted = async (item: string): Promise<string> => {
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application(item))).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  return id;
};
const hang = (id: string, stage = 'planning', by = hall.clerk) =>
  hall.act(by, 'case-file.hang-on-project', { project, stage }, id);
const one = async (text: string, ...values: readonly string[]) =>
  (await hall.app.query(text, values))[0] as Readonly<Record<string, string | number | null>>;
const view = async (name: string, query: object, by: Person): Promise<unknown> => {
  const found = cases.views.find((each) => each.name === name)!;
  const { app } = hall;
  const answer = await found.read({
    query,
    by,
    app,
    db: app.db,
    now: app.now(),
    scopes: app.scopes(),
  } as never);
  return answer !== null && typeof answer === 'object' && 'json' in answer
    ? JSON.parse(answer.json as string)
    : answer;
};

describe('a construction project', () => {
  const ids: string[] = [];
  test('stands under its code once', async () => {
    await expect(hall.act(hall.clerk, 'project.register', SAID())).rejects.toMatchObject(
      refused('project-known'),
    );
    const wrong = { ...SAID(), code: '1999-430611-76-03-012345' };
    await expect(hall.act(hall.clerk, 'project.register', wrong)).rejects.toMatchObject(
      refused('project-code'),
    );
    expect(await one('select number, stage, investor from project where id = $1', project)).toEqual({
      number: CODE,
      stage: 'planning',
      investor: '君山水务建设有限公司',
    });
  });

  test('cases hang on a stage of it; by which window they came stays as it was said', async () => {
    ids.push(await accepted('QS-01'), await accepted('QS-02'), await accepted('QS-01'));
    // Two hung at one moment: the project counts both.
    const [first] = await Promise.all([hang(ids[0]!), hang(ids[1]!)]);
    expect(first.row).toMatchObject({ project, projectStage: 'planning', windowType: null });
    expect(await one('select case_count from project where id = $1', project)).toEqual({ case_count: 2 });
    await expect(hang(ids[0]!)).rejects.toMatchObject({ code: 'lib.wrong-state' });
    const unknown = { project: ids[0]!, stage: 'design' };
    await expect(hall.act(hall.clerk, 'case-file.hang-on-project', unknown, ids[2])).rejects.toMatchObject(
      refused('no-project'),
    );
  });

  test('two cases of it share one trip: every case waits, each promise stands still, both go on with the conclusion', async () => {
    const [water, river, other] = ids as [string, string, string];
    await hall.act(hall.clerk, 'case-file.ask-survey', { site: '柳毅湖东岸', reason: '现场核对' }, water);
    const trip = (await one('select id from survey where case_id = $1', water))['id'] as string;
    const join = (id: string) => hall.act(hall.clerk, 'case-file.join-survey', { survey: trip }, id);
    await expect(join(other)).rejects.toMatchObject(refused('survey-of-others'));
    await hall.act(
      hall.clerk,
      'survey.schedule',
      { visitAt: '2020-05-13T09:00+08:00', toldHow: 'phone' },
      trip,
    );
    hall.set('2020-05-12T10:00+08:00');
    // Told on 12 May for 13 May: it stands still for one and five days after, from 12 to 20 May, and the tenth is 3 June.
    expect((await join(river)).row).toMatchObject({
      openSurveys: 1,
      promisedDueAt: '2020-06-03T09:00:00.000Z',
    });
    await expect(join(river)).rejects.toMatchObject(refused('survey-has-case'));
    const units = (await hall.app.query(
      'select id, department, conditions from survey_unit where survey_id = $1 order by id',
      [trip],
    )) as readonly { readonly id: string; readonly department: string; readonly conditions: string[] }[];
    expect(units.map(({ conditions }) => conditions)).toEqual([
      ['取水口位置相符', '不影响行洪'],
      ['不占基本农田'],
    ]);
    hall.set('2020-05-13T10:00+08:00');
    for (const { id, department, conditions } of units) {
      const results = conditions.map((condition) => ({ condition, result: 'met' }));
      const by = hall.approverOf(department === hall.unit(WATER) ? WATER : LAND);
      await hall.act(by, 'survey-unit.record', { results, attendees: ['勘查员甲', '勘查员乙'] }, id);
    }
    for (const id of [water, river])
      await expect(hall.act(hall.decider, 'case-file.grant', {}, id)).rejects.toMatchObject(
        refused('survey-open'),
      );
    await hall.act(hall.decider, 'survey.finish', { conclusion: 'passed', text: '符合' }, trip);
    // The first stood still on 12 and 13 May (told on the 11th, the day of acceptance), the second as well.
    expect(await one('select state, days_given_back from survey where id = $1', trip)).toEqual({
      state: 'passed',
      days_given_back: 4,
    });
    for (const id of [water, river])
      expect(
        await one('select open_surveys, promised_due_at, legal_due_at from case_file where id = $1', id),
      ).toEqual({
        open_surveys: 0,
        promised_due_at: '2020-05-27T09:00:00.000Z',
        legal_due_at: '2020-06-08T09:00:00.000Z',
      });
  });

  test('a stage is finished when all its cases are decided, and takes no more', async () => {
    const finish = () => hall.act(hall.clerk, 'project.finish-stage', {}, project);
    await expect(finish()).rejects.toMatchObject(refused('project-stage-open'));
    await hall.act(hall.decider, 'case-file.grant', {}, ids[0]);
    await hall.takeBack(ids[1]!, '方案另报');
    expect((await finish()).row).toMatchObject({ state: 'open', stage: 'design' });
    await expect(hang(ids[2]!)).rejects.toMatchObject(refused('project-stage-over'));
    await expect(finish()).rejects.toMatchObject(refused('project-stage-empty'));
    await hang(ids[2]!, 'design');
    await hall.act(hall.clerk, 'case-file.take-off-project', { reason: '阶段选错' }, ids[2]);
    await hang(ids[2]!, 'construction');
    const shown = (await view('cases.project-progress', { key: CODE }, hall.clerk)) as {
      readonly stages: readonly object[];
    };
    expect(shown).toMatchObject({
      state: 'open',
      surveys: 1,
      openSurveys: 0,
      stages: [
        {
          title: '立项用地规划许可',
          standing: 'finished',
          cases: [{ stateTitle: '准予' }, { stateTitle: '已撤回' }],
        },
        { standing: 'current', cases: [] },
        { standing: 'ahead', cases: [{ departmentName: WATER }] },
        { standing: 'ahead', window: '竣工验收综合窗口', cases: [] },
      ],
    });
    await expect(view('cases.project-progress', { key: CODE }, hall.approverOf(WATER))).rejects.toMatchObject(
      { code: 'lib.not-found' },
    );
  });
});

test('the case that a shared survey was asked for is withdrawn: the survey goes on for the other', async () => {
  const site = { site: '柳毅湖西岸', reason: '现场核对' };
  const [asking, two] = [await accepted('QS-01'), await accepted('QS-02')];
  await hang(asking, 'construction');
  await hang(two, 'construction');
  await hall.act(hall.clerk, 'case-file.ask-survey', site, asking);
  const trip = (await one('select id from survey where case_id = $1', asking))['id'] as string;
  await hall.act(hall.clerk, 'case-file.join-survey', { survey: trip }, two);
  await hall.takeBack(asking, '合并申请');
  const when = { visitAt: '2020-05-14T09:00+08:00', toldHow: 'phone' };
  await hall.act(hall.clerk, 'survey.schedule', when, trip);
  // Told on 11 May for 14 May: to 21 May, five working days after it; ten from 22 May are 4 June.
  expect(await one('select open_surveys, promised_due_at from case_file where id = $1', two)).toEqual({
    open_surveys: 1,
    promised_due_at: '2020-06-04T09:00:00.000Z',
  });
  await hall.act(hall.clerk, 'survey.cancel', { reason: '改看图纸' }, trip);
  const files = await hall.app.query('select open_surveys from case_file where id = any($1) order by id', [
    [asking, two],
  ]);
  expect(files).toEqual([{ open_surveys: null }, { open_surveys: 0 }]);
  await hall.takeBack(two, '合并申请');
});

describe('a coordination meeting', () => {
  const tasks = () => [
    { department: hall.unit(LAND), task: '出具红线图', dueOn: '2020-05-15' },
    { department: hall.unit(WATER), task: '明确防洪标高', dueOn: '2020-05-20' },
  ];
  const meet = (more = {}) =>
    hall.act(
      hall.clerk,
      'project.meet',
      {
        heldOn: '2020-05-13',
        subject: '泵站用地和防洪',
        departments: [hall.unit(LAND), hall.unit(WATER)],
        decision: '按两阶段报批。',
        tasks: tasks(),
        ...more,
      },
      project,
    );
  const followUps = async () =>
    (await hall.app.query(
      'select id, state, is_in_time from meeting_follow_up order by due_on',
      [],
    )) as readonly Readonly<Record<'id' | 'state' | 'is_in_time', string>>[];

  test('is settled with the last of what it agreed, late or in time', async () => {
    await expect(meet({ heldOn: '2020-05-14' })).rejects.toMatchObject(refused('meeting-ahead'));
    await expect(meet({ heldOn: '2020-05-13', departments: [project] })).rejects.toMatchObject({
      code: 'organisations.no-organisation',
    });
    await meet();
    const [map, level] = await followUps();
    hall.set('2020-05-18T09:00+08:00');
    const overdue = async (by: Person) =>
      ((await view('cases.follow-ups', { overdue: 'true' }, by)) as { readonly items: readonly object[] })
        .items;
    expect(await overdue(hall.approverOf(LAND))).toMatchObject([{ task: '出具红线图' }]);
    expect(await overdue(hall.approverOf(WATER))).toEqual([]);
    const later = (dueOn: string) =>
      hall.act(hall.clerk, 'meeting-follow-up.lengthen', { dueOn, reason: '待测绘' }, level!.id);
    await expect(later('2020-05-20')).rejects.toMatchObject(refused('follow-up-due'));
    await later('2020-05-25');
    const done = (by: Person, id: string) =>
      hall.act(by, 'meeting-follow-up.complete', { note: '已办妥' }, id);
    // Two last ones at one moment settle it exactly once.
    await Promise.all([done(hall.approverOf(LAND), map!.id), done(hall.approverOf(WATER), level!.id)]);
    expect((await followUps()).map(({ is_in_time }) => is_in_time)).toEqual([false, true]);
    expect(await one('select state, settled_at from coordination_meeting')).toEqual({
      state: 'settled',
      settled_at: '2020-05-18T01:00:00.000Z',
    });
    await meet({ tasks: [] });
    expect(await one("select count(*)::int as n from coordination_meeting where state = 'settled'")).toEqual({
      n: 2,
    });
  });

  test('the figures equal plain SQL', async () => {
    hall.set('2020-06-20T09:00+08:00');
    await foldAll(hall.app);
    const figures = new Map(
      (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
    );
    const said = (...names: readonly string[]) => names.map((name) => figures.get(`cases.${name}`));
    const byStage = await one(
      `select count(*) filter (where project_stage = 'planning')::text as planning,
          count(*) filter (where project_stage = 'design')::text as design,
          count(*) filter (where project_stage = 'construction')::text as construction,
          count(*) filter (where project_stage = 'acceptance')::text as acceptance
        from case_file where accepted_at is not null`,
    );
    expect(byStage).toEqual({ planning: '2', design: '0', construction: '3', acceptance: '0' });
    expect(said('project-planning', 'project-design', 'project-construction', 'project-acceptance')).toEqual([
      '2',
      '0',
      '3',
      '0',
    ]);
    expect(
      said('projects-registered', 'projects-completed', 'follow-ups-done', 'follow-ups-in-time-rate'),
    ).toEqual(['1', '0', '2', '0.5']);
    // One trip with two departments: one saved.
    expect(said('surveys-joint', 'survey-trips-saved')).toEqual(['1', '1']);
  });
});
