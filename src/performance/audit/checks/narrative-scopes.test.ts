import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { Finding } from '../audit.ts';
import type { DocumentSpec } from '../fixtures/document.ts';
import { asGrid, asTabbedRows } from '../fixtures/layouts.ts';

const crossings = (spec: DocumentSpec): readonly Finding[] =>
  [asGrid, asTabbedRows].flatMap((layout) =>
    auditDocument(layout(spec)).findings.filter(
      ({ kind, verdict }) => kind === 'cross' && verdict !== 'consistent',
    ),
  );

const towns = {
  title: '表一 乡镇办理情况',
  rows: [
    ['单位', '接收量', '办结量'],
    ['东关镇', '412', '409'],
    ['西河镇', '286', '280'],
    ['合计', '698', '689'],
  ],
} as const;
const offices = {
  title: '表二 重点部门办理情况',
  rows: [
    ['单位', '接收量', '办结量'],
    ['县住建局', '531', '520'],
    ['县教体局', '209', '208'],
    ['小计', '740', '728'],
  ],
} as const;

describe('a total of one table is not the total of the county', () => {
  test('where each table counts some of the units', () => {
    // 689 + 728 + 63 = 1480
    expect(
      crossings(['某县2023年热线工单办理情况通报', '全县共办结1480件，其他部门办结63件。', towns, offices]),
    ).toEqual([]);
  });
  test('where the sentence counts what a subtotal counts', () => {
    const rows = [
      ['单位', '派发', '办结'],
      ['县住建局', '210', '206'],
      ['县城管局', '174', '174'],
      ['小计', '384', '380'],
      ['全县总计', '656', '646'],
    ];
    expect(
      crossings([
        '某县2023年热线工单办理情况通报',
        { title: '部门办理情况', rows },
        '部门办结380件，乡镇办结266件。',
      ]),
    ).toEqual([]);
  });
  test('where the sentence counts what one row counts', () => {
    const rows = [
      ['行业', '起数', '死亡'],
      ['道路运输', '8', '6'],
      ['工矿商贸', '4', '2'],
      ['其他', '2', '1'],
      ['合计', '14', '9'],
    ];
    expect(
      crossings([
        '某县2023年安全生产形势的通报',
        { title: '分行业情况（单位：起、人）', rows },
        '从行业看，道路运输事故8起、死亡6人；工矿商贸事故4起、死亡2人。',
      ]),
    ).toEqual([]);
  });
  test('where a sentence under its own heading speaks of one stage', () => {
    const rows = [
      ['类别', '学校数（所）', '在校生数（人）'],
      ['学前教育', '86', '12408'],
      ['义务教育小计', '64', '48027'],
      ['高中阶段小计', '6', '12398'],
      ['总计', '156', '72833'],
    ];
    expect(
      crossings([
        '某县2023年教育事业统计公报',
        { title: '表1 各级各类教育基本情况', rows },
        '三、高中阶段教育。在校生12398人，其中普高8937人、中职3461人。',
      ]),
    ).toEqual([]);
  });
});

describe('a plain figure is still held against its table', () => {
  test('the total of the only table', () => {
    // 412 + 286 = 698, and 409 + 280 = 689
    expect(
      crossings(['某县2023年热线工单办理情况通报', '全年共办结698件。', { ...towns, title: '办理情况' }]),
    ).toContainEqual(expect.objectContaining({ verdict: 'contradiction', a: '698', b: '689' }));
  });
  test('a line of the three public expenses behind what the budget allowed', () => {
    const rows = [
      ['项目', '预算数', '决算数'],
      ['因公出国（境）费', '0.00', '0.00'],
      ['公务用车运行维护费', '22.00', '19.86'],
      ['公务接待费', '8.00', '5.14'],
      ['合计', '30.00', '25.00'],
    ];
    // 25.00 − 5.14 = 19.86
    expect(
      crossings([
        '某县交通局2023年度部门决算',
        { title: '“三公”经费决算表（单位：万元）', rows },
        '2023年度“三公”经费支出决算25.00万元，完成预算的83.33%，其中公务用车运行维护费18.96万元，公务接待费5.14万元。',
      ]),
    ).toContainEqual(expect.objectContaining({ verdict: 'contradiction', a: '18.96', b: '19.86' }));
  });
});
