import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';
import { accused, said } from '../testing/sentence.ts';

describe('a list ends where one of its members is spoken of', () => {
  const calls = (direct: number) =>
    `受理群众诉求1200件，其中直接答复${direct}件，转办380件，转办件办结376件，办结率98.95%。`;
  // 820 + 380 = 1200; 376 ÷ 380 = 98.95 %
  test('and what was done of it is no further part', () => expect(accused(calls(820))).toEqual([]));
  test('while the list itself is held to its whole', () => expect(accused(calls(830))).toEqual(['sum']));
  test('posts and those who hold them are no list', () =>
    expect(said('部门编制67人，在职63人，其中局机关编制47人，在职44人。', 'doubtful')).toEqual([]));
  // 351 + 150 = 501
  test.each([
    ['150.00', []],
    ['160.00', ['sum']],
  ])('what is left is no part of what was spent: %s', (project, kinds) =>
    expect(
      accused(`本年支出501.00万元，其中基本支出351.00万元，项目支出${project}万元，年末结转2.00万元。`),
    ).toEqual(kinds),
  );
});

test('more done than came in under a rate below a hundred is asked about', () => {
  // 1650 ÷ 1600 = 103.13 %
  expect(said('受理群众申请1600件，办结1650件，办结率99.00%。', 'doubtful')).toEqual(['rate']);
});

test('each mean of a row was rounded by itself', () => {
  // 1121.67 + 1146.67 = 2268.33
  const { findings } = auditDocument(
    asGrid([
      '某局2023年度业务情况',
      {
        title: '业务办理情况（件）',
        rows: [
          ['单位', '上半年', '下半年', '全年'],
          ['甲站', '1121', '1146', '2267'],
          ['乙站', '1122', '1147', '2269'],
          ['丙站', '1122', '1147', '2269'],
          ['合计', '3365', '3440', '6805'],
          ['单位平均', '1121.7', '1146.7', '2268.3'],
        ],
      },
    ]),
  );
  expect(findings.filter(({ verdict }) => verdict !== 'consistent')).toEqual([]);
});
