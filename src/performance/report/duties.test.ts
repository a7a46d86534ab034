import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedEvaluation2020 } from '../seed/seed.ts';
import { openBureau, type Bureau } from '../testing/bureau.ts';
import { reportedOfYear } from '../year-report.ts';
import { dutiesOf } from './duties.ts';
import { reportPaper } from './report.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
  await seedEvaluation2020(bureau.app);
});
afterAll(() => bureau.close());

test('duties are told from the remit and the sections; a unit without either is left to be filled in', () => {
  const standing = { region: '甲区', remit: ['渣土', '占道'], sections: ['办公室'], institutions: [] };
  expect(dutiesOf({ standing })).toEqual([
    { text: '负责渣土、占道等方面的工作。内设办公室，共1个股室，分工承担各项职责。' },
  ]);
  expect(dutiesOf({ standing: { ...standing, remit: [], sections: [] } })).toEqual([]);
  expect(dutiesOf({})).toEqual([]);
});

test('the shipped report names the sections of the bureau, and ends the sheet with its remark', async () => {
  const text = JSON.stringify(reportPaper(await reportedOfYear(bureau.app, { year: 2020 })));
  expect(text).toContain('内设办公室、优化办、');
  expect(text).toContain('共7个股室');
  expect(text).toContain('下设区政务中心、现场勘查中心，共2个所属单位。');
  expect(text).toContain('备注：');
  expect(text).not.toContain('（未填写）');
});
