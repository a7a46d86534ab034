import { expect, test } from 'vitest';
import { accused } from '../testing/sentence.ts';

test.each([
  '资产总额3335.00万元，其中固定资产2980.00万元，在用固定资产2921.00万元，利用率98.02%。',
  // 8620 + 1180 + 150 = 9950, and 50 were not content
  '收到评价10000条，其中非常满意8620条、满意1180条、基本满意150条，好评9950条，好评率99.50%；差评50条。',
])('a part of a part, and a sum of parts, are no further parts: %s', (text) =>
  expect(accused(text)).toEqual([]),
);

test('degrees of one answer are parts side by side', () => {
  // 60 + 30 + 8 + 12 = 110
  expect(accused('回访100人，其中非常满意60条、满意30条、基本满意8条、不满意12条。')).toEqual([]);
  expect(accused('收到评价100条，其中非常满意60条、满意30条、基本满意8条、不满意12条。')).toEqual(['sum']);
});
