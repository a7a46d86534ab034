import { expect, test } from 'vitest';
import { groupedFindings } from './grouped.ts';
import type { Remark } from './lint.ts';

const missing = (field: Remark['field'], message: string): Remark => ({
  rule: 'missing',
  severity: 'fault',
  field,
  message,
});
const vague: Remark = {
  rule: 'vague-material',
  severity: 'fault',
  field: 'materials',
  message: '“其他材料”说不清要什么，请逐项列明或删去',
};

test('what many items lack is one line with their number; what one item has stays with it', () => {
  const promise = missing('promisedLimit', '没有填写承诺时限');
  const found = groupedFindings([
    { remarks: [promise, vague, vague] },
    { remarks: [promise, missing('basis', '没有填写设定依据')] },
    { remarks: [promise, vague] },
  ]);
  expect(found.map(({ title, count }) => [title, count])).toEqual([
    ['缺承诺办结时限', 3],
    ['材料表述模糊：“其他材料”说不清要什么，请逐项列明或删去', 2],
  ]);
});
