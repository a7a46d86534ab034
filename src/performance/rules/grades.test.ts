import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/fraction.ts';
import { gradeOf, parseGradeScale } from './index.ts';

test.each([
  ['100', '优'],
  ['90', '优'],
  ['89.99', '良'],
  ['80', '良'],
  ['79.5', '中'],
  ['60', '中'],
  ['59.99', '差'],
])('the ministry’s cuts grade %s as %s', (points, grade) => expect(gradeOf(fraction(points))).toBe(grade));

describe('a form’s own cuts', () => {
  test.each([
    [
      '评价结果分为四个等级：90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差。',
      '89.5',
      '良',
    ],
    ['得分≥90分为优秀，75分≤得分<90分为良好，60分≤得分<75分为合格，60分以下为不合格。', '75', '良好'],
    ['等级：优（90-100分）、良（80-89分）、中（60-79分）、差（0-59分）', '89.5', '良'],
    [
      '综合得分95分以上（含95分）为优秀；85分（含）至95分为良好；60分（含）至85分为合格；低于60分为不合格。',
      '95',
      '优秀',
    ],
    ['优秀：90分及以上；良好：80分（含）~90分；合格：60分（含）~80分；不合格：60分以下', '60', '合格'],
    ['[90，100]为优，[80，90)为良，[60，80)为中，[0，60)为差', '80', '良'],
  ])('%s grade %s as %s', (text, points, grade) => {
    const scale = parseGradeScale(text);
    expect(scale && gradeOf(fraction(points), scale)).toBe(grade);
  });

  test.each(['本单位自评得分97分，评价等次为优秀。', '优、良、中、差四个等级', ''])(
    'are not found in %s',
    (text) => {
      expect(parseGradeScale(text)).toBeUndefined();
    },
  );
});
