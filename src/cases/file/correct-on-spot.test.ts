/* 行政许可法 32(3): what can be put right on the spot is, without a notice, and the five days stay what they were. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import type { CaseFile } from './case-file.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const applied = async (more: object = {}): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  return (await hall.act(hall.clerk, 'case-file.apply', application('QS-01', more as never))).row.id;
};
const correct = async (id: string, paper: string, what: string) =>
  (await hall.act(hall.clerk, 'case-file.correct-on-spot', { paper, what }, id)).row as CaseFile;

test('it is recorded with its day, no notice goes out, the last day to tell stays, and it is accepted', async () => {
  const applicant = { name: '王小明', idNumber: '11010518491231008X', phone: '13800001234' };
  const id = await applied({ applicant });
  await correct(id, '申请书', '取水量单位写错，已改为立方米');
  hall.set('2020-05-11T09:10+08:00');
  // Monday 11 May and five working days: Monday the 18th, as without it.
  expect(await correct(id, '水资源论证报告', '王小明补签名')).toMatchObject({
    state: 'received',
    correctionAskedAt: null,
    tellByAt: '2020-05-18T09:00:00.000Z',
    // Nobody is named in the clear.
    spotCorrections:
      '2020年5月11日 09:00 申请书：取水量单位写错，已改为立方米\n2020年5月11日 09:10 水资源论证报告：某某补签名',
  });
  expect((await hall.act(hall.clerk, 'case-file.accept', {}, id)).row).toMatchObject({ state: 'accepted' });
  await expect(correct(id, '申请书', '再改一处')).rejects.toMatchObject({ code: 'lib.wrong-state' });
});

test('what a department had found in that paper needs no notice any more; the rest is told once', async () => {
  const id = await applied();
  await hall.act(hall.clerk, 'case-file.ask-checks', { departments: [hall.unit(WATER)] }, id);
  const [check] = await hall.app.query('select id from case_branch where case_id = $1', [id]);
  const gaps = [
    { paper: '申请书', what: '日期未填' },
    { paper: '水资源论证报告', what: '缺附图' },
  ];
  const checked = check!['id'] as string;
  await hall.act(hall.approverOf(WATER), 'case-branch.answer-check', { gaps }, checked);
  expect((await correct(id, '申请书', '补填日期')).gaps).toMatchObject([{ paper: '水资源论证报告' }]);
  const told = await hall.act(hall.clerk, 'case-file.ask-correction', { gaps: [] }, id);
  expect((told.row as CaseFile).gaps).toMatchObject([{ paper: '水资源论证报告' }]);
});

test('a paper that lacks is brought, one not asked for is none; after the five days it is accepted already', async () => {
  const id = await applied({ papers: ['申请书'] });
  await expect(correct(id, '水资源论证报告', '补签名')).rejects.toMatchObject({
    code: 'cases.papers-missing',
  });
  await expect(correct(id, '户口簿', '补签名')).rejects.toMatchObject({ code: 'cases.unknown-paper' });
  hall.set('2020-05-18T17:00+08:00');
  await correct(id, '申请书', '补签名');
  hall.set('2020-05-18T17:01+08:00');
  await expect(correct(id, '申请书', '补日期')).rejects.toMatchObject({ code: 'cases.deemed' });
});
