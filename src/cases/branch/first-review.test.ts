/* 行政许可法 43: the lower body has twenty working days from the acceptance; then everything goes to the body that decides. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import { deemRound } from '../file/deem-accepted.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

const LOWER = '区自然资源局';
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  const first = { stage: 1, department: LOWER, task: '初审', isFirstReview: true };
  const decides = { stage: 1, department: WATER, task: '审查', days: 3 };
  const days = { days: 40, unit: 'working' } as const;
  const legal = { legalLimit: days, promisedLimit: days };
  await hall.offer('QS-01', { ...waterPermit, ...legal, steps: [decides, { ...first, days: null }] });
  await hall.offer('QS-02', { ...waterPermit, ...legal, steps: [decides, { ...first, days: 30 }] });
});
afterAll(() => hall.close());

const applied = async (item = 'QS-01'): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  return (await hall.act(hall.clerk, 'case-file.apply', application(item))).row.id;
};
const accepted = async (item?: string): Promise<string> => {
  const id = await applied(item);
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  return id;
};
const of = async (id: string, department: string) =>
  (
    await hall.app.query('select * from case_branch where case_id = $1 and department = $2', [
      id,
      hall.unit(department),
    ])
  )[0]!;
const answer = async (id: string, department: string, name = 'agree') =>
  hall.act(
    hall.approverOf(department),
    `case-branch.${name}`,
    { opinion: '初审完毕，附全部材料。' },
    (await of(id, department))['id'] as string,
  );

test('it goes first, whatever its number; its days are twenty from the acceptance, or those of its own law', async () => {
  // Monday 11 May and twenty working days: Monday 8 June, as article 42; thirty: 9–12 –24, 15–19 –29, 22 June 30
  const [plain, longer] = [await accepted(), await accepted('QS-02')];
  expect(await of(plain, LOWER)).toMatchObject({
    state: 'asked',
    is_first_review: true,
    due_at: '2020-06-08T09:00:00.000Z',
  });
  expect(await of(plain, WATER)).toMatchObject({ state: 'waiting', due_at: null });
  expect(await of(longer, LOWER)).toMatchObject({ due_at: '2020-06-22T09:00:00.000Z' });
});

test('accepted by itself, the days run from the day of the papers', async () => {
  const id = await applied();
  hall.set('2020-05-18T17:01+08:00');
  await deemRound(hall.app);
  expect(await of(id, LOWER)).toMatchObject({ due_at: '2020-06-08T09:00:00.000Z' });
});

test('on the twentieth day in time, a minute after closing late: recorded, counted, and nothing else stops', async () => {
  const [soon, late] = [await accepted(), await accepted()];
  hall.set('2020-06-08T17:00+08:00');
  await answer(soon, LOWER);
  hall.set('2020-06-08T17:01+08:00');
  await answer(late, LOWER);
  expect([(await of(soon, LOWER))['is_in_time'], (await of(late, LOWER))['is_in_time']]).toEqual([
    true,
    false,
  ]);
  // Everything goes on to the body that decides: 9–11 June.
  for (const id of [soon, late])
    expect(await of(id, WATER)).toMatchObject({ state: 'asked', due_at: '2020-06-11T09:00:00.000Z' });
  await foldAll(hall.app);
  const year = new Map(
    (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
  );
  expect([year.get('cases.first-reviews'), year.get('cases.first-reviews-late')]).toEqual(['2', '1']);
});

test('what it found against it binds nobody; the higher body decides, and asks for no paper again', async () => {
  const id = await accepted();
  await answer(id, LOWER, 'object');
  await expect(hall.act(hall.decider, 'case-file.grant', {}, id)).rejects.toMatchObject({
    code: 'cases.branches-open',
  });
  const again = { gaps: [{ paper: '申请书', what: '请再交一份' }] };
  await expect(hall.act(hall.clerk, 'case-file.ask-correction', again, id)).rejects.toMatchObject({
    code: 'lib.wrong-state',
  });
  await answer(id, WATER);
  expect((await hall.act(hall.decider, 'case-file.grant', {}, id)).row).toMatchObject({ state: 'granted' });
});
