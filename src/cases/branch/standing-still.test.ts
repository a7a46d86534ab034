/* 行政许可法 45: what the clocks of a case do not count is not counted on its branches: a first review goes with the law, any other with the promise. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import { runReactions } from '#ledger/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { resumeRound } from '../halt/resume-at-end.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

const LOWER = '区自然资源局';
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall('2020-01-17T09:00+08:00');
  await runReactions(hall.app);
  const days = { days: 40, unit: 'working' } as const;
  const own = { ...waterPermit, legalLimit: days, promisedLimit: days };
  const first = { stage: 1, department: LOWER, task: '初审', isFirstReview: true, days: null };
  const review = { stage: 1, department: LOWER, task: '用地审查', days: 10 };
  const decides = { stage: 2, department: WATER, task: '审查', days: 3 };
  await hall.offer('QS-01', { ...own, steps: [first, decides] });
  await hall.offer('QS-02', { ...own, steps: [review, decides] });
});
afterAll(() => hall.close());

const at = (text: string) => hall.set(`${text}+08:00`);
async function accepted(item: string, on = '2020-05-11T09:00'): Promise<string> {
  at(on);
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application(item))).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  return id;
}
const of = async (id: string, department = LOWER) =>
  (
    await hall.app.query('select * from case_branch where case_id = $1 and department = $2', [
      id,
      hall.unit(department),
    ])
  )[0] as Readonly<Record<string, unknown>> & { readonly id: string };
const answer = async (id: string, department = LOWER, name = 'agree') =>
  (
    await hall.act(
      hall.approverOf(department),
      `case-branch.${name}`,
      { opinion: '没有意见。' },
      (await of(id, department)).id,
    )
  ).row;
let notices = 0;
const begin = (id: string, estimatedDays: number) =>
  hall.act(
    hall.decider,
    'case-file.begin-procedure',
    {
      kind: 'expert-review',
      reason: '须经专家评审',
      noticeNumber: `君水告〔2020〕${++notices}号`,
      estimatedDays,
    },
    id,
  );
async function end(id: string): Promise<void> {
  const [row] = await hall.app.query(
    "select id from special_procedure where case_id = $1 and state = 'under-way'",
    [id],
  );
  await hall.act(hall.decider, 'special-procedure.end', { result: '专家同意' }, row!['id'] as string);
}
const halt = { reason: '洪水冲毁道路', basis: '防汛条例第二条', noticeNumber: '君水止〔2020〕1号' };
async function suspend(id: string, until: string): Promise<void> {
  const asked = { ...halt, ground: 'force-majeure', until };
  await hall.act(hall.approverOf(WATER), 'case-file.ask-suspension', asked, id);
  await hall.act(someone('局长', ['cases.head', hall.unit(WATER)]), 'case-file.suspend', {}, id);
}

test('a first review stands still while experts look, for no longer than was told, and is in time after', async () => {
  const id = await accepted('QS-01');
  expect(await of(id)).toMatchObject({ due_at: '2020-06-08T09:00:00.000Z' });
  await begin(id, 30);
  // 11 May and thirty days told end on Monday 22 June (12 May 1 … 8 June 20, 9–12 –24, 15–19 –29, 22 June 30); then twenty:
  // 23 and 24 June 1–2, Sunday 28 June (worked) 3, 29 June–3 July –8, 6–10 –13, 13–17 –18, 20 and 21 July 20
  expect(await of(id)).toMatchObject({ due_at: '2020-07-21T09:00:00.000Z' });
  at('2020-06-15T10:00');
  await end(id);
  // From 16 June: 16–19 –4, 22–24 –7, 28 June 8, 29 June–3 July –13, 6–10 –18, 13 and 14 July 20
  expect(await of(id)).toMatchObject({ due_at: '2020-07-14T09:00:00.000Z' });
  expect(await answer(id)).toMatchObject({ isInTime: true, dueAt: '2020-07-14T09:00:00.000Z' });
  await foldAll(hall.app);
  const year = await measuresOfYear(hall.app, { year: 2020 });
  expect(year.find(({ name }) => name === 'cases.first-reviews-late')?.value ?? '0').toBe('0');
});

test('a suspension stops the promise, so it stops a share of it, and no first review, whose days are the law’s', async () => {
  const [first, share] = [await accepted('QS-01'), await accepted('QS-02')];
  // 12–15 May 1–4, 18–22 –9, 25 May 10
  expect(await of(share)).toMatchObject({ due_at: '2020-05-25T09:00:00.000Z' });
  for (const id of [first, share]) await suspend(id, '2020-05-15');
  at('2020-05-16T00:01');
  await resumeRound(hall.app);
  expect(await of(first)).toMatchObject({ due_at: '2020-06-08T09:00:00.000Z' });
  // Until the end of Friday the 15th: 18–22 May 1–5, 25–29 –10
  expect(await of(share)).toMatchObject({ due_at: '2020-05-29T09:00:00.000Z' });
  at('2020-05-29T17:01');
  expect(await answer(share)).toMatchObject({ isInTime: false });
});

test('one that begins while the case stands still begins to count with it', async () => {
  const id = await accepted('QS-02');
  await begin(id, 5);
  at('2020-05-13T10:00');
  await answer(id);
  // Told until Monday the 18th: 19, 20 and 21 May
  expect(await of(id, WATER)).toMatchObject({ state: 'asked', due_at: '2020-05-21T09:00:00.000Z' });
  at('2020-05-14T10:00');
  await end(id);
  // 15, 18 and 19 May
  expect(await of(id, WATER)).toMatchObject({ due_at: '2020-05-19T09:00:00.000Z' });
});

test('a holiday announced late moves it with what it stood still for', async () => {
  const id = await accepted('QS-02', '2020-01-22T09:00');
  await begin(id, 3);
  // 23 January, 31 January and Saturday 1 February (worked) stand; 3–7 –5, 10–14 February –10
  expect(await of(id)).toMatchObject({ due_at: '2020-02-14T09:00:00.000Z' });
  at('2020-01-27T08:00');
  await hall.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
    title: '关于延长2020年春节假期的通知',
    change: '延长',
    source: '国务院办公厅网站',
    days: ['2020-01-31', '2020-02-01', '2020-02-02'].map((on) => ({ on, kind: '放假', name: '春节' })),
  });
  await runReactions(hall.app);
  // 23 January, 3 and 4 February stand; 5–7 –3, 10–14 –8, 17 and 18 February 10
  expect(await of(id)).toMatchObject({ due_at: '2020-02-18T09:00:00.000Z' });
});
