import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

test('each of the four budgets of a county has its own income and spending', () => {
  // 9000 + 500 − 8800 = 700; 2000 + 300 − 2100 = 200; 60 + 10 − 50 = 20; 4000 − 3600 = 400
  const { findings } = auditDocument(
    fromText(
      [
        '某县2023年财政决算（草案）的报告',
        '（一）一般公共预算。收入9000万元，上年结转500万元，收入总计9500万元；支出8800万元，年终结转700万元。',
        '（二）政府性基金预算。收入2000万元，上年结转300万元，收入总计2300万元；支出2100万元，年终结转200万元。',
        '（三）国有资本经营预算。收入60万元，上年结转10万元，收入总计70万元；支出50万元，年终结转20万元。',
        '（四）社会保险基金预算。收入4000万元，支出3600万元，当年结余400万元。',
      ].join('\n'),
    ),
  );
  expect(findings.filter(({ verdict }) => verdict !== 'consistent')).toEqual([]);
});
