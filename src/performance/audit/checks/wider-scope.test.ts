import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';

const cross = (text: string): readonly string[] =>
  auditDocument(
    asGrid([
      '某县2023年教育统计',
      {
        title: '教师和学生情况',
        rows: [
          ['学段', '学校（所）', '专任教师（人）', '在校生（人）'],
          ['小学', '48', '1486', '24680'],
          ['初中', '18', '986', '12640'],
          ['高中', '4', '562', '6862'],
          ['合计', '70', '3034', '44182'],
        ],
      },
      text,
    ]),
  )
    .findings.filter(({ kind, verdict }) => kind === 'cross' && verdict !== 'consistent')
    .map(({ verdict }) => verdict);

describe('a sentence of a wider or a narrower scope than the table', () => {
  test.each([
    '全县共有学校132所（含幼儿园62所），在校生54044人（含幼儿）。',
    '城区小学12所，在校生11860人，专任教师612人。',
  ])('is no fault: %s', (text) => expect(cross(text)).toEqual([]));
  test('one figure that differs is', () =>
    expect(cross('全县专任教师3034人，在校生44812人。')).toEqual(['contradiction']));
});
