import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('marks of several units add up to nothing', () => {
  test.each([
    '考核较好的部门分别为：县水务局、县林业局、县科协等9家单位，均为100分；排名后三位的部门分别为：县供销社（42.15分）、县粮食收储公司（90.20分）、县自来水公司（93.80分）。',
    '各镇得分均在95分以上，其中石桥镇98.2分，柳树镇97.5分，南河镇96.1分。',
    '政务服务评价得分最高99.6分，其中医保局99.1分，税务局98.7分。',
    '按期结案率排名前三的街道为：东城街道（99.80%）、西城街道（99.10%）、北城街道（98.60%）。',
  ])('%s', (text) => expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]));

  test.each([
    // 20 + 30 + 30 + 10 = 90
    '自评总分92分，其中投入20分，过程30分，产出30分，效益10分。',
    // 15 + 30 + 40 + 20 = 105
    '指标总分100分，其中决策15分、过程30分、产出40分、效益20分。',
  ])('but the parts of one score do: %s', (text) => expect(accused(text)).toContain('sum'));
});
