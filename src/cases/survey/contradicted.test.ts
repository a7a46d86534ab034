import { afterAll, beforeAll, expect, test } from 'vitest';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import { standingUnmet } from './contradicted.ts';

const METER = '计量设施已装';
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('KC-01', {
    ...waterPermit,
    surveys: [{ department: WATER, conditions: [METER] }],
    steps: [{ stage: 1, department: WATER, task: '技术审查', days: 5 }],
  });
});
afterAll(() => hall.close());

const accepted = async (): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('KC-01'));
  await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
  return row.id;
};
const ask = async (caseId: string, more: object = {}): Promise<string> => {
  const wish = { site: '柳毅湖取水口', reason: '核对计量设施', ...more };
  await hall.act(hall.clerk, 'case-file.ask-survey', wish as never, caseId);
  return (
    await hall.app.query('select id from survey where case_id = $1 order by id desc limit 1', [caseId])
  )[0]!['id'] as string;
};
const visit = async (
  survey: string,
  on: string,
  result: 'met' | 'unmet',
  name = 'schedule',
): Promise<void> => {
  const told = { visitAt: `${on}T09:00+08:00`, toldHow: 'phone' };
  await hall.act(hall.clerk, `survey.${name}`, told, survey);
  hall.set(`${on}T10:00+08:00`);
  const [unit] = await hall.app.query('select id from survey_unit where survey_id = $1', [survey]);
  const results = [{ condition: METER, result, note: '见照片' }];
  const found = { results, attendees: ['勘查员甲', '勘查员乙'] };
  await hall.act(hall.approverOf(WATER), 'survey-unit.record', found, unit!['id'] as string);
};
const finish = (survey: string, conclusion: string, more = {}) =>
  hall.act(hall.decider, 'survey.finish', { conclusion, text: '见记录', ...more }, survey);
const branchOf = async (caseId: string) =>
  (
    await hall.app.query('select id, state, request, said_before from case_branch where case_id = $1', [
      caseId,
    ])
  )[0]!;
const answer = async (caseId: string, name: 'agree' | 'object') =>
  hall.act(
    hall.approverOf(WATER),
    `case-branch.${name}`,
    { opinion: name === 'agree' ? '同意' : '没有装表' },
    (await branchOf(caseId))['id'] as string,
  );
const unmet = expect.objectContaining({
  code: 'cases.branch-unmet',
  facts: { conditions: METER },
}) as unknown;
const caseOf = async (id: string) =>
  (await hall.app.query('select open_branches, examined_at from case_file where id = $1', [id]))[0];

test('nobody consents against their own 不符合, before the conclusion, while it is put right, or after it failed', async () => {
  const id = await accepted();
  const survey = await ask(id);
  await visit(survey, '2020-05-12', 'unmet');
  await expect(answer(id, 'agree')).rejects.toEqual(unmet);
  await finish(survey, 'putting-right', { putRightBy: '2020-05-20' });
  await expect(answer(id, 'agree')).rejects.toEqual(unmet);
  await visit(survey, '2020-05-13', 'unmet', 'hold-again');
  await finish(survey, 'failed');
  await expect(answer(id, 'agree')).rejects.toEqual(unmet);
  const again = await ask(id, { answers: survey });
  await visit(again, '2020-05-14', 'met');
  await finish(again, 'passed');
  expect((await answer(id, 'agree')).row).toMatchObject({ state: 'agreed' });
});

test('consent that a later look contradicts is asked for again, with what was said kept; the examination is open again', async () => {
  const id = await accepted();
  const first = await ask(id);
  await visit(first, '2020-05-12', 'met');
  await finish(first, 'passed');
  await answer(id, 'agree');
  expect(await caseOf(id)).toMatchObject({ open_branches: 0 });
  const second = await ask(id);
  await visit(second, '2020-05-13', 'unmet');
  await finish(second, 'putting-right', { putRightBy: '2020-05-20' });
  const branch = await branchOf(id);
  expect(branch['state']).toBe('asked');
  expect(branch['said_before']).toContain('2020年5月12日 10:00 同意：同意');
  expect(await caseOf(id)).toEqual({ open_branches: 1, examined_at: null });
  await expect(answer(id, 'agree')).rejects.toEqual(unmet);
  await visit(second, '2020-05-14', 'met', 'hold-again');
  await finish(second, 'passed');
  await answer(id, 'agree');
  expect((await hall.act(hall.decider, 'case-file.grant', {}, id)).row.state).toBe('granted');
});

test('an objection is asked for again when what was not met is put right; consent that a look bears out stays', async () => {
  const id = await accepted();
  const survey = await ask(id);
  await visit(survey, '2020-05-12', 'unmet');
  await finish(survey, 'putting-right', { putRightBy: '2020-05-20' });
  await answer(id, 'object');
  await visit(survey, '2020-05-13', 'met', 'hold-again');
  await finish(survey, 'passed');
  expect((await branchOf(id))['state']).toBe('asked');
  await answer(id, 'agree');
  const other = await ask(id);
  await visit(other, '2020-05-14', 'met');
  await finish(other, 'passed');
  expect((await branchOf(id))['state']).toBe('agreed');
});

test('what stands is what was found last: on an open survey by its own record, else as the case knows it', () => {
  const looked = {
    found: [
      { department: 'water', condition: METER, result: 'unmet' as const, survey: 's' },
      { department: 'land', condition: '不占农田', result: 'met' as const, survey: 's' },
    ],
    failed: [],
  };
  const unit = (surveyId: string, result: 'met' | 'unmet') => ({
    department: 'water',
    surveyId,
    results: [{ condition: METER, result, note: null }],
    recordedAt: '2020-05-12T01:00:00.000Z' as never,
  });
  const of = (state: string, result: 'met' | 'unmet') =>
    standingUnmet('water', {
      caseFile: { looked },
      trips: [{ id: 't', state: state as never }],
      units: [unit('t', result)],
    });
  expect(of('held', 'met')).toEqual([]);
  // Concluded and superseded: the case knows better.
  expect(of('passed', 'met')).toEqual([METER]);
  expect(standingUnmet('land', { caseFile: { looked }, trips: [], units: [] })).toEqual([]);
});
