import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

let hall: Hall;
let caseId: string;
beforeAll(async () => {
  hall = await serviceHall('2020-01-17T09:00+08:00');
  await runReactions(hall.app);
  const steps = [
    { stage: 1, department: WATER, task: '技术审查', days: 5 },
    { stage: 1, department: '区自然资源局', task: '用地审查', days: 3 },
  ];
  await hall.offer('QS-01', { ...waterPermit, steps });
  caseId = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row.id;
  await hall.act(hall.clerk, 'case-file.accept', {}, caseId);
});
afterAll(() => hall.close());

const dueOf = async (department: string) =>
  (
    await hall.app.query('select id, due_at from case_branch where case_id = $1 and department = $2', [
      caseId,
      hall.unit(department),
    ])
  )[0] as { readonly id: string; readonly due_at: string };

test('a branch asked again has its days anew, and a holiday announced late moves those under way', async () => {
  // Sunday 19 January is worked: 19–23 are five working days, 19–21 three
  expect((await dueOf(WATER)).due_at).toBe('2020-01-23T09:00:00.000Z');
  const land = await dueOf('区自然资源局');
  expect(land.due_at).toBe('2020-01-21T09:00:00.000Z');
  const opinion = { opinion: '占用基本农田。' };
  await hall.act(hall.approverOf('区自然资源局'), 'case-branch.object', opinion, land.id);
  hall.set('2020-01-22T09:00+08:00');
  await hall.act(hall.clerk, 'case-branch.ask-again', { note: '红线已调整' }, land.id);
  // 23 January 1, 31 January 2, Saturday 1 February (worked) 3
  expect((await dueOf('区自然资源局')).due_at).toBe('2020-02-01T09:00:00.000Z');

  hall.set('2020-01-27T08:00+08:00');
  await hall.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
    title: '关于延长2020年春节假期的通知',
    change: '延长',
    source: '国务院办公厅网站',
    days: ['2020-01-31', '2020-02-01', '2020-02-02'].map((on) => ({ on, kind: '放假', name: '春节' })),
  });
  await runReactions(hall.app);
  // 23 January 1, 3 and 4 February; what was over before the holiday stays
  expect((await dueOf('区自然资源局')).due_at).toBe('2020-02-04T09:00:00.000Z');
  expect((await dueOf(WATER)).due_at).toBe('2020-01-23T09:00:00.000Z');
});
