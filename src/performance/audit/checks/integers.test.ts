import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

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
