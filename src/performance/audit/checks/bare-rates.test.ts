import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';
import { accused } from '../testing/sentence.ts';

describe('a rate that no whole count gives', () => {
  test.each([
    '问卷调查群众120人，综合满意率95.46%。',
    '回访1110件，满意率98.63%（剔除无法接通的212件）。',
    '测评代表86人，平均满意率96.38%。',
    '电话回访286户，接通率82.17%，满意率98.72%。',
    '随机调查86人，满意率92.36%。',
  ])('may be of several questions or of fewer people: %s', (text) => expect(accused(text)).toEqual([]));

  // 38 ÷ 40 = 95 %, 39 ÷ 40 = 97.5 %
  test('and is none of those who were called, where nothing stands between', () =>
    expect(accused('回访40人，满意率96.3%。')).toEqual(['integer']));
});

describe('a row of changes below rows of counts', () => {
  test('holds no counts', () => {
    const audit = auditDocument(
      asGrid([
        '某县2023年安全生产情况',
        {
          title: '事故情况',
          rows: [
            ['时间', '事故起数', '死亡人数', '受伤人数'],
            ['上半年', '10', '3', '8'],
            ['下半年', '8', '3', '10'],
            ['全年', '18', '6', '18'],
            ['上年', '22', '8', '21'],
            ['同比', '-18.2%', '-25.0%', '-14.3%'],
          ],
        },
      ]),
    );
    expect(audit.findings.filter(({ verdict }) => verdict === 'contradiction')).toEqual([]);
  });
});
