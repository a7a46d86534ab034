/* 撤回: nobody but the applicant takes an application back; a clerk names the sheet they signed, before the acceptance too. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validated } from '#lib/http/validate.ts';
import { someone } from '#lib/testing/app.ts';
import { withdrawBundle } from '../bundle/withdraw.ts';
import { application, DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import type { CaseFile } from './case-file.ts';
import { withdraw } from './end.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const act = async (id: string, name: string, input = {}, by = hall.clerk) =>
  (await hall.act(by, `case-file.${name}`, input, id)).row as CaseFile;
const SHEET = '撤回申请书.pdf';
const back = (id: string, sheet = SHEET) => act(id, 'withdraw', { reason: '不想办', sheet });
const noSheet = { code: 'cases.no-sheet' };

test('no window takes anything back on its own word: the sheet that the applicant signed is always named', () => {
  const said = { reason: '不想办', sheet: SHEET };
  expect(validated(withdraw.input, said)).toEqual(said);
  for (const wish of [
    { reason: '不想办' },
    { reason: '不想办', isSigned: true },
    { ...said, isSigned: true },
  ])
    expect(() => validated(withdraw.input, wish)).toThrow('lib.shape');
  expect(() => validated(withdrawBundle.input, { reason: '不想办', isSigned: true })).toThrow('lib.shape');
});

test('what must be accepted is not got rid of by a reason: before the acceptance, too, it wants the signed sheet', async () => {
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01', { papers: [] }));
  const { id } = row;
  await expect(back(id)).rejects.toMatchObject(noSheet);
  const papers = ['申请书', '水资源论证报告', '与第三者的协议'];
  const gaps = papers.map((paper) => ({ paper, what: '未提交' }));
  await act(id, 'ask-correction', { gaps });
  await expect(back(id)).rejects.toMatchObject(noSheet);
  expect(await act(id, 'supply-correction', { papers })).toMatchObject({ state: 'received' });
  await expect(act(id, 'decline', { ground: 'not-needed', reason: '不想收' })).rejects.toMatchObject({
    code: 'cases.must-accept',
  });
  await expect(back(id)).rejects.toMatchObject(noSheet);
  const sheet = await hall.lay(id, SHEET);
  expect(await back(id)).toMatchObject({ state: 'withdrawn', wishSigned: { by: hall.clerk.id, sheet } });
});

test('whoever was seen here or not, accepted or not: the sheet is laid with the case on the day that it is taken back', async () => {
  const platform = someone('省平台', ['cases.platform', DISTRICT]);
  const doors = [
    ['apply-online', platform],
    ['apply', hall.clerk],
  ] as const;
  for (const [door, by] of doors)
    for (const isAccepted of [false, true]) {
      hall.set('2020-05-11T09:00+08:00');
      const { id } = (await hall.act(by, `case-file.${door}`, application('QS-01'))).row;
      if (door === 'apply-online') await act(id, 'receive');
      if (isAccepted) await act(id, 'accept');
      await expect(back(id)).rejects.toMatchObject(noSheet);
      await hall.lay(id, SHEET);
      hall.set('2020-05-12T09:00+08:00');
      // What lay with it yesterday may be anything of its course.
      await expect(back(id)).rejects.toMatchObject({ code: 'cases.sheet-old' });
      const sheet = await hall.lay(id, SHEET);
      const gone = await back(id);
      expect(gone).toMatchObject({ state: 'withdrawn', wishSigned: { by: hall.clerk.id, sheet } });
    }
});
