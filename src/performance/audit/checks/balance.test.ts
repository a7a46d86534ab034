import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { Finding } from '../audit.ts';
import { asGrid, asOnePerLine, asTabbedRows } from '../fixtures/layouts.ts';
import { fromText } from '../testing/extract.ts';

const sums = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ kind, verdict }) => kind === 'sum' && verdict !== 'consistent');
const ofText = (text: string): readonly Finding[] =>
  sums(auditDocument(fromText(`某局2023年度部门决算说明\n${text}`)).findings);

describe('what is left is what was carried in and came in, less what went out', () => {
  test.each([
    // 80 + 900 − 950 = 30
    '年初结转和结余80.00万元，本年收入900.00万元，本年支出950.00万元，年末结转和结余30.00万元。',
    '2023年收入总计980.00万元，其中：年初结转和结余80.00万元，本年收入900.00万元；支出总计980.00万元，其中：本年支出950.00万元，年末结转和结余30.00万元。',
    '收入总计980.00万元、支出总计980.00万元，比上年增长6.00%。其中：本年收入900.00万元，年初结转和结余80.00万元；本年支出950.00万元，年末结转和结余30.00万元。\n本年收入合计900.00万元，其中：财政拨款收入880.00万元；其他收入20.00万元。\n本年支出合计950.00万元，其中：基本支出600.00万元；项目支出350.00万元。',
    // 80 + 900 + 10 − 950 − 25 = 15
    '本年收入900.00万元，使用非财政拨款结余10.00万元，年初结转和结余80.00万元；本年支出950.00万元，结余分配25.00万元，年末结转和结余15.00万元。',
  ])('%s', (text) => expect(ofText(text)).toEqual([]));

  test('and the whole working is printed where it is not', () => {
    // 80 + 900 − 950 = 30, not 50
    const found = ofText(
      '年初结转和结余80.00万元，本年收入900.00万元，本年支出950.00万元，年末结转和结余50.00万元。',
    );
    expect(found).toEqual([expect.objectContaining({ verdict: 'doubtful', a: '50', b: '30' })]);
    expect(found[0]?.calc).toContain('收入合计900.00万元 + 上年结转80.00万元 − 支出合计950.00万元 = 30万元');
  });
  test('which is certain once the sum of all that came in is printed as well', () => {
    // 80 + 900 = 980
    const found = ofText(
      '年初结转和结余80.00万元，本年收入900.00万元，本年支出950.00万元，年末结转和结余50.00万元。收支总计980.00万元。',
    );
    expect(found).toEqual([expect.objectContaining({ verdict: 'contradiction', a: '50', b: '30' })]);
  });
});

/** 900 + 10 + 80 = 990 = 950 + 25 + 15 */
const report = (left: string) =>
  [
    '某县林业局2023年度部门决算',
    {
      title: '收入支出决算总表（单位：万元）',
      rows: [
        ['项目', '金额', '项目', '金额'],
        ['财政拨款收入', '880.00', '农林水支出', '700.00'],
        ['其他收入', '20.00', '住房保障支出', '250.00'],
        ['本年收入合计', '900.00', '本年支出合计', '950.00'],
        ['使用非财政拨款结余', '10.00', '结余分配', '25.00'],
        ['年初结转和结余', '80.00', '年末结转和结余', left],
        ['总计', '990.00', '总计', '990.00'],
      ],
    },
  ] as const;

test.each([
  ['a grid', asGrid],
  ['tabbed rows', asTabbedRows],
  ['one cell per line', asOnePerLine],
] as const)('the account of a whole year closes with what was distributed and used: %s', (_, layout) => {
  expect(sums(auditDocument(layout(report('15.00'))).findings)).toEqual([]);
});
test.each([
  ['a grid', asGrid],
  ['tabbed rows', asTabbedRows],
] as const)('and is found where it does not close: %s', (_, layout) => {
  // 45 + 25 + 950 = 1020, and 990 came in
  expect(sums(auditDocument(layout(report('45.00'))).findings)).toContainEqual(
    expect.objectContaining({ a: '45', b: '15', verdict: 'contradiction' }),
  );
});

test('a table without a unit line is in the unit of the other tables', () => {
  const of = (rows: readonly (readonly string[])[], title: string) => ({ title, rows });
  const { findings } = auditDocument(
    asGrid([
      '某县文旅局2023年度部门整体支出绩效自评报告',
      of(
        [
          ['单位名称', '收入合计', '公共财政拨款'],
          ['局机关', '500.00', '500.00'],
        ],
        '年度收入情况',
      ),
      // 500 − 470 = 30
      of(
        [
          ['单位名称', '支出合计', '基本支出', '项目支出', '当年结余'],
          ['局机关', '470.00', '300.00', '170.00', '30.00'],
        ],
        '年度支出和结余情况（万元）',
      ),
    ]),
  );
  expect(sums(findings)).toEqual([]);
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'sum', a: '30', verdict: 'consistent' }));
});

test('a year by itself has nothing of what was carried in, though 收入合计 holds it', () => {
  const { findings } = auditDocument(
    asGrid([
      '某县文旅局2023年度部门整体支出绩效自评报告',
      {
        title: '年度收入情况（万元）',
        rows: [
          ['单位名称', '收入合计', '上年结转', '公共财政拨款'],
          ['局机关', '500.00', '20.00', '480.00'],
        ],
      },
      {
        title: '年度支出和结余情况（万元）',
        // 500 − 20 − 470 = 10; 500 − 470 = 30
        rows: [
          ['单位名称', '支出合计', '基本支出', '项目支出', '当年结余', '累计结余'],
          ['局机关', '470.00', '300.00', '170.00', '10.00', '30.00'],
        ],
      },
    ]),
  );
  expect(sums(findings)).toEqual([]);
});
