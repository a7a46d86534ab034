/* 勘查期间承诺时限的中止: for the days that the applicant was told, and for no longer, whatever is put off or left undone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const refused = (code: string) => ({ code: `cases.${code}` });
const accepted = async (): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  return id;
};
const asked = async (caseId: string): Promise<string> => {
  await hall.act(
    hall.clerk,
    'case-file.ask-survey',
    { site: '柳毅湖取水口', reason: '核对取水口位置' },
    caseId,
  );
  const [row] = await hall.app.query('select id from survey where case_id = $1 order by id desc', [caseId]);
  return row!['id'] as string;
};
const told = (visitAt: string) => ({ visitAt, toldHow: 'phone' });
const on = (survey: string, action: string, input: object, by = hall.clerk) =>
  hall.act(by, `survey.${action}`, input as never, survey);
const finish = (survey: string, conclusion: string, more = {}) =>
  on(survey, 'finish', { conclusion, text: '现场情况与申请一致', ...more }, hall.decider);
const record = async (survey: string, what: object) => {
  const [unit] = await hall.app.query('select id from survey_unit where survey_id = $1', [survey]);
  const said = { results: [{ condition: '现场无违章建筑', ...what }], attendees: ['勘查员甲', '勘查员乙'] };
  return hall.act(hall.approverOf(WATER), 'survey-unit.record', said as never, unit!['id'] as string);
};
const fileOf = async (id: string) =>
  (await hall.app.query('select open_surveys, promised_due_at from case_file where id = $1', [id]))[0];
const rowOf = async (id: string) =>
  (await hall.app.query('select state, days_given_back from survey where id = $1', [id]))[0];

describe('a promise stands still for the days that were told and no longer', () => {
  /** Told on Monday 11 May for Thursday 14 May. */
  const named = async (): Promise<readonly [string, string]> => {
    const id = await accepted();
    const survey = await asked(id);
    await on(survey, 'schedule', told('2020-05-14T09:00+08:00'));
    return [id, survey];
  };
  // Five working days after 14 May are 21 May; ten from 22 May are 4 June.
  const most = { promised_due_at: '2020-06-04T09:00:00.000Z' };

  test('a visit is named for one of the next ten working days, when it is told first, moved or made again', async () => {
    const id = await accepted();
    const survey = await asked(id);
    const far = { ...refused('survey-far'), facts: { days: '10', until: '2020年5月25日' } };
    for (const day of ['2023-05-11', '2020-05-26'])
      await expect(on(survey, 'schedule', told(`${day}T09:00+08:00`))).rejects.toMatchObject(far);
    await on(survey, 'schedule', told('2020-05-25T09:00+08:00'));
    const later = { ...told('2020-05-26T09:00+08:00'), reason: '没有车' };
    await expect(on(survey, 'reschedule', later)).rejects.toMatchObject(far);
    await on(survey, 'reschedule', { ...told('2020-05-12T09:00+08:00'), reason: '空出时间' });
    // Moved forward, it ends sooner: to 19 May, and ten from 20 May are 2 June.
    expect(await fileOf(id)).toMatchObject({ promised_due_at: '2020-06-02T09:00:00.000Z' });
    hall.set('2020-05-12T10:00+08:00');
    await record(survey, { result: 'unmet', note: '有两处棚屋' });
    // Thirty working days after 12 May: thirteen in May, fifteen to 19 June, 22 and 23 June.
    await expect(finish(survey, 'putting-right', { putRightBy: '2023-05-12' })).rejects.toMatchObject({
      ...refused('survey-put-right-far'),
      facts: { days: '30', until: '2020年6月23日' },
    });
    await finish(survey, 'putting-right', { putRightBy: '2020-05-20' });
    await expect(on(survey, 'hold-again', told('2022-05-20T09:00+08:00'))).rejects.toMatchObject(
      refused('survey-far'),
    );
  });

  test('by day: nobody is asked to a place at night, unless all are there already and go at once', async () => {
    const id = await accepted();
    const survey = await asked(id);
    const night = {
      ...refused('survey-night'),
      facts: { at: '2020年5月13日 03:00', from: '06:00', to: '20:00' },
    };
    await expect(on(survey, 'schedule', told('2020-05-12T19:00:00.000Z'))).rejects.toMatchObject(night);
    for (const time of ['05:59', '20:01'])
      await expect(on(survey, 'schedule', told(`2020-05-13T${time}+08:00`))).rejects.toMatchObject(
        refused('survey-night'),
      );
    await on(survey, 'schedule', told('2020-05-13T06:00+08:00'));
    await on(survey, 'reschedule', { ...told('2020-05-13T20:00+08:00'), reason: '退水以后才看得见' });
    hall.set('2020-05-12T21:30+08:00');
    await on(survey, 'reschedule', { ...told('2020-05-12T22:30+08:00'), reason: '夜间抢险，各方已在现场' });
  });

  test('moved as often as one likes, or held and never concluded, it goes on by itself', async () => {
    const [id, survey] = await named();
    expect(await fileOf(id)).toMatchObject(most);
    for (const day of ['13', '20', '26']) {
      hall.set(`2020-05-${day}T08:00+08:00`);
      await on(survey, 'reschedule', { ...told('2020-05-27T09:00+08:00'), reason: '暴雨' });
      expect(await fileOf(id)).toMatchObject(most);
    }
    hall.set('2020-05-27T10:00+08:00');
    await record(survey, { result: 'met' });
    // Friday 5 June: a day too late.
    hall.set('2020-06-05T10:00+08:00');
    await finish(survey, 'passed');
    // 12–15 and 18–21 May, eight days, were told.
    expect(await rowOf(survey)).toMatchObject({ days_given_back: 8 });
    expect(await fileOf(id)).toMatchObject(most);
    expect((await hall.act(hall.decider, 'case-file.grant', {}, id)).row).toMatchObject({
      isOnTime: true,
      isPromiseKept: false,
    });
  });

  test('while one was left lying another gives no further day', async () => {
    const [id] = await named();
    hall.set('2020-05-22T09:00+08:00');
    const second = await asked(id);
    await on(second, 'schedule', told('2020-05-28T09:00+08:00'));
    expect(await fileOf(id)).toMatchObject({ ...most, open_surveys: 2 });
  });
});
