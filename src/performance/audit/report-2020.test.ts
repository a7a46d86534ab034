import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedFile } from '#lib/testing/shared.ts';
import { auditDocument } from './audit-document.ts';
import type { Finding } from './audit.ts';
import { fromText } from './testing/extract.ts';

const file = sharedFile('reference/self-evaluation-2020.txt');
const audit = auditDocument(fromText(file ? readFileSync(file, 'utf8') : ''));
const found = (wanted: Partial<Finding>): readonly Finding[] =>
  audit.findings.filter((each) =>
    Object.entries(wanted).every(([key, value]) => each[key as keyof Finding] === value),
  );

describe.runIf(file)('the report of 2020', () => {
  test('claims 97 and has 89 by its own rules, between 63 and 94', () => {
    // 97 − 5 (38 / 18) − 3 (469.57 over nothing carried in) = 89; 89 − 26 without a figure = 63; 89 + 5 = 94
    expect(audit.score).toMatchObject({
      full: '100',
      claimed: '97',
      recomputed: '89',
      range: { low: '63', high: '94' },
      grade: { claimed: '优', recomputed: '良' },
      // 5 + 5 + 3 + 3 + 6 + 2 + 2 = 26 of 5 + 5 + 3 + 3 + 6 + 3 + 3 = 28
      unsupported: { rows: 7, points: '26', full: '28' },
    });
  });

  test.each([
    ['财政供养人员控制率', '0'],
    ['资金结余', '0'],
  ])('%s has %s of its claim by the rule', (name, recomputed) => {
    const row = audit.score?.rows.find((each) => each.name === name);
    expect(row).toMatchObject({ status: 'contradicts', recomputed });
  });

  test('an answer quoted in part says so', () => {
    const quoted = audit.findings.flatMap(({ calc }) => /完成情况“([^”]*)”未直接对应/.exec(calc)?.[1] ?? []);
    expect(quoted.filter((each) => each.length > 50).every((each) => each.endsWith('…'))).toBe(true);
    expect(quoted.some((each) => each.endsWith('…'))).toBe(true);
  });

  test('special funds of 1495.95 stand against project spending of 990.4, and with basic spending above all income', () => {
    expect(found({ a: '1495.95', b: '990.4', verdict: 'contradiction' })).toHaveLength(1);
    // 1495.95 + 135.36 = 1631.31
    expect(found({ a: '1631.31', b: '1595.33', verdict: 'contradiction', kind: 'order' })).toHaveLength(1);
  });

  test('what differs in the last digit is rounding', () => {
    expect(found({ a: '135.35', b: '135.36', verdict: 'rounding' })).not.toHaveLength(0);
    expect(found({ a: '112.52', b: '112.53', verdict: 'rounding' })).not.toHaveLength(0);
  });

  test.each([
    // 11303 − 11204 = 99 and 11303 − 11505 = −202
    [
      'more due than received',
      { kind: 'order', verdict: 'doubtful', a: '11303', b: '11204', difference: '99' },
    ],
    ['99.95 % under a target of 100 %', { kind: 'target', verdict: 'doubtful', a: '99.95', b: '100' }],
    ['the rate 2 of 3 implies for procurement', { kind: 'missing', a: '2', b: '95' }],
    ['the rate 2 of 3 implies for the official card', { kind: 'missing', a: '2', b: '45' }],
    // 990.4 / 1125.76 = 87.98 %
    ['projects without a cost or an output', { kind: 'missing', verdict: 'doubtful', a: '87.98' }],
    ['bases of 2015', { kind: 'date', verdict: 'doubtful', a: '2015年' }],
    // 469.57 / 1595.33 = 29.43 %
    ['all paid on schedule beside money left', { kind: 'cross', verdict: 'doubtful', b: '29.43%' }],
    ['units that exist and are blank', { kind: 'missing', verdict: 'doubtful', b: '空白' }],
    ['the grade that follows', { kind: 'rule', verdict: 'doubtful', a: '优', b: '良' }],
  ] as const)('asks about %s', (_, wanted) => {
    expect(found(wanted)).toHaveLength(1);
  });

  test('asks where completion answers a target of punctuality, and where words answer a number', () => {
    expect(found({ kind: 'target', verdict: 'doubtful' }).length).toBeGreaterThanOrEqual(6);
  });

  test('has seven rows without a figure', () => {
    expect(audit.findings.filter(({ kind, touches }) => kind === 'missing' && touches !== null)).toHaveLength(
      7,
    );
  });

  test.each([
    ['sum', '1595.33'], // 797.73 + 797.6
    ['sum', '1125.76'], // 135.36 + 990.4
    ['sum', '135.36'], // 112.53 + 22.83
    ['sum', '16.65'], // 8 + 8.65
    ['sum', '23709'], // 12 + 22905 + 792
    ['sum', '1090'], // 970 + 120
    ['sum', '469.57'], // 1595.33 − 1125.76
    ['sum', '97'], // the scores
    ['form', '100'], // the weights
    ['form', '40'], // 过程
    ['rate', '1.23'], // 25 / 2037
    ['rate', '99.95'], // 11297 / 11303
    ['enumeration', '7'],
  ])('confirms the %s of %s', (kind, a) => {
    expect(
      audit.findings.filter((each) => each.kind === kind && each.a === a && each.verdict === 'consistent'),
    ).not.toHaveLength(0);
  });

  test('contradicts itself in three places and no more', () => {
    expect(found({ verdict: 'contradiction' }).map(({ a, b }) => [a, b])).toEqual([
      ['3', '0'],
      ['1495.95', '990.4'],
      ['1631.31', '1595.33'],
    ]);
  });
});
