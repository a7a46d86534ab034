import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const crossed = (...lines: readonly string[]): readonly string[] =>
  auditDocument(fromText(['青溪县2023年度工作情况通报', ...lines].join('\n')))
    .findings.filter(({ kind, verdict }) => kind === 'cross' && verdict !== 'consistent')
    .map(({ verdict }) => verdict);

const BY_APPLICANT = [
  '办理结果\t自然人\t商业企业\t其他\t总计',
  '予以公开\t6\t1\t0\t7',
  '不予公开\t2\t0\t0\t2',
  '总计\t8\t1\t0\t9',
];

test('其他 of a list is not 其他 of a table', () => {
  expect(crossed('按内容分，政策类23条，财政类8条，其他249条。', ...BY_APPLICANT)).toEqual([]);
});

const APRIL = [
  '二、部门考评（4月）',
  '责任单位\t应结案数\t结案数',
  '市容大队\t1214\t1209',
  '园林中心\t1870\t1832',
  '合计\t3084\t3041',
];

test('what several months come to is not held to the table of one of them', () => {
  expect(crossed('1—4月累计应结11137件，累计结案11062件。', ...APRIL)).toEqual([]);
  expect(crossed('4月份应结3084件，结案3041件。1—4月累计结案11062件。', ...APRIL.slice(1))).toEqual([]);
  expect(crossed('4月份应结3084件，结案3014件。', ...APRIL)).toEqual(['contradiction']);
});

const FUNDS = [
  '险种\t参保人数\t基金支出（万元）',
  '养老保险\t25400\t5816',
  '失业保险\t15300\t1247',
  '合计\t40700\t7063',
];

test('a part of a whole that the table does not print is no row of the table', () => {
  expect(crossed('减免社会保险费6102万元，其中养老保险5816万元、失业保险286万元。', ...FUNDS)).toEqual([]);
  expect(crossed('基金支出7063万元，其中养老保险5816万元、失业保险1274万元。', ...FUNDS)).not.toEqual([]);
});
