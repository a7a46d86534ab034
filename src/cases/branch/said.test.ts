import { afterAll, beforeAll, expect, test } from 'vitest';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  const steps = [{ stage: 1, department: WATER, task: '技术审查', days: 5 }];
  await hall.offer('QS-01', { ...waterPermit, steps });
});
afterAll(() => hall.close());

test('what a department had against it stays on its branch, and in the ledger, however often it is asked again', async () => {
  const { id: caseId } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, caseId);
  const [found] = await hall.app.query('select id from case_branch where case_id = $1', [caseId]);
  const id = found!['id'] as string;
  const approver = hall.approverOf(WATER);
  const act = async (by: typeof approver, name: string, input: Readonly<Record<string, unknown>>) =>
    (await hall.act(by, `case-branch.${name}`, input, id)).row;

  await act(approver, 'send-back', { reason: '坐标不清' });
  hall.later(30);
  await act(hall.clerk, 'resubmit', { note: '已补充坐标' });
  await act(approver, 'object', { opinion: '影响下游取水。' });
  hall.later(30);
  await act(hall.clerk, 'ask-again', { note: '已改取水口' });
  hall.later(30);
  const again = await act(approver, 'object', { opinion: '仍影响下游。' });
  const lines = [
    '2020年5月11日 09:00 退回窗口：坐标不清',
    '2020年5月11日 09:30 重新转交：已补充坐标',
    '2020年5月11日 09:30 不同意：影响下游取水。',
    '2020年5月11日 10:00 请重新审查：已改取水口',
  ];
  expect(again).toMatchObject({ state: 'objected', opinion: '仍影响下游。', saidBefore: lines.join('\n') });
  hall.later(30);
  await act(hall.clerk, 'ask-again', { note: '请再看' });
  const [row] = await hall.app.query('select said_before, opinion from case_branch where id = $1', [id]);
  expect(row).toEqual({
    opinion: null,
    said_before: [
      ...lines,
      '2020年5月11日 10:30 不同意：仍影响下游。',
      '2020年5月11日 11:00 请重新审查：请再看',
    ].join('\n'),
  });
  const told = await hall.app.query(
    `select p.text from ledger_prose p where p.field = 'opinion' and p.text like '%下游%' order by p.text`,
    [],
  );
  expect(told.map(({ text }) => text)).toEqual(['仍影响下游。', '影响下游取水。']);
});
