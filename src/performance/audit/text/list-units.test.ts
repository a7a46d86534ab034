import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a number without a unit among members that have one', () => {
  test.each([
    // 86 + 7 + 9 = 102
    '共答复申请102件。其中，予以公开86件，占84.31%；部分公开7，占6.86%；不予公开9件，占8.82%。',
    // 4180 + 15 + 5 = 4200
    '共收到评价4200条，其中非常满意 4180，满意15条，一般5条，不满意0条，非常不满意0条。',
    // the last of the list
    '共受理事项60件，其中咨询30件、求助20件、投诉10。',
  ])('is one of them: %s', (text) => {
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
    expect(said(text, 'consistent')).toContain('sum');
  });

  test('and is held to the total', () => {
    expect(
      accused(
        '共答复申请112件。其中，予以公开86件，占76.79%；部分公开7，占6.25%；不予公开9件，占8.04%；其他处理6件，占5.36%。',
      ),
    ).toContain('sum');
  });

  test('a number that names something takes none', () => {
    const text = '共整改问题30件，其中甲村20件、清单编号86、乙村10件。';
    expect(accused(text)).toEqual([]);
  });
});
