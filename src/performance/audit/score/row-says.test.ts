import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { Audit } from '../audit.ts';
import { fromText } from '../testing/extract.ts';
import { said } from '../testing/sentence.ts';

const audited = (row: string, note: string): Audit =>
  auditDocument(
    fromText(
      [
        '青溪县城市管理局2023年度部门整体支出绩效自评表',
        '指标\t分值\t评分标准\t得分\t扣分原因和说明',
        `${row}\t${note}`,
        '日常工作\t80\t酌情评定\t80\t',
      ].join('\n'),
    ),
  );
const status = (row: string, note: string) => audited(row, note).score?.rows[0]?.status;

const SWEPT = '道路机械化清扫率\t20\t≥75%计20分，每低1个百分点扣0.5分\t20';
const TIMELY = '投诉办理及时率\t20\t100%计20分，每低1个百分点扣1分\t20';
const SURPLUS = '资金结余\t20\t无结余计20分；有结余但不超过上年结转计10分\t20';
const DAYS = '平均办案天数\t20\t≤45天得20分，每多1天扣1分\t20';
const CONTENT = '群众满意度\t20\t≥95%得20分；90%（含）-95%得15分；其他得5分\t15';

describe('what a row says of itself without the name of its indicator', () => {
  test.each([
    [SWEPT, '机扫率76.28%'],
    [TIMELY, '受理1204件，均按时办结'],
    [DAYS, '43.6天'],
    [CONTENT, '测评93.7%'],
    [CONTENT, '参评126人，满意118人'], // 93.65 %
  ])('bears its score out: %s: %s', (row, note) => expect(status(row, note)).toBe('agrees'));

  test('in words it is for whoever evaluates', () => expect(status(SURPLUS, '年末无结余')).toBe('judged'));

  test.each([
    [SWEPT, '任务75%'],
    [TIMELY, '受理1204件，未全部办结'],
    [DAYS, '47.2天'],
    [CONTENT, '测评96.1%'],
  ])('and where it does not, the figures are asked for: %s: %s', (row, note) => {
    expect(status(row, note)).toBe('no-figure');
    expect(audited(row, note).findings.filter(({ verdict }) => verdict === 'contradiction')).toEqual([]);
  });
});

test('a bracket that says how its parts are counted answers whether they overlap', () => {
  const text =
    '抓获犯罪嫌疑人342人，其中刑拘278人、逮捕165人、移送起诉197人（同一人采取多种措施的分别统计），抓获逃犯31名。';
  expect(said(text, 'doubtful')).toEqual([]);
  expect(said(text, 'contradiction')).toEqual([]);
});
