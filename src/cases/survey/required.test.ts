import { afterAll, beforeAll, expect, test } from 'vitest';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import { refuseUnseen } from './looked.ts';

const [LAND, BUILD] = ['区自然资源局', '区住房和城乡建设局'];
const [INTAKE, METER] = ['取水口位置相符', '计量设施已装'] as const;
const LAND_FREE = '不占基本农田';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('BK-01', {
    ...waterPermit,
    surveys: [
      { department: WATER, conditions: [INTAKE, METER] },
      { department: LAND, conditions: [LAND_FREE] },
    ],
  });
});
afterAll(() => hall.close());

type Results = Readonly<Record<string, 'met' | 'unmet'>>;
const accepted = async (): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('BK-01'));
  await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
  return row.id;
};
const ask = async (caseId: string, more: object = {}): Promise<string> => {
  const wish = { site: '柳毅湖取水口', reason: '核对取水口位置', ...more };
  await hall.act(hall.clerk, 'case-file.ask-survey', wish as never, caseId);
  const [row] = await hall.app.query('select id from survey where case_id = $1 order by id desc limit 1', [
    caseId,
  ]);
  return row!['id'] as string;
};
const schedule = (survey: string, visitAt = '2020-05-12T09:00+08:00') =>
  hall.act(hall.clerk, 'survey.schedule', { visitAt, toldHow: 'phone' }, survey);
const unit = async (survey: string, name: string): Promise<string> => {
  const [row] = await hall.app.query('select id from survey_unit where survey_id = $1 and department = $2', [
    survey,
    hall.unit(name),
  ]);
  return row!['id'] as string;
};
const record = async (survey: string, name: string, results: Results) =>
  hall.act(
    hall.approverOf(name),
    'survey-unit.record',
    {
      results: Object.entries(results).map(([condition, result]) => ({ condition, result, note: '已查看' })),
      attendees: ['勘查员甲', '勘查员乙'],
    },
    await unit(survey, name),
  );
const finish = (survey: string, conclusion = 'passed') =>
  hall.act(hall.decider, 'survey.finish', { conclusion, text: '现场情况见记录' }, survey);
const grant = (id: string) => hall.act(hall.decider, 'case-file.grant', {}, id);
const numberOf = async (survey: string): Promise<string> =>
  (await hall.app.query('select number from survey where id = $1', [survey]))[0]!['number'] as string;
const unseen = (departments: string) => ({ code: 'cases.survey-needed', facts: { departments } });

test('a department that left, or did not come, has seen nothing; one that went besides takes nobody’s place', async () => {
  const id = await accepted();
  const first = await ask(id, { departments: [hall.unit(BUILD)] });
  const reason = { reason: '没有时间去' };
  await hall.act(hall.clerk, 'survey-unit.leave', reason, await unit(first, WATER));
  await schedule(first);
  hall.set('2020-05-12T10:00+08:00');
  await hall.act(hall.clerk, 'survey-unit.absent', reason, await unit(first, LAND));
  await record(first, BUILD, { 门口: 'met' });
  await finish(first);
  await expect(grant(id)).rejects.toMatchObject(
    unseen(`${WATER}（${INTAKE}、${METER}）、${LAND}（${LAND_FREE}）`),
  );
  // A second trip for what is still open; the two together have seen everything.
  const second = await ask(id);
  await schedule(second, '2020-05-13T09:00+08:00');
  hall.set('2020-05-13T10:00+08:00');
  await record(second, WATER, { [INTAKE]: 'met', [METER]: 'met' });
  await hall.act(hall.clerk, 'survey-unit.absent', reason, await unit(second, LAND));
  await finish(second);
  await expect(grant(id)).rejects.toMatchObject(unseen(`${LAND}（${LAND_FREE}）`));
  const third = await ask(id);
  await hall.act(hall.clerk, 'survey-unit.leave', reason, await unit(third, WATER));
  await schedule(third, '2020-05-14T09:00+08:00');
  hall.set('2020-05-14T10:00+08:00');
  await record(third, LAND, { [LAND_FREE]: 'met' });
  await finish(third);
  expect((await grant(id)).row).toMatchObject({ state: 'granted', isSurveyPassed: true });
});

test('what was answered with nothing but 不涉及, before that was refused, is no look either', () => {
  const wanted = [{ department: 'land', conditions: [LAND_FREE] }];
  const saw = (result: 'met' | 'not-applicable') => ({
    looked: { found: [{ department: 'land', condition: LAND_FREE, result, survey: 's' }], failed: [] },
  });
  const naming = { nameOf: () => LAND! };
  expect(() => refuseUnseen(saw('met'), wanted, naming)).not.toThrow();
  expect(() => refuseUnseen(saw('not-applicable'), wanted, naming)).toThrow(
    expect.objectContaining({ code: 'cases.survey-needed', facts: { departments: LAND } }),
  );
});

test('no other survey takes the place of a failed one: the next says which it answers and repeats what was not met', async () => {
  const id = await accepted();
  const [failed, beside] = [await ask(id), await ask(id)];
  await schedule(failed);
  await schedule(beside);
  hall.set('2020-05-12T10:00+08:00');
  await record(failed, WATER, { [INTAKE]: 'met', [METER]: 'unmet' });
  await record(failed, LAND, { [LAND_FREE]: 'met' });
  await finish(failed, 'failed');
  const failure = (what: string) => ({ code: 'cases.survey-failed', facts: { what } });
  for (const name of [WATER, LAND])
    await record(beside, name, name === WATER ? { [INTAKE]: 'met', [METER]: 'met' } : { [LAND_FREE]: 'met' });
  await finish(beside);
  // Everything was found met since, but nobody answered the failed survey.
  await expect(grant(id)).rejects.toMatchObject(failure(await numberOf(failed)));
  await expect(ask(id)).rejects.toMatchObject({ code: 'cases.survey-answers' });
  await expect(ask(id, { answers: beside })).rejects.toMatchObject({ code: 'cases.survey-answers' });
  const again = await ask(id, { answers: failed });
  await schedule(again, '2020-05-13T09:00+08:00');
  hall.set('2020-05-13T10:00+08:00');
  await record(again, WATER, { [INTAKE]: 'met', [METER]: 'unmet' });
  await record(again, LAND, { [LAND_FREE]: 'met' });
  await finish(again, 'failed');
  await expect(grant(id)).rejects.toMatchObject(failure(`${METER}（${WATER}）`));
  const last = await ask(id, { answers: again });
  await schedule(last, '2020-05-14T09:00+08:00');
  hall.set('2020-05-14T10:00+08:00');
  await record(last, WATER, { [INTAKE]: 'met', [METER]: 'met' });
  await record(last, LAND, { [LAND_FREE]: 'met' });
  await finish(last);
  expect((await grant(id)).row.state).toBe('granted');
});

test('what a department that nobody else sent found not met is looked at again by itself', async () => {
  const id = await accepted();
  const first = await ask(id, { departments: [hall.unit(BUILD)] });
  await schedule(first);
  hall.set('2020-05-12T10:00+08:00');
  await record(first, WATER, { [INTAKE]: 'met', [METER]: 'met' });
  await record(first, LAND, { [LAND_FREE]: 'met' });
  await record(first, BUILD, { 围挡: 'unmet' });
  await finish(first, 'failed');
  const again = await ask(id, { answers: first });
  const [row] = await hall.app.query('select conditions from survey_unit where id = $1', [
    await unit(again, BUILD),
  ]);
  expect(row).toEqual({ conditions: ['围挡'] });
});
