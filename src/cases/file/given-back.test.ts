import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { breachRound } from '../breach/note.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import type { CaseFile } from './case-file.ts';

const MAIN = ['申请书', '水资源论证报告'];
let hall: Hall;
let ids: Readonly<Record<'tolerant' | 'longer' | 'issued' | 'promised' | 'false', string>>;

const act = async (
  name: string,
  id: string,
  input: Readonly<Record<string, unknown>> = {},
  by = hall.decider,
) => (await hall.act(by, `case-file.${name}`, input, id)).row as CaseFile;
const accepted = async (item: string, name: string, input: Readonly<Record<string, unknown>>) => {
  const said = application(item, { papers: MAIN });
  const { row } = await hall.act(hall.clerk, 'case-file.apply', said);
  await act(name, row.id, input, hall.clerk);
  return row.id;
};
const tolerant = () => accepted('GB-01', 'accept-with-outstanding', { isSigned: true });
const promised = async () => {
  const id = await accepted('GB-01', 'accept-on-commitment', { isSigned: true, isExcluded: false });
  await act('grant', id);
  return id;
};
const rowOf = async (id: string) =>
  (
    await hall.app.query(
      'select outstanding_due_at, issue_due_at, check_due_on, put_right_by from case_file where id = $1',
      [id],
    )
  )[0];
const breaches = () => hall.app.query('select source from breach', []);

// Ten working days from Wednesday 22 January 2020 as it was arranged: 23 January 1, 31 2, Saturday 1 February (worked) 3,
// 3–7 –8, 10 and 11 –10. With 31 January to 2 February off: 23 January 1, 3–7 February –6, 10–13 –10.
beforeAll(async () => {
  hall = await serviceHall('2020-01-22T09:00+08:00');
  await runReactions(hall.app);
  await hall.offer('GB-01', {
    ...waterPermit,
    toleranceDays: 10,
    commitment: { text: '已取得同意。', exclusions: [], replaces: ['与第三者的协议'], checkWithin: 10 },
  });
  const [waiting, longer, toIssue, toCheck, found] = [
    await tolerant(),
    await tolerant(),
    await promised(),
    await promised(),
    await promised(),
  ];
  ids = { tolerant: waiting, longer, issued: toIssue, promised: toCheck, false: found };
  await act('lengthen-outstanding', longer, { days: 2, reason: '道路中断' });
  await act('check-promise', found, { result: 'put-right', finding: '协议缺签章', putRightDays: 10 });
  await act('issue', toIssue, { resultNumber: '取水〔2020〕1号' }, hall.sealer);
});
afterAll(() => hall.close());

describe('a holiday announced while a case waits', () => {
  test('moves every term that is counted in working days, not the limits of the case alone', async () => {
    const was = '2020-02-11T09:00:00.000Z';
    expect(await rowOf(ids.tolerant)).toMatchObject({ outstanding_due_at: was });
    // Two more: 12 and 13 February.
    expect(await rowOf(ids.longer)).toMatchObject({ outstanding_due_at: '2020-02-13T09:00:00.000Z' });
    expect(await rowOf(ids.promised)).toMatchObject({ issue_due_at: was, check_due_on: '2020-02-11' });
    expect(await rowOf(ids.false)).toMatchObject({ put_right_by: '2020-02-11' });

    hall.set('2020-01-27T08:00+08:00');
    await hall.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
      title: '关于延长2020年春节假期的通知',
      change: '延长',
      source: '国务院办公厅网站',
      days: ['2020-01-31', '2020-02-01', '2020-02-02'].map((on) => ({ on, kind: '放假', name: '春节' })),
    });
    await runReactions(hall.app);
    const is = '2020-02-13T09:00:00.000Z';
    expect(await rowOf(ids.tolerant)).toMatchObject({ outstanding_due_at: is });
    // 14 February eleventh, Monday 17 twelfth.
    expect(await rowOf(ids.longer)).toMatchObject({ outstanding_due_at: '2020-02-17T09:00:00.000Z' });
    expect(await rowOf(ids.promised)).toMatchObject({ issue_due_at: is, check_due_on: '2020-02-13' });
    expect(await rowOf(ids.issued)).toMatchObject({ issue_due_at: is });
    // What was looked at need not be looked at again: its day stays as it was.
    expect(await rowOf(ids.false)).toMatchObject({ check_due_on: '2020-02-11', put_right_by: '2020-02-13' });
  });

  test('nobody is ended, recorded or late on a day that was given back', async () => {
    hall.set('2020-02-13T16:59+08:00');
    const never = { ground: 'not-supplied', reason: '未补' };
    await expect(act('terminate', ids.tolerant, never)).rejects.toMatchObject({ code: 'cases.not-late-yet' });
    await breachRound(hall.app);
    expect(await breaches()).toEqual([]);
    const handed = await act('deliver', ids.issued, { way: 'counter', proof: '甲某' }, hall.clerk);
    expect(handed).toMatchObject({ isDeliveredInTime: true });
  });
});

describe('a hearing told to take eight working days', () => {
  test('takes eight working days by the calendar as it is, and both clocks with it', async () => {
    const other = await serviceHall('2020-01-20T09:00+08:00');
    await runReactions(other.app);
    await other.offer('GB-02', { ...waterPermit, specialProcedures: ['听证'] });
    const { row } = await other.act(other.clerk, 'case-file.apply', application('GB-02'));
    await other.act(other.clerk, 'case-file.accept', {}, row.id);
    other.set('2020-01-22T09:00+08:00');
    const told = {
      kind: 'hearing',
      reason: '涉及重大利益',
      noticeNumber: '告知〔2020〕1号',
      estimatedDays: 8,
    };
    await other.act(other.decider, 'case-file.begin-procedure', told, row.id);
    const dates = async () =>
      (
        await other.app.query('select legal_due_at as legal, promised_due_at as promised from case_file', [])
      )[0];
    // The eight: 23 January 1, 31 2, Saturday 1 February (worked) 3, 3–7 February –8. Counted: 21 January 1, 10–14 February –6,
    // 17–20 –10; 21 11, 24–28 –16, 2–5 March –20.
    expect(await dates()).toEqual({
      legal: '2020-03-05T09:00:00.000Z',
      promised: '2020-02-20T09:00:00.000Z',
    });
    other.set('2020-01-27T08:00+08:00');
    await other.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
      title: '关于延长2020年春节假期的通知',
      change: '延长',
      source: '国务院办公厅网站',
      days: ['2020-01-31', '2020-02-01', '2020-02-02'].map((on) => ({ on, kind: '放假', name: '春节' })),
    });
    await runReactions(other.app);
    // 23 January 1, 3–7 February –6, 10 and 11 –8; from 12 February on.
    expect(await dates()).toEqual({
      legal: '2020-03-09T09:00:00.000Z',
      promised: '2020-02-24T09:00:00.000Z',
    });
    await other.close();
  });
});
