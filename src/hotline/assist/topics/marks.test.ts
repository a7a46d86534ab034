import { expect, test } from 'vitest';
import { mark } from './marks.ts';

test('marks are worked out topic by topic, each topic counting alike', () => {
  const found = mark([
    { label: '甲', ranked: ['甲', '乙'] },
    { label: '甲', ranked: ['乙', '甲'] },
    { label: '乙', ranked: ['乙', '甲'] },
    { label: '乙', ranked: ['丙', '甲'] },
  ]);
  // 甲: said once, rightly; 1 of 2 found: F1 = 2·1 / (2 + 1) = 2/3. 乙: said twice, once rightly; F1 = 2·1 / (2 + 2) = 1/2.
  expect(found.perLabel['甲']).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, rows: 2 });
  expect(found.perLabel['乙']).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, rows: 2 });
  expect(found.macroF1).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12);
  expect(found).toMatchObject({ rows: 4, accuracy: 0.5, top2: 0.75 });
});
