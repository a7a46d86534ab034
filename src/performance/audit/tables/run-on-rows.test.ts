import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

/** 1746 ÷ 1800 = 97 %, 10 × 97 % = 9.7; 30 + 30 + 30 = 90 below. */
const form = (execution: string, total: string): string => {
  const parted = [
    ['（2023年度）'],
    ['项目名称', '某改造工程', '主管部门', '某局', '实施单位', '某中心'],
    ['项目资金（万元）'],
    ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', '1800.00', '1800.00', '1746.00', '10', '97.00%', execution],
    ['其中：当年财政拨款', '1600.00', '1600.00', '1560.00', '—', '—', '—'],
    ['其他资金', '200.00', '200.00', '186.00', '—', '—', '—'],
  ];
  const rows = [
    ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '改造条数', '≥30条', '32条', '30', '30'],
    ['效益指标', '受益户数', '≥9000户', '9126户', '30', '30'],
    ['满意度指标', '居民满意度', '≥90%', '93.5%', '30', '30'],
    ['总分', '', '', '', '100', total],
  ];
  const cells = (row: readonly string[]): string => row.map((cell) => `\t${cell}\n`).join('');
  return `项目支出绩效自评表\n${parted.map((row) => `${cells(row)}\t\n`).join('')}\n${rows.map((row) => `${cells(row)}\n`).join('')}`;
};

const sheetOf = (text: string) =>
  auditDocument(fromText(text)).findings.filter(({ verdict }) => verdict !== 'consistent');

test('rows parted by an empty cell are rows, and their score counts', () => {
  expect(sheetOf(form('9.70', '99.70'))).toEqual([]);
});
test('and a score that its rate does not give is asked about', () => {
  // 10 × 97 % = 9.7, not 9.9
  expect(sheetOf(form('9.90', '99.90'))).toContainEqual(
    expect.objectContaining({ kind: 'rule', verdict: 'doubtful', a: '9.9', b: '9.7' }),
  );
});
