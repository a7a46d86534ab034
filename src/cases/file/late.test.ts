import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { application, PAPERS, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import type { CaseFile } from './case-file.ts';
import { deemRound } from './deem-accepted.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall('2020-01-22T09:00+08:00');
  await runReactions(hall.app);
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const applied = async (more = {}) =>
  (await hall.act(hall.clerk, 'case-file.apply', application('QS-01', more))).row as CaseFile;
const gaps = [{ paper: '水资源论证报告', what: '未提交' }];
const act = (name: string, input: Readonly<Record<string, unknown>>, id: string) =>
  hall.act(hall.clerk, `case-file.${name}`, input, id);
const stateOf = async (id: string) =>
  (
    await hall.app.query('select state, acceptance, accepted_at, tell_by_at from case_file where id = $1', [
      id,
    ])
  )[0];
const clocksOf = async (id: string) =>
  (await hall.app.query('select legal_due_at, promised_due_at from case_file where id = $1', [id]))[0];

describe('the extension of Spring Festival 2020', () => {
  test('moves both clocks of a case under way, each with a line of its own, and of a decided one the handing out alone', async () => {
    const [open, decided] = [await applied(), await applied()];
    for (const { id } of [open, decided]) await act('accept', {}, id);
    // 23 January 1, 31 2, Saturday 1 February (worked) 3, 3–7 –8, 10 and 11 –10; 12–14 –13, 17–21 –18, 24 and 25 –20
    const was = { legal_due_at: '2020-02-25T09:00:00.000Z', promised_due_at: '2020-02-11T09:00:00.000Z' };
    expect(await clocksOf(open.id)).toEqual(was);
    await hall.act(hall.decider, 'case-file.grant', {}, decided.id);
    hall.set('2020-01-27T08:00+08:00');
    await hall.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
      title: '关于延长2020年春节假期的通知',
      change: '延长',
      source: '国务院办公厅网站',
      days: ['2020-01-31', '2020-02-01', '2020-02-02'].map((on) => ({ on, kind: '放假', name: '春节' })),
    });
    await runReactions(hall.app);
    // 23 January 1, 3–7 February –6, 10–13 –10; 14 11, 17–21 –16, 24–27 –20
    expect(await clocksOf(open.id)).toEqual({
      legal_due_at: '2020-02-27T09:00:00.000Z',
      promised_due_at: '2020-02-13T09:00:00.000Z',
    });
    expect(await clocksOf(decided.id)).toEqual(was);
    const lines = await hall.app.query(
      'select subject, was_on, is_on from moved_deadline order by is_on desc, subject = $1 desc',
      [open.id],
    );
    expect(lines).toEqual([
      { subject: open.id, was_on: '2020-02-25', is_on: '2020-02-27' },
      { subject: open.id, was_on: '2020-02-11', is_on: '2020-02-13' },
      // Decided on 22 January, its result is handed out within ten days of that.
      { subject: decided.id, was_on: '2020-02-11', is_on: '2020-02-13' },
    ]);
  });
});

describe('the one notice (行政许可法 32)', () => {
  // Papers of Monday 11 May: 12–15 and 18 May are the five days.
  const received = async () => {
    hall.set('2020-05-11T09:00+08:00');
    return applied({ papers: PAPERS.filter((each) => each !== '水资源论证报告') });
  };
  test('on the last day at closing it is in time, and it is the only one', async () => {
    const { id } = await received();
    hall.set('2020-05-18T17:00+08:00');
    await act('ask-correction', { gaps }, id);
    await act('supply-correction', { papers: ['水资源论证报告'] }, id);
    await expect(act('ask-correction', { gaps }, id)).rejects.toMatchObject({ code: 'cases.told-once' });
    hall.set('2020-05-20T09:00+08:00');
    await deemRound(hall.app);
    expect((await act('accept', {}, id)).row).toMatchObject({
      acceptance: 'complete',
      acceptedAt: '2020-05-20T01:00:00.000Z',
    });
  });

  test('a minute late it is refused, and so is an acceptance of another day: the day of the papers is', async () => {
    const { id } = await received();
    hall.set('2020-05-18T17:01+08:00');
    const late = { code: 'cases.deemed' };
    await expect(act('ask-correction', { gaps }, id)).rejects.toMatchObject(late);
    await expect(act('accept', {}, id)).rejects.toMatchObject(late);
    const word = { isSigned: true };
    await expect(act('accept-with-outstanding', word, id)).rejects.toMatchObject(late);
    const promise = { ...word, isExcluded: false };
    await expect(act('accept-on-commitment', promise, id)).rejects.toMatchObject(late);
    await expect(act('ask-checks', { departments: [hall.unit(WATER)] }, id)).rejects.toMatchObject(late);
    await deemRound(hall.app);
    const [row] = await hall.app.query('select acceptance, accepted_at from case_file where id = $1', [id]);
    expect(row).toEqual({ acceptance: 'deemed', accepted_at: '2020-05-11T01:00:00.000Z' });
  });

  test('it leaves out nothing that is missing and names nothing that is not asked for (行政许可法 31, 32)', async () => {
    hall.set('2020-05-11T09:00+08:00');
    const { id } = await applied({ papers: ['申请书'] });
    await expect(act('ask-correction', { gaps }, id)).rejects.toMatchObject({
      code: 'cases.left-out',
      facts: { names: '与第三者的协议' },
    });
    const both = [...gaps, { paper: '与第三者的协议', what: '未提交' }];
    const odd = [...both, { paper: '无犯罪记录证明', what: '未提交' }];
    await expect(act('ask-correction', { gaps: odd }, id)).rejects.toMatchObject({
      code: 'cases.unknown-paper',
    });
    await act('ask-correction', { gaps: both }, id);
    const half = await act('supply-correction', { papers: ['水资源论证报告'] }, id);
    expect(half.row).toMatchObject({ state: 'correcting', tellByAt: null });
    const whole = await act('supply-correction', { papers: ['与第三者的协议'] }, id);
    expect(whole.row).toMatchObject({ state: 'received', correctedAt: '2020-05-11T01:00:00.000Z' });
  });

  test('all that was named came: not declined, and after five working days accepted by itself from that day', async () => {
    const { id } = await received();
    await act('ask-correction', { gaps }, id);
    hall.set('2020-05-13T10:00+08:00');
    await act('supply-correction', { papers: ['水资源论证报告'] }, id);
    const no = { ground: 'not-corrected', reason: '不想办了' };
    await expect(act('decline', no, id)).rejects.toMatchObject({ code: 'cases.must-accept' });
    // 14, 15, 18, 19 and 20 May are the five days.
    hall.set('2020-05-20T17:00+08:00');
    await deemRound(hall.app);
    expect(await stateOf(id)).toMatchObject({ state: 'received', tell_by_at: '2020-05-20T09:00:00.000Z' });
    hall.set('2020-05-20T17:01+08:00');
    await expect(act('accept', {}, id)).rejects.toMatchObject({ code: 'cases.deemed' });
    await deemRound(hall.app);
    expect(await stateOf(id)).toMatchObject({
      state: 'accepted',
      acceptance: 'deemed',
      accepted_at: '2020-05-13T02:00:00.000Z',
    });
  });

  test('papers that lack are told before anybody is turned away; another body is named; no ground, no refusal', async () => {
    const { id } = await received();
    const no = (more: object) => act('decline', { reason: '材料不齐', ...more }, id);
    await expect(no({})).rejects.toMatchObject({ code: 'cases.decline-ground' });
    await expect(no({ ground: 'not-corrected' })).rejects.toMatchObject({ code: 'cases.decline-untold' });
    await expect(no({ ground: 'not-competent' })).rejects.toMatchObject({
      code: 'cases.decline-where',
      fields: [{ path: 'competentBody' }],
    });
    const { row } = await no({ ground: 'not-competent', competentBody: ' 市水利局 ' });
    expect(row).toMatchObject({
      state: 'declined',
      declinedGround: 'not-competent',
      competentBody: '市水利局',
    });
    const { id: needless } = await received();
    const second = await act('decline', { ground: 'not-needed', reason: '家庭生活少量取水' }, needless);
    expect(second.row).toMatchObject({ declinedGround: 'not-needed', competentBody: null });
  });

  test('who has not brought what was named may be declined when their days are over, not before', async () => {
    const { id } = await received();
    await act('ask-correction', { gaps }, id);
    const no = { ground: 'not-corrected', reason: '逾期未补正' };
    // 12–15 May 1–4, 18–22 –9, 25–29 –14, 1 June is the fifteenth.
    hall.set('2020-06-01T17:30+08:00');
    await expect(act('decline', no, id)).rejects.toMatchObject({ code: 'cases.not-late-yet' });
    hall.set('2020-06-02T09:00+08:00');
    expect((await act('decline', no, id)).row).toMatchObject({ state: 'declined' });
  });

  test('a minute after the five days nobody declines any more either, whether the program has noted it or not', async () => {
    const { id } = await received();
    hall.set('2020-05-18T17:01+08:00');
    await expect(act('decline', { ground: 'not-needed', reason: '材料不全' }, id)).rejects.toMatchObject({
      code: 'cases.deemed',
    });
  });

  test('who has declared an interest neither looks at the papers nor tells, declines or accepts', async () => {
    const { id } = await received();
    await act('declare-conflict', { ground: 'relative' }, id);
    const own = { code: 'cases.conflict' };
    await expect(act('ask-checks', { departments: [hall.unit(WATER)] }, id)).rejects.toMatchObject(own);
    await expect(act('ask-correction', { gaps }, id)).rejects.toMatchObject(own);
    await expect(act('decline', { ground: 'not-needed', reason: '材料不全' }, id)).rejects.toMatchObject(own);
    await expect(act('add-papers', { papers: ['水资源论证报告'] }, id)).rejects.toMatchObject(own);
    await expect(act('accept', {}, id)).rejects.toMatchObject(own);
  });
});
