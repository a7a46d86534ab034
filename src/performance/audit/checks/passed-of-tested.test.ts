import { expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

const silent = [
  '全年监督抽检1300批次，检验合格1274批次，不合格26批次，合格率为98.00%。',
  '全年抽查企业286家，抽查合格272家，不合格14家，合格率为95.1%。',
  '全年监测断面24个，监测达标23个，未达标1个，达标率为95.8%。',
  '共送检样品420份，检测合格411份，检测不合格9份，合格率97.9%。',
  '抽查灭火器1000具，抽检合格940具，不合格60具，合格率94.0%。',
  '全年累计检测水样1086个，检测合格1079个，不合格7个，合格率为99.36%。',
  '共回访群众1200人，回访满意1176人，不满意24人，满意率98.0%。',
  '排查房屋1300户，鉴定安全1274户，鉴定不安全26户，安全率为98.0%。',
  '申报项目46个，验收通过44个，验收未通过2个，验收通过率为95.7%。',
];

test.each(silent)('a verb before its result names no whole of that number: %s', (text) => {
  expect(accused(text)).toEqual([]);
  expect(said(text, 'doubtful')).toEqual([]);
  expect(said(text, 'rounding')).toEqual([]);
});

test('what was tested and did not fail still answers the rate', () => {
  // (126 − 3) ÷ 126 = 97.62 %
  expect(accused('全年检验药品126批次，不合格3批次，合格率96.6%。')).toEqual(['rate']);
});
