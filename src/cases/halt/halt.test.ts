import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarOf } from '#calendar/index.ts';
import { breachRound } from '../breach/note.ts';
import type { CaseFile } from '../file/case-file.ts';
import { owedOf } from '../tolerance/promise/told.ts';
import { recountPapersRound } from './recount-papers.ts';
import { resumeRound } from './resume-at-end.ts';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import { withClient } from '#lib/db/index.ts';
import { someone } from '#lib/testing/app.ts';
import { application, serviceHall, waterPermit, DISTRICT, WATER, type Hall } from '../testing/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('ZZ-01', waterPermit);
});
afterAll(() => hall.close());

const accepted = async (): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('ZZ-01'));
  await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
  return row.id;
};
const other = () => someone('另一位首席代表', ['cases.decider', hall.unit(WATER)]);
const head = () => someone('局长', ['cases.head', hall.unit(WATER)]);
const why = { reason: '取水权属涉诉', basis: '人民法院受理案件通知书', noticeNumber: '告〔2020〕1号' };
const ask = (id: string, more: object = {}, by = hall.decider) => {
  const wish = { ground: 'other-decision', ...why, until: '2020-06-01', ...more };
  return hall.act(by, 'case-file.ask-suspension', wish as never, id);
};
const act = (id: string, verb: string, input: object = {}, by = other()) =>
  hall.act(by, `case-file.${verb}`, input as never, id);
const clocks = async (id: string) =>
  (await hall.app.query('select state, legal_due_at, promised_due_at from case_file where id = $1', [id]))[0];

test('a case stands still on a ground of the list, for another person than asked, and by the promise alone', async () => {
  const id = await accepted();
  await expect(act(id, 'suspend')).rejects.toMatchObject({ code: 'lib.wrong-state' });
  for (const end of [{ until: undefined }, { until: '2020-05-11' }])
    await expect(ask(id, end)).rejects.toMatchObject({ code: 'cases.halt-no-end' });
  await ask(id);
  await expect(ask(id)).rejects.toMatchObject({ code: 'cases.halt-pending' });
  await expect(act(id, 'suspend', {}, hall.decider)).rejects.toMatchObject({ code: 'cases.same-person' });
  await act(id, 'suspend');
  // Accepted on Monday 11 May: the twentieth working day is 8 June, whatever stands still.
  expect(await clocks(id)).toMatchObject({
    state: 'suspended',
    legal_due_at: '2020-06-08T09:00:00.000Z',
    // Until 1 June is told: 2 June 1, 3–5 –4, 8–12 –9, Monday 15 June the tenth.
    promised_due_at: '2020-06-15T09:00:00.000Z',
  });
  hall.set('2020-05-13T09:00+08:00');
  await act(id, 'resume', { reason: '判决已经生效' });
  // The 12th and the 13th were spared: from Monday 25 May to Wednesday 27 May.
  expect(await clocks(id)).toMatchObject({
    state: 'accepted',
    legal_due_at: '2020-06-08T09:00:00.000Z',
    promised_due_at: '2020-05-27T09:00:00.000Z',
  });
});

test('while a case lies still, so does the term of the papers that follow: nobody breaks their word in it', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const papers = ['申请书', '水资源论证报告'];
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('ZZ-01', { papers }));
  const { id } = row;
  await act(id, 'accept-with-outstanding', { isSigned: true }, hall.clerk);
  const term = async () =>
    (
      await hall.app.query('select outstanding_due_at as "dueAt", breach from case_file where id = $1', [id])
    )[0];
  // With the promise: the tenth working day after 11 May is the 25th.
  expect(await term()).toEqual({ dueAt: '2020-05-25T09:00:00.000Z', breach: null });
  await ask(id);
  await act(id, 'suspend');
  // Until 1 June is told: the tenth after it is Monday 15 June.
  expect(await term()).toEqual({ dueAt: '2020-06-15T09:00:00.000Z', breach: null });
  hall.set('2020-05-26T00:30+08:00');
  await breachRound(hall.app);
  expect(await term()).toEqual({ dueAt: '2020-06-15T09:00:00.000Z', breach: null });
  hall.set('2020-05-13T09:00+08:00');
  await act(id, 'resume', { reason: '判决已经生效' });
  expect(await term()).toEqual({ dueAt: '2020-05-27T09:00:00.000Z', breach: null });
  // Taken back, nothing is owed any more.
  const mine = (await hall.takeBack(id, '不办了')).row as CaseFile;
  expect(mine.papers.map(({ state }) => state)).toContain('outstanding');
  const told = { calendar: calendarOf(hall.app), now: hall.now() };
  expect([owedOf(mine, told), owedOf({ ...mine, state: 'accepted' }, told)?.papers]).toEqual([
    null,
    ['与第三者的协议'],
  ]);
});

test('a case suspended before that rule is put right by the program, and what was recorded of it is lifted', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const papers = ['申请书', '水资源论证报告'];
  const begin = async (more = {}): Promise<string> => {
    const applicant = { name: '甲某某', idNumber: '11010519491231002X', phone: '13800001234' };
    const { row } = await hall.act(
      hall.clerk,
      'case-file.apply',
      application('ZZ-01', { papers, applicant }),
    );
    await act(row.id, 'accept-with-outstanding', { isSigned: true }, hall.clerk);
    await ask(row.id, more);
    await act(row.id, 'suspend');
    return row.id;
  };
  const term = async (id: string) =>
    (
      await hall.app.query(
        'select outstanding_due_at as "dueAt", breach is not null as broken from case_file where id = $1',
        [id],
      )
    )[0];
  const open = await begin({ until: undefined, condition: '判决生效' });
  const [told, over, right] = [await begin(), await begin(), await begin()];
  hall.set('2020-05-13T09:00+08:00');
  await act(over, 'resume', { reason: '判决已经生效' });
  // As the rows of an older installation stand: the term ran on, to Monday 25 May.
  await withClient(hall.app.database, { as: 'owner' }, (client) =>
    client.query(
      `update case_file set outstanding_due_at = '2020-05-25T09:00:00Z',
         outstanding_clock = jsonb_set(outstanding_clock, '{pauses}', '[]') where id = any($1::uuid[])`,
      [[open, told, over]],
    ),
  );
  hall.set('2020-05-26T00:30+08:00');
  await breachRound(hall.app);
  expect(await term(open)).toEqual({ dueAt: '2020-05-25T09:00:00.000Z', broken: true });
  await recountPapersRound(hall.app);
  await recountPapersRound(hall.app);
  await breachRound(hall.app);
  // Still suspended it has no day; told until 1 June the tenth working day after is the 15th; two days lay still to the 27th.
  expect(await term(open)).toEqual({ dueAt: null, broken: false });
  expect(await term(told)).toEqual({ dueAt: '2020-06-15T09:00:00.000Z', broken: false });
  expect(await term(over)).toEqual({ dueAt: '2020-05-27T09:00:00.000Z', broken: false });
  const entries = await hall.app.query(
    "select subject from ledger_entry where action = 'recount-papers' order by subject",
    [],
  );
  expect(entries.map(({ subject }) => subject)).toEqual([open, told, over].toSorted());
  expect(await term(right)).toEqual({ dueAt: '2020-06-15T09:00:00.000Z', broken: false });
});

test('who declared an interest neither asks nor agrees; what was asked may be declined', async () => {
  const id = await accepted();
  const second = other();
  await act(id, 'declare-conflict', { ground: 'relative' }, second);
  await expect(
    act(id, 'ask-suspension', { ground: 'law-question', ...why, until: '2020-06-01' }, second),
  ).rejects.toMatchObject({ code: 'cases.conflict' });
  await ask(id);
  await expect(act(id, 'suspend', {}, second)).rejects.toMatchObject({ code: 'cases.conflict' });
  await act(id, 'decline-halt', { reason: '不属于所列情形' }, head());
  await expect(act(id, 'suspend', {}, head())).rejects.toMatchObject({ code: 'lib.wrong-state' });
  await ask(id);
  expect((await act(id, 'suspend', {}, head())).row.state).toBe('suspended');
});

/** 作出决定, 超过法定时限后终止或撤回, and both together. */
async function figures(): Promise<readonly number[]> {
  await foldAll(hall.app);
  const year = new Map(
    (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
  );
  return ['decided', 'ended-late', 'due'].map((name) => Number(year.get(`cases.${name}`)));
}

test('an accepted case ends on a ground of the list, asked for by one and agreed to by another; late, it stays in the rate', async () => {
  const [late, soon, granted] = [await accepted(), await accepted(), await accepted()];
  const ground = 'heirless';
  const end = { ground, reason: '申请人去世，无人承受' };
  const asked = { ...end, basis: '行政许可法第七十条', noticeNumber: '告〔2020〕2号' };
  await expect(act(soon, 'terminate', end)).rejects.toMatchObject({ code: 'cases.halt-not-asked' });
  await act(soon, 'ask-termination', asked, hall.decider);
  await expect(act(soon, 'terminate', { ...end, ground: 'basis-gone' })).rejects.toMatchObject({
    code: 'cases.halt-not-asked',
  });
  await expect(act(soon, 'terminate', end, hall.decider)).rejects.toMatchObject({
    code: 'cases.same-person',
  });
  expect((await act(soon, 'terminate', end)).row).toMatchObject({ outcome: 'terminated', isOnTime: true });
  await act(granted, 'grant', {}, hall.decider);
  hall.set('2020-06-09T09:00+08:00');
  await act(late, 'ask-termination', asked, hall.decider);
  expect((await act(late, 'terminate', end)).row).toMatchObject({ isOnTime: false });
  await foldAll(hall.app);
  const year = new Map(
    (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
  );
  // One decided in time; one ended late beside it.
  expect(['decided', 'ended-late', 'due', 'on-time-rate'].map((name) => year.get(`cases.${name}`))).toEqual([
    '1',
    '1',
    '2',
    '0.5',
  ]);
});

test('an accepted case is taken back at a window by a signed wish alone, by nobody with an interest; late, it stays in the rate', async () => {
  const [late, soon, own] = [await accepted(), await accepted(), await accepted()];
  const before = await figures();
  const wish = { reason: '不再取水' };
  const back = (id: string, by = hall.clerk) => act(id, 'withdraw', { ...wish, sheet: '撤回申请书.pdf' }, by);
  await expect(back(soon)).rejects.toMatchObject({ code: 'cases.no-sheet' });
  await hall.lay(soon, '撤回申请书.pdf');
  const near = someone('另一位窗口员', ['cases.clerk', DISTRICT]);
  await act(soon, 'declare-conflict', { ground: 'relative' }, near);
  await expect(back(soon, near)).rejects.toMatchObject({ code: 'cases.conflict' });
  expect((await back(soon)).row).toMatchObject({ state: 'withdrawn', isOnTime: true });
  // Accepted on Monday 11 May: the twentieth working day is Monday 8 June.
  hall.set('2020-06-09T09:00+08:00');
  expect((await hall.takeBack(late, '不再取水')).row).toMatchObject({ state: 'withdrawn', isOnTime: false });
  await withClient(hall.app.database, { as: 'owner' }, (client) =>
    client.query('update case_file set applicant = $1 where id = $1', [own]),
  );
  const self = someone('甲某', ['people.applicant', own]);
  expect((await act(own, 'withdraw-own', wish, self)).row).toMatchObject({ isOnTime: false });
  const after = await figures();
  expect(after.map((each, n) => each - before[n]!)).toEqual([0, 2, 2]);
});

test('what is not handed over in ten days is late, and counted', async () => {
  const [late, soon] = [await accepted(), await accepted()];
  for (const [n, id] of [late, soon].entries()) {
    await act(id, 'grant', {}, hall.decider);
    await act(id, 'issue', { resultNumber: `君水许〔2020〕${n}号` }, hall.sealer);
  }
  const deliver = (id: string) =>
    act(id, 'deliver', { way: 'counter', proof: '甲某' }, hall.clerk).then(({ row }) => row);
  // Decided on Monday 11 May: the tenth working day is Monday 25 May.
  hall.set('2020-05-25T17:00+08:00');
  expect(await deliver(soon)).toMatchObject({ isDeliveredInTime: true });
  hall.set('2020-05-26T09:00+08:00');
  expect(await deliver(late)).toMatchObject({ isDeliveredInTime: false });
});

test('a suspension with a told end is over when that day is, by itself; one until something happens waits for it', async () => {
  const [told, until, late] = [await accepted(), await accepted(), await accepted()];
  await ask(told);
  await act(told, 'suspend');
  await ask(until, { until: undefined, condition: '判决生效' });
  await act(until, 'suspend');
  await ask(late);
  hall.set('2020-06-01T23:59+08:00');
  await resumeRound(hall.app);
  expect(await clocks(told)).toMatchObject({ state: 'suspended' });
  // Nobody looked for days: what stood still ended with the day that was told all the same.
  hall.set('2020-06-04T09:00+08:00');
  await resumeRound(hall.app);
  await resumeRound(hall.app);
  expect(await clocks(told)).toMatchObject({
    state: 'accepted',
    promised_due_at: '2020-06-15T09:00:00.000Z',
  });
  expect(await clocks(until)).toMatchObject({ state: 'suspended', promised_due_at: null });
  const entries = await hall.app.query(
    "select subject, at, person_name from ledger_entry where action = 'resume-at-end' and subject = any($1::uuid[])",
    [[told, until, late]],
  );
  expect(entries).toEqual([{ subject: told, at: '2020-06-01T16:00:00.000Z', person_name: '系统' }]);
  // What was asked for until a day that is over is not agreed to any more.
  await expect(act(late, 'suspend')).rejects.toMatchObject({ code: 'cases.halt-end-past' });
});

test('resumed before its told end the promise goes on from then; suspended before ends were kept, from its end', async () => {
  const [soon, old] = [await accepted(), await accepted()];
  for (const id of [soon, old]) {
    await ask(id);
    await act(id, 'suspend');
  }
  hall.set('2020-05-13T09:00+08:00');
  await act(soon, 'resume', { reason: '判决已经生效' });
  expect(await clocks(soon)).toMatchObject({ promised_due_at: '2020-05-27T09:00:00.000Z' });
  await withClient(hall.app.database, { as: 'owner' }, (client) =>
    client.query(
      "update case_file set promised_clock = jsonb_set(promised_clock, '{pauses,0,to}', 'null'), promised_due_at = null where id = $1",
      [old],
    ),
  );
  hall.set('2020-06-10T09:00+08:00');
  await act(old, 'resume', { reason: '判决已经生效' });
  expect(await clocks(old)).toMatchObject({ state: 'accepted', promised_due_at: '2020-06-15T09:00:00.000Z' });
});
