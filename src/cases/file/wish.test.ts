/* 撤回: nobody but the applicant takes an application back; a clerk writes down what was signed, before the acceptance too. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
import { application, DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import type { CaseFile } from './case-file.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const act = async (id: string, name: string, input = {}, by = hall.clerk) =>
  (await hall.act(by, `case-file.${name}`, input, id)).row as CaseFile;
const back = (id: string, more = {}) => act(id, 'withdraw', { reason: '不想办', ...more });
const unsigned = { code: 'cases.wish-not-signed' };
const SHEET = '撤回申请书.pdf';

test('what must be accepted is not got rid of by a reason: before the acceptance, too, it wants a signature', async () => {
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01', { papers: [] }));
  const { id } = row;
  await expect(back(id)).rejects.toMatchObject(unsigned);
  const papers = ['申请书', '水资源论证报告', '与第三者的协议'];
  const gaps = papers.map((paper) => ({ paper, what: '未提交' }));
  await act(id, 'ask-correction', { gaps });
  await expect(back(id, { isSigned: false })).rejects.toMatchObject(unsigned);
  expect(await act(id, 'supply-correction', { papers })).toMatchObject({ state: 'received' });
  await expect(act(id, 'decline', { reason: '不想收' })).rejects.toMatchObject({
    code: 'cases.must-accept',
  });
  await expect(back(id)).rejects.toMatchObject(unsigned);
  expect(await back(id, { isSigned: true })).toMatchObject({ state: 'withdrawn', wishSigned: null });
});

test('of who was never seen here no tick is believed, accepted or not: their signed sheet lies with the case', async () => {
  const platform = someone('省平台', ['cases.platform', DISTRICT]);
  for (const isAccepted of [false, true]) {
    const { id } = (await hall.act(platform, 'case-file.apply-online', application('QS-01'))).row;
    await act(id, 'receive');
    if (isAccepted) await act(id, 'accept');
    const unseen = { code: 'cases.wish-unseen' };
    await expect(back(id, { isSigned: true })).rejects.toMatchObject(unseen);
    await expect(back(id, { isSigned: true, sheet: SHEET })).rejects.toMatchObject({
      code: 'cases.no-sheet',
    });
    const sheet = await hall.lay(id, SHEET);
    const gone = await back(id, { sheet: SHEET });
    expect(gone).toMatchObject({ state: 'withdrawn', wishSigned: { by: hall.clerk.id, sheet } });
  }
});
