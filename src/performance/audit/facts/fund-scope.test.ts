import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const asked = (text: string) =>
  auditDocument(fromText(`某局2023年度部门决算情况说明\n${text}`)).findings.filter(
    ({ verdict }) => verdict !== 'consistent',
  );

// 832 − 827 = 5 is paid from other income
const whole = '本年收入合计840.00万元，本年支出合计832.00万元。';

test('what is spent of the grant is not all that is spent', () => {
  // 400 + 427 = 827
  expect(
    asked(
      `${whole}\n财政拨款支出827.00万元，占本年支出合计的99.40%，其中基本支出400.00万元（人员经费350.00万元，公用经费50.00万元），项目支出427.00万元。`,
    ),
  ).toEqual([]);
});
test('a unit that has nothing else is held to it', () => {
  // 400 + 437 = 837
  expect(
    asked('财政拨款支出827.00万元，其中基本支出400.00万元，项目支出437.00万元。').map(({ kind }) => kind),
  ).toContain('sum');
});
