import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

// 1986.52 + 256.66 = 2243.18; 2243.18 + 825.32 = 3068.5
const inside = (words: string, end = ''): string =>
  `支出3068.50万元，其中基本支出2243.18万元，${words}人员经费1986.52万元、公用经费256.66万元${end}；项目支出825.32万元。`;

describe('what only details a member of a list is no member of it', () => {
  test.each([
    inside('包括'),
    inside('主要是'),
    inside('用于'),
    inside('分为'),
    inside('由', '构成'),
    inside('即'),
    inside('').replace('万元，人员', '万元：人员'),
    // 主要 need not name all of it
    inside('主要用于').replace('256.66', '156.66'),
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toEqual([]);
  });

  test('while the members themselves must still come to the whole', () => {
    expect(accused(inside('主要是').replace('825.32', '852.32'))).toEqual(['sum']);
    expect(accused('支出300万元，其中人员120万元、公用60万元、项目140万元。')).toEqual(['sum']);
  });
});

test('包括 lists the parts of what stands before it', () => {
  expect(accused('收入3068.50万元，包括财政拨款2243.18万元、其他收入725.32万元。')).toEqual(['sum']);
  expect(accused('培训干部320人，培训对象包括村干部412人。')).toEqual([]);
});
