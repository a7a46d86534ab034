import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { Finding } from '../audit.ts';
import { fromText } from '../testing/extract.ts';

const HEADER = '序号\t单位\t派单量（件）\t办结量（件）\t满意率（%）';
// 267 + 214 + 186 = 667 and 262 + 214 + 181 = 657
const ROWS = ['1\t甲局\t267\t262\t95.7', '2\t乙局\t214\t214\t97.6', '3\t丙局\t186\t181\t94.3'];

const findingsOf = (...lines: readonly string[]): readonly Finding[] =>
  auditDocument(
    fromText(['某县热线2023年12月通报', '承办单位办理情况', ...lines].join('\n')),
  ).findings.filter(({ verdict }) => verdict !== 'consistent');

describe('a total row whose last cell was not typed', () => {
  test('keeps the places its empty cells give it', () => {
    expect(findingsOf(HEADER, ...ROWS, '合计\t\t667\t657')).toEqual([]);
  });

  test('is still added up in them', () => {
    const [sum, ...others] = findingsOf(HEADER, ...ROWS, '合计\t\t676\t657');
    expect(sum).toMatchObject({ kind: 'sum', verdict: 'contradiction', a: '676', b: '667' });
    expect(others).toEqual([]);
  });

  test('says nothing where its figures could only stand as a rate above a hundred', () => {
    expect(findingsOf(HEADER, ...ROWS, '合计\t667\t657')).toEqual([]);
  });
});

test('a full row with a rate above a hundred is named', () => {
  const findings = findingsOf(HEADER, ...ROWS.slice(0, 2), '3\t丙局\t186\t181\t943');
  expect(findings.map(({ kind }) => kind)).toEqual(['order']);
});
