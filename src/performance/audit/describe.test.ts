import { expect, test } from 'vitest';
import { describeFinding, verdictName } from './describe.ts';

test('a finding prints as one neutral sentence with its lines', () => {
  const each = {
    kind: 'cross',
    verdict: 'contradiction',
    severity: 'major',
    a: '130',
    b: '120',
    difference: '10',
    calc: '文中支出130万元；表中支出120万元',
    touches: null,
    where: [
      { line: 8, place: '正文', text: '' },
      { line: 3, place: '表', text: '' },
    ],
  } as const;
  expect(describeFinding(each)).toBe(
    '【矛盾】文表数据：文中支出130万元；表中支出120万元；两处不能同时成立，请核对并更正或说明（第8、3行）。',
  );
});

test.each([
  ['contradiction', '矛盾'],
  ['rounding', '尾差'],
  ['doubtful', '待说明'],
  ['consistent', '相符'],
] as const)('%s is %s', (verdict, name) => {
  expect(verdictName(verdict)).toBe(name);
});
