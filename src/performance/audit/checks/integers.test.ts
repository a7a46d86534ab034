import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';
import { accused } from '../testing/sentence.ts';

const broken = (caption: string, rows: readonly string[]): readonly string[] =>
  auditDocument(fromText(['某局2023年度工作报告', caption, ...rows].join('\n')))
    .findings.filter(({ kind, verdict }) => kind === 'integer' && verdict === 'contradiction')
    .map(({ calc }) => calc);

describe('a column is one of counts when its unit or its name says so and most of it is whole', () => {
  test('a caption of two units says of no column which one it has', () => {
    const rows = ['项目\t项目数\t支出数', '道路养护\t4\t612.50', '路灯改造\t3\t208.40', '合计\t7\t820.90'];
    expect(broken('项目支出情况表（单位：个、万元）', rows)).toEqual([]);
  });
  test('one broken count among whole ones is named', () => {
    const rows = ['乡镇\t受理件数', '甲镇\t120', '乙镇\t98.5', '丙镇\t77', '丁镇\t65'];
    expect(broken('各乡镇受理情况表（单位：件）', rows)).toEqual(['乙镇的受理件数98.5，计数应为整数']);
  });
});

test.each([
  // −3.44 − (−1.86) = −1.58
  '自然增长率由上年的-1.86‰下降至-3.44‰，下降1.58个千分点。',
  '出生率由7.9‰降至6.5‰，下降1.4个千分点。',
  'PM2.5浓度下降2.5个单位。',
  '全年投入1.2个亿，用于道路改造。',
  '全年节水相当于2.5个西湖水量。',
  '按每万人信访量排名，最低的是九岭乡8.3件，最高的是城关街道71.5件（常住人口8.64万人）。',
  '按百户投诉量由高到低排序，依次为城关镇3.7件、河东镇2.9件、大堰镇1.4件。',
  '各乡镇信访强度差异明显，九岭乡8.3件，城关街道71.5件。',
])('what is no count may be broken: %s', (text) => {
  expect(accused(text)).toEqual([]);
});

test('a difference per thousand is recomputed: 7.9 − 6.5 = 1.4', () => {
  expect(accused('出生率由7.9‰降至6.5‰，下降2.4个千分点。')).toEqual(['growth']);
});

test.each(['全县共建成12.5个村级服务站。', '共受理办件126.5件。'])(
  'half of a counted thing does not exist: %s',
  (text) => {
    expect(accused(text)).toEqual(['integer']);
  },
);
