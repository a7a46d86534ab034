import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a rate behind what came in last may be of that', () => {
  test.each([
    // 165 ÷ 173 = 95.38 %; 56 of the 57 leads are 98.2 %
    '查处案件173起，同比增长4.2%，办结165起，罚没62.8万元，收到举报线索57条，查实率36.8%，办结率98.2%。',
    '立案19件，办结18件，接到举报62件，办结率98.4%。',
    '排查隐患218处，整改205处，交办问题62个，整改率98.4%。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toEqual([]);
  });

  test.each([
    '查处案件173起，办结165起，办结率98.2%。',
    '收到举报线索57条，查处案件173起，办结165起，办结率98.2%。',
    '查处案件173起，办结165起，罚没62.8万元，办结率98.2%。',
  ])('while its own counts beside it are still asked of it: %s', (text) => {
    expect(accused(text)).toEqual(['rate']);
  });
});

describe('what stands behind a semicolon is a neighbour of the whole, not one more part', () => {
  test.each([
    '房产类412件，占14.0%；劳动类387件，其中欠薪251件；城建类352件；治安类219件。',
    '用于产业8736万元，其中中央资金5702万元；用于基础设施4875万元；用于其他方面1625万元。',
    // 1488 ÷ 18.6 = 80, 1047 ÷ 37.4 = 28
    '完成投资1488万元、1047万元，每公里造价分别为80万元和28万元。',
  ])('%s', (text) => expect(accused(text)).toEqual([]));

  test('unless the whole is called a total', () => {
    // 251 + 152 + 219 = 622
    expect(accused('共受理412件，其中占道251件；噪音152件；油烟219件。')).toEqual(['sum']);
  });
});

test('what 其中 opens under a whole of its own is no second value of the count for all', () => {
  const text = '立案216件，给予党纪政务处分204人。\n查处作风问题31起，处理46人，其中给予党纪政务处分29人。';
  expect(accused(text)).toEqual([]);
  expect(said(text, 'doubtful')).toEqual([]);
});

test('qualities behind semicolons that come to twice the whole are no parts of it', () => {
  const text = '全县仓房总仓容9.6万吨，其中完好仓容8.7万吨；低温仓容3.2万吨；机械通风仓容7.1万吨。';
  expect(accused(text)).toEqual([]);
});
