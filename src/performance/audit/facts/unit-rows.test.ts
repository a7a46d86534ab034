import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';

const HEAD = ['单位名称', '年初结转', '本年收入', '本年支出', '本年收支结余', '年末结转'];
const ROWS = [
  ['局机关', '38.20', '862.40', '851.10', '11.30', '49.50'],
  ['农业执法大队', '5.60', '426.15', '430.20', '-4.05', '1.55'],
  ['农技推广中心', '22.45', '513.80', '498.36', '15.44', '37.89'],
  ['种子服务站', '0.00', '213.70', '205.64', '8.06', '8.06'],
];
// 862.40 + 426.15 + 513.80 + 213.70 = 2016.05; 2016.05 − 1985.30 = 30.75; 66.25 + 30.75 = 97.00
const TOTAL = ['合计', '66.25', '2016.05', '1985.30', '30.75', '97.00'];

const findings = (total: readonly string[], ...text: readonly string[]): readonly string[] =>
  auditDocument(
    asGrid([
      '某县农业局2023年度部门决算说明',
      { title: '收支情况表（单位：万元）', rows: [HEAD, ...ROWS, total] },
      ...text,
    ]),
  )
    .findings.filter(({ verdict }) => verdict === 'contradiction' || verdict === 'doubtful')
    .map(({ kind, verdict }) => `${kind} ${verdict}`);

describe('a table of units has an account in every row', () => {
  test('the total is closed by its own income and spending', () => expect(findings(TOTAL)).toEqual([]));
  test('and is held to them', () =>
    // 2016.05 − 1985.30 = 30.75
    expect(findings([...TOTAL.slice(0, 4), '37.05', '97.00'])).toContain('sum contradiction'));

  test.each([
    '（一）局机关。全年收入862.40万元，其中财政拨款848.40万元；全年支出851.10万元。',
    '局机关全年收入862.40万元，全年支出851.10万元。',
    '（二）农业执法大队。收入426.15万元，支出430.20万元，年末结转1.55万元。',
    '二、分单位情况\n1.推广站。收入513.80万元，支出498.36万元，年末结转37.89万元。',
  ])('what speaks of one row is no whole: %s', (text) =>
    expect(findings(TOTAL, ...text.split('\n'))).toEqual([]),
  );

  test('what speaks of all is', () =>
    expect(findings(TOTAL, '全年收入合计2061.05万元，其中财政拨款1900万元。')).toContain(
      'cross contradiction',
    ));
});
