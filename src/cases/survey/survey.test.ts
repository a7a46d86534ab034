import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import type { Person } from '#lib/action/person.ts';
import { withClient } from '#lib/db/index.ts';
import { someone } from '#lib/testing/app.ts';
import { cases } from '../index.ts';
import { caseRules } from '../rules.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import { record as recordAction } from './record.ts';

const LAND = '区自然资源局';
const [PLACE_RIGHT, METER, LAND_FREE] = ['取水口位置相符', '计量设施已装', '不占基本农田'] as const;

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', {
    ...waterPermit,
    steps: [
      { stage: 1, department: WATER, task: '技术审查', days: 5 },
      { stage: 1, department: LAND, task: '用地审查', days: 5 },
    ],
    surveys: [
      { department: WATER, conditions: [PLACE_RIGHT, METER] },
      { department: LAND, conditions: [LAND_FREE] },
    ],
  });
  await hall.offer('QS-03', {
    ...waterPermit,
    surveys: [{ department: WATER, conditions: ['取水口位置'] }],
  });
  await hall.offer('QS-02', { ...waterPermit, name: '河道管理范围内建设项目方案审批' });
});
afterAll(() => hall.close());

const water = (): Person => hall.approverOf(WATER);
const land = (): Person => hall.approverOf(LAND);
const refused = (code: string) => ({ code: `cases.${code}` });

type Row = Readonly<Record<string, string | number | boolean | null>>;
const accepted = async (item = 'QS-01'): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application(item))).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  return id;
};
const WISH = { site: '柳毅湖取水口', reason: '核对取水口位置和计量设施' };
const asked = async (caseId: string, wish = WISH, by = hall.clerk): Promise<string> => {
  await hall.act(by, 'case-file.ask-survey', wish, caseId);
  const [row] = await hall.app.query('select id from survey where case_id = $1 order by id desc', [caseId]);
  return row!['id'] as string;
};
const told = (visitAt: string) => ({ visitAt, toldHow: 'phone', meetingPoint: '柳毅湖东门' });
const on = (survey: string, action: string, input: object = {}, by = hall.clerk) =>
  hall.act(by, `survey.${action}`, input as Row, survey);
const unitsOf = async (survey: string) =>
  (await hall.app.query('select id, state, department, visited_at from survey_unit where survey_id = $1', [
    survey,
  ])) as readonly Readonly<Record<'id' | 'state' | 'department' | 'visited_at', string>>[];
const unitOf = async (survey: string, name: string): Promise<string> =>
  (await unitsOf(survey)).find((each) => each.department === hall.unit(name))!.id;
const fileOf = async (id: string): Promise<Row> =>
  (
    await hall.app.query(
      'select state, open_surveys, is_survey_passed, legal_due_at, promised_due_at from case_file where id = $1',
      [id],
    )
  )[0] as Row;
const rowOf = async (id: string): Promise<Row> =>
  (await hall.app.query('select * from survey where id = $1', [id]))[0] as Row;

const found = (results: Readonly<Record<string, 'met' | 'unmet' | 'not-applicable'>>, note?: string) => ({
  results: Object.entries(results).map(([condition, result]) => ({
    condition,
    result,
    ...(result === 'unmet' && note !== undefined ? { note } : {}),
  })),
  attendees: ['勘查员甲', '勘查员乙'],
});
const record = async (survey: string, name: string, said: ReturnType<typeof found>) =>
  hall.act(name === WATER ? water() : land(), 'survey-unit.record', said, await unitOf(survey, name));
const recordBoth = async (survey: string): Promise<void> => {
  await record(survey, WATER, found({ [PLACE_RIGHT]: 'met', [METER]: 'met' }));
  await record(survey, LAND, found({ [LAND_FREE]: 'not-applicable', 四至范围: 'met' }));
};
const finish = (survey: string, conclusion: string, more = {}) =>
  on(survey, 'finish', { conclusion, text: '现场情况与申请一致', ...more }, hall.decider);
const grant = (id: string) => hall.act(hall.decider, 'case-file.grant', {}, id);

test('what the item says must be seen is not granted unseen; one person alone has not seen it', async () => {
  const id = await accepted('QS-03');
  await expect(grant(id)).rejects.toMatchObject(refused('survey-needed'));
  const { row } = await hall.act(
    hall.clerk,
    'case-file.ask-survey',
    { site: '取水口', reason: '核对取水口' },
    id,
  );
  expect(row).toMatchObject({ openSurveys: 1 });
  await expect(grant(id)).rejects.toMatchObject(refused('survey-open'));
  const went = (...attendees: string[]) =>
    Value.Check(recordAction.input, { results: [{ condition: '取水口位置', result: 'met' }], attendees });
  expect([went('勘查员甲'), went('勘查员甲', '勘查员甲'), went('勘查员甲', '勘查员乙')]).toEqual([
    false,
    false,
    true,
  ]);
});

describe('two departments in parallel with a survey between', () => {
  test('both go once; nothing is decided before the conclusion; the promise stands still from the day told, the law’s limit does not', async () => {
    const id = await accepted();
    const survey = await asked(id);
    expect(await unitsOf(survey)).toMatchObject([{ state: 'going' }, { state: 'going' }]);
    // Asked, but no day told: both clocks run.
    expect(await fileOf(id)).toMatchObject({
      open_surveys: 1,
      promised_due_at: '2020-05-25T09:00:00.000Z',
      legal_due_at: '2020-06-08T09:00:00.000Z',
    });
    hall.set('2020-05-13T10:00+08:00');
    await expect(record(survey, WATER, found({}))).rejects.toMatchObject(refused('survey-unscheduled'));
    await expect(on(survey, 'schedule', told('2020-05-13T09:00+08:00'))).rejects.toMatchObject(
      refused('survey-past'),
    );
    await on(survey, 'schedule', told('2020-05-18T15:00+08:00'));
    // At the most to 25 May, five working days after the visit: 13–15, 18–22, 25 May; nine days after 25 May are 5 June.
    expect(await fileOf(id)).toMatchObject({
      promised_due_at: '2020-06-05T09:00:00.000Z',
      legal_due_at: '2020-06-08T09:00:00.000Z',
    });
    await on(survey, 'reschedule', { ...told('2020-05-19T09:30+08:00'), reason: '暴雨' });
    const consents: (() => Promise<unknown>)[] = [];
    for (const [department, by] of [
      [WATER, water()],
      [LAND, land()],
    ] as const) {
      const [row] = await hall.app.query(
        'select id from case_branch where case_id = $1 and department = $2',
        [id, hall.unit(department)],
      );
      consents.push(() => hall.act(by, 'case-branch.agree', { opinion: '同意。' }, row!['id'] as string));
    }
    for (const agree of consents) await expect(agree()).rejects.toMatchObject(refused('branch-unseen'));
    await expect(grant(id)).rejects.toMatchObject(refused('survey-open'));
    await expect(recordBoth(survey)).rejects.toMatchObject(refused('survey-not-yet'));

    hall.set('2020-05-19T11:00+08:00');
    await expect(record(survey, WATER, found({ [PLACE_RIGHT]: 'met' }))).rejects.toMatchObject(
      refused('survey-unanswered'),
    );
    await expect(finish(survey, 'passed')).rejects.toMatchObject({ code: 'lib.wrong-state' });
    const both = { [PLACE_RIGHT]: 'met', [METER]: 'met' } as const;
    // Of two last departments at one moment exactly one holds the survey.
    await Promise.all([
      record(survey, WATER, found(both)),
      record(survey, LAND, found({ [LAND_FREE]: 'met' })),
    ]);
    expect(await rowOf(survey)).toMatchObject({
      state: 'held',
      held_at: '2020-05-19T01:30:00.000Z',
      is_joint: true,
      rounds: 1,
      reschedules: 1,
    });
    await expect(grant(id)).rejects.toMatchObject(refused('survey-open'));
    for (const agree of consents) await agree();

    hall.set('2020-05-20T16:00+08:00');
    await finish(survey, 'passed');
    // 13, 14, 15, 18, 19 and 20 May stood still: six days, and from 25 May 26–29 May, 1 and 2 June.
    expect(await rowOf(survey)).toMatchObject({ state: 'passed', days_given_back: 6 });
    expect(await fileOf(id)).toMatchObject({
      open_surveys: 0,
      is_survey_passed: true,
      promised_due_at: '2020-06-02T09:00:00.000Z',
      legal_due_at: '2020-06-08T09:00:00.000Z',
    });
    expect((await grant(id)).row).toMatchObject({ state: 'granted', isOnTime: true, isPromiseKept: true });
  });

  test('something not met is not passed over: put right by a day, looked at again by who found it, then failed or passed', async () => {
    const id = await accepted();
    const survey = await asked(id);
    await on(survey, 'schedule', told('2020-05-12T09:00+08:00'));
    hall.set('2020-05-12T10:00+08:00');
    await expect(
      record(survey, WATER, found({ [PLACE_RIGHT]: 'met', [METER]: 'unmet' })),
    ).rejects.toMatchObject(refused('survey-bare'));
    await record(survey, WATER, found({ [PLACE_RIGHT]: 'met', [METER]: 'unmet' }, '没有装表'));
    await record(survey, LAND, found({ [LAND_FREE]: 'met' }));
    await expect(finish(survey, 'passed')).rejects.toMatchObject(refused('survey-unmet'));
    await expect(finish(survey, 'putting-right')).rejects.toMatchObject(refused('survey-no-day'));
    await finish(survey, 'putting-right', { putRightBy: '2020-05-20' });
    // Five working days after 20 May are 27 May; ten from 28 May are 10 June.
    expect(await fileOf(id)).toMatchObject({ open_surveys: 1, promised_due_at: '2020-06-10T09:00:00.000Z' });
    await expect(finish(survey, 'passed')).rejects.toMatchObject(refused('survey-unmet'));
    await expect(finish(survey, 'failed')).rejects.toMatchObject(refused('not-late-yet'));
    await on(survey, 'hold-again', told('2020-05-15T09:00+08:00'));
    // Looked at again sooner, it stands still to 22 May: ten from 25 May are 5 June.
    expect(await fileOf(id)).toMatchObject({ promised_due_at: '2020-06-05T09:00:00.000Z' });
    const going = (await unitsOf(survey)).filter(({ state }) => state === 'going');
    expect(going.map(({ department }) => department)).toEqual([hall.unit(WATER)]);
    hall.set('2020-05-15T17:30+08:00');
    await record(survey, WATER, found({ [PLACE_RIGHT]: 'met', [METER]: 'unmet' }, '仍没有装表'));
    expect(await rowOf(survey)).toMatchObject({ rounds: 2, held_at: '2020-05-12T01:00:00.000Z' });
    await finish(survey, 'failed');
    expect(await fileOf(id)).toMatchObject({ open_surveys: 0, is_survey_passed: false });
    for (const each of await hall.app.query('select id, department from case_branch where case_id = $1', [
      id,
    ])) {
      const isWater = each['department'] === hall.unit(WATER);
      const answer = (name: string) =>
        hall.act(
          isWater ? water() : land(),
          `case-branch.${name}`,
          { opinion: '见记录。' },
          each['id'] as string,
        );
      // Who found it not met cannot consent; the other can.
      if (isWater) await expect(answer('agree')).rejects.toMatchObject(refused('branch-unmet'));
      await answer(isWater ? 'object' : 'agree');
    }
    await expect(grant(id)).rejects.toMatchObject(refused('survey-failed'));
  });

  test('a hearing and a survey at once are one standstill of the promise; what the hearing spared is not given back twice', async () => {
    const id = await accepted();
    const survey = await asked(id);
    hall.set('2020-05-13T10:00+08:00');
    const hearing = { kind: 'hearing', reason: '重大公共利益', noticeNumber: '听告1号', estimatedDays: 3 };
    await hall.act(hall.decider, 'case-file.begin-procedure', hearing, id);
    hall.set('2020-05-14T10:00+08:00');
    await on(survey, 'schedule', told('2020-05-15T09:00+08:00'));
    const [procedure] = await hall.app.query('select id from special_procedure where case_id = $1', [id]);
    hall.set('2020-05-15T10:00+08:00');
    await hall.act(hall.decider, 'special-procedure.end', { result: '已举行' }, procedure!['id'] as string);
    await recordBoth(survey);
    hall.set('2020-05-18T10:00+08:00');
    await finish(survey, 'passed');
    // The hearing 13–15 May, the survey 14–18 May: four days together, one of them the survey's alone.
    expect(await rowOf(survey)).toMatchObject({ days_given_back: 1 });
    expect(await fileOf(id)).toMatchObject({
      promised_due_at: '2020-05-29T09:00:00.000Z',
      legal_due_at: '2020-06-11T09:00:00.000Z',
    });
  });

  test('cancelled before anybody went: the promise is what it was; a withdrawn case lets its survey lapse', async () => {
    const id = await accepted();
    const survey = await asked(id);
    await on(survey, 'schedule', told('2020-05-15T09:00+08:00'));
    hall.set('2020-05-14T10:00+08:00');
    await on(survey, 'cancel', { reason: '图纸已能说明' });
    expect(await fileOf(id)).toMatchObject({
      open_surveys: 0,
      promised_due_at: '2020-05-25T09:00:00.000Z',
      is_survey_passed: null,
    });
    expect((await unitsOf(survey)).map(({ state }) => state)).toEqual(['released', 'released']);
    const second = await asked(id);
    await hall.takeBack(id, '不再取水');
    expect(await rowOf(second)).toMatchObject({ state: 'lapsed' });
    expect(await fileOf(id)).toMatchObject({ open_surveys: null });
    await expect(on(second, 'schedule', told('2020-05-20T09:00+08:00'))).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
  });

  test('who goes may change until the day before; who did not come is not waited for', async () => {
    const id = await accepted('QS-02');
    const survey = await asked(id);
    await on(survey, 'add-unit', { department: hall.unit(LAND), conditions: [LAND_FREE] });
    await hall.act(land(), 'survey-unit.leave', { reason: '不涉及用地' }, await unitOf(survey, LAND));
    await expect(
      hall.act(water(), 'survey-unit.leave', { reason: '没有车' }, await unitOf(survey, WATER)),
    ).rejects.toMatchObject(refused('survey-nobody'));
    await on(survey, 'add-unit', { department: hall.unit('区城市管理和综合执法局') });
    await on(survey, 'schedule', told('2020-05-12T09:00+08:00'));
    hall.set('2020-05-12T09:30+08:00');
    await expect(on(survey, 'add-unit', { department: hall.unit(LAND) })).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
    await record(survey, WATER, found({ 现场无违章建筑: 'met' }));
    await hall.act(
      hall.clerk,
      'survey-unit.absent',
      { reason: '当日应急抢险' },
      await unitOf(survey, '区城市管理和综合执法局'),
    );
    expect(await rowOf(survey)).toMatchObject({ state: 'held', is_joint: false });
    await finish(survey, 'passed');
  });

  test('a department asked for its opinion may ask to see the place, and goes itself', async () => {
    const id = await accepted();
    const [branch] = await hall.app.query(
      'select id from case_branch where case_id = $1 and department = $2',
      [id, hall.unit(LAND)],
    );
    await hall.act(land(), 'case-branch.ask-survey', WISH, branch!['id'] as string);
    const [survey] = await hall.app.query('select id from survey where case_id = $1', [id]);
    expect((await unitsOf(survey!['id'] as string)).map(({ department }) => department)).toEqual([
      hall.unit(LAND),
    ]);
    expect(await fileOf(id)).toMatchObject({ open_surveys: 1 });
  });

  test('where the place does not stop the promise, no day is given back', async () => {
    const administrator = someone('管理员', ['system.administrator']);
    const change = (surveyStopsPromise: boolean) =>
      hall.act(administrator, 'setting.change', {
        name: caseRules.name,
        value: { ...caseRules.initial, surveyStopsPromise },
        basis: '本地规定',
      });
    await change(false);
    const id = await accepted('QS-02');
    const survey = await asked(id);
    await on(survey, 'schedule', told('2020-05-12T09:00+08:00'));
    expect(await fileOf(id)).toMatchObject({ promised_due_at: '2020-05-25T09:00:00.000Z' });
    await change(true);
    hall.set('2020-05-12T09:30+08:00');
    await record(survey, WATER, found({ 现场无违章建筑: 'met' }));
    await finish(survey, 'passed');
    expect(await rowOf(survey)).toMatchObject({ days_given_back: 0 });
    expect(await fileOf(id)).toMatchObject({ promised_due_at: '2020-05-25T09:00:00.000Z' });
  });
});

const ask = async (name: string, query: object, by: Person): Promise<unknown> => {
  const view = cases.views.find((each) => each.name === name)!;
  const { app } = hall;
  return view.read({ query, by, app, db: app.db, now: app.now(), scopes: app.scopes() } as never);
};

test('a photograph that stands in another survey already is named', async () => {
  const photo = (subject: string, sha256: string, kind = 'jpeg') =>
    hall.act(someone('上传人', ['people.staff']), 'attachment.attach', {
      name: '现场.jpg',
      kind,
      mediaType: 'image/jpeg',
      size: 1000,
      sha256,
      subjectNoun: 'survey-unit',
      subject,
    });
  const [old, fresh] = ['a', 'b'].map((sign) => sign.repeat(64)) as [string, string];
  const withPhotos = async (...hashes: readonly string[]): Promise<string> => {
    const survey = await asked(await accepted('QS-02'));
    await on(survey, 'schedule', told('2020-05-12T09:00+08:00'));
    const unit = await unitOf(survey, WATER);
    for (const each of hashes) await photo(unit, each);
    await photo(unit, 'c'.repeat(64), 'pdf');
    hall.set('2020-05-12T09:30+08:00');
    await record(survey, WATER, found({ 现场无违章建筑: 'met' }));
    return survey;
  };
  const first = await withPhotos(old);
  const second = await withPhotos(old, fresh);
  const { items } = (await ask('cases.survey-photos', { key: second }, water())) as {
    readonly items: readonly { readonly sha256: string }[];
  };
  const { number } = await rowOf(first);
  expect(items.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))).toMatchObject([
    { name: WATER, sha256: old, alsoIn: [number] },
    { name: WATER, sha256: fresh, alsoIn: [] },
  ]);
  await expect(ask('cases.survey-photos', { key: second }, land())).rejects.toMatchObject({
    code: 'lib.not-found',
  });
});

describe('the year and the day', () => {
  test('a department finds its trips of a day, and nobody those of others', async () => {
    const of = async (by: Person) =>
      ((await ask('cases.survey-trips', { from: '2020-05-19' }, by)) as { readonly items: readonly object[] })
        .items;
    expect(await of(land())).toMatchObject([
      {
        site: WISH.site,
        visitAt: '2020-05-19T01:30:00.000Z',
        cases: 1,
        units: [
          { name: WATER, conditions: 2 },
          { name: LAND, conditions: 1 },
        ],
      },
    ]);
    expect(await of(hall.approverOf('区城市管理和综合执法局'))).toEqual([]);
    expect(await of(hall.clerk)).toHaveLength(1);
    await expect(
      ask('cases.survey-trips', { from: '2020-05-19', until: '2020-05-18' }, hall.clerk),
    ).rejects.toMatchObject(refused('survey-span'));
  });

  test('the figures equal plain SQL', async () => {
    hall.set('2020-06-20T09:00+08:00');
    await foldAll(hall.app);
    const figures = new Map(
      (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
    );
    const [plain] = await hall.app.query(
      `select count(*)::text as held, count(*) filter (where units > 1)::text as joint, sum(units)::text as visits,
          sum(units - 1)::text as saved, sum(days_given_back)::int as days
        from (select s.days_given_back, (select count(*) from survey_unit u
            where u.survey_id = s.id and u.recorded_at is not null) as units
          from survey s where s.state in ('held', 'passed', 'failed')) as x`,
      [],
    );
    // Held: the first, the one put right, with a hearing, alone four times. Two went on three of them: 10 visits, 3 saved.
    expect(plain).toMatchObject({ held: '7', joint: '3', visits: '10', saved: '3' });
    expect(
      ['surveys-held', 'surveys-joint', 'survey-visits', 'survey-trips-saved'].map((name) =>
        figures.get(`cases.${name}`),
      ),
    ).toEqual([plain!['held'], plain!['joint'], plain!['visits'], plain!['saved']]);
    const shown = (await ask('cases.survey-days', { year: '2020' }, hall.inspector)) as {
      readonly departments: readonly { readonly days: number }[];
    };
    // Six, and of the second 11–15 May: the day of the acceptance is not counted anyway, four; one with the hearing; one.
    expect(shown.departments.map(({ days }) => days)).toEqual([plain!['days']]);
    expect(plain!['days']).toBe(6 + 4 + 1 + 1);
  });
});

test('one person is not two in another writing; a department that looked at nothing was not there, whoever else was', async () => {
  const id = await accepted();
  const survey = await asked(id);
  await on(survey, 'schedule', told('2020-05-11T15:00+08:00'));
  hall.set('2020-05-11T15:00+08:00');
  const water = { [PLACE_RIGHT]: 'not-applicable', [METER]: 'not-applicable' } as const;
  const met = found({ [PLACE_RIGHT]: 'met', [METER]: 'met' });
  for (const again of ['勘查员甲 ', '勘查员　甲', '勘查员甲'])
    await expect(record(survey, WATER, { ...met, attendees: ['勘查员甲', again] })).rejects.toMatchObject(
      refused('survey-attendee-twice'),
    );
  const nothing = found({ [LAND_FREE]: 'not-applicable' });
  const sawNothing = refused('survey-saw-nothing');
  await expect(record(survey, WATER, found(water))).rejects.toMatchObject(sawNothing);
  await record(survey, WATER, met);
  await expect(record(survey, LAND, nothing)).rejects.toMatchObject(sawNothing);
  expect(await rowOf(survey)).toMatchObject({ state: 'scheduled', held_at: null });
  // Not applicable for one thing is an answer, beside another that was looked at.
  await record(survey, LAND, found({ [LAND_FREE]: 'not-applicable', 四至范围: 'met' }));
  expect(await rowOf(survey)).toMatchObject({ state: 'held', is_joint: true });
  // As a survey that was recorded before stands.
  await withClient(hall.app.database, { as: 'owner' }, (client) =>
    client.query(
      `update survey_unit set results = '[{"condition":"取水口位置相符","result":"not-applicable","note":null}]' where survey_id = $1`,
      [survey],
    ),
  );
  await expect(finish(survey, 'passed')).rejects.toMatchObject(refused('survey-nothing-seen'));
  hall.set('2020-05-11T09:00+08:00');
});
