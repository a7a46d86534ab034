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

  test('special funds of 1495.95 stand against project spending of 990.4, and with basic spending above all income', () => {
    expect(found({ a: '1495.95', b: '990.4', verdict: 'contradiction' })).toHaveLength(1);
    // 1495.95 + 135.36 = 1631.31
    expect(found({ a: '1631.31', b: '1595.33', verdict: 'contradiction', kind: 'order' })).toHaveLength(1);
  });

  test('what differs in the last digit is rounding', () => {
    expect(found({ a: '135.35', b: '135.36', verdict: 'rounding' })).not.toHaveLength(0);
    expect(found({ a: '112.52', b: '112.53', verdict: 'rounding' })).not.toHaveLength(0);
  });
});
