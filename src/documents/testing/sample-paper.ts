import { cell, headCell, heading, note, numberCell, paragraph, table, type Paper } from '../paper.ts';

/** Texts that try to be markup, formulas, escapes or control codes. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '=HYPERLINK("http://127.0.0.1/","x")',
  '+1+1',
  '-2',
  '@SUM(A1)',
  '&lt;b&gt; & "quoted" \'single\'',
  ']]> <!-- <?x ?>',
  '_x0041_ stays',
  '${constructor} {{x}} %s',
];

/** An invented report with everything a paper can hold. */
export const samplePaper: Paper = {
  title: '某县行政审批服务局\n部门整体支出绩效自评报告',
  subtitle: '（2020 年度）',
  banner: '模拟数据',
  blocks: [
    heading(1, '一、部门基本情况'),
    paragraph([
      { text: '全年受理办件 ' },
      { text: '11,303', isBold: true, ref: 'cases' },
      {
        text: ' 件，按期办结率 99.95%，其余事项见下表。本段写得长一些，以便看清首行缩进、行距与换行是否合乎公文格式。',
      },
    ]),
    heading(2, '（一）人员与职能'),
    table('表1　部门基本情况', { columns: [2, 3, 2, 3], headerRows: 0 }, [
      [
        headCell('人员编制'),
        numberCell('18'),
        headCell('实有人数'),
        numberCell({ text: '38', ref: 'staff' }),
      ],
      [headCell('职能职责'), cell('组织协调行政审批制度改革。\n管理政务服务大厅。', { columnSpan: 3 })],
      [headCell('年度任务', { rowSpan: 2 }), cell('任务一'), headCell('完成情况'), cell('')],
      [cell('任务二'), cell('已完成', { columnSpan: 2 })],
    ]),
    heading(1, '二、收入支出'),
    table('表2　收入支出（万元）', { columns: [3, 2, 2, 2], headerRows: 2 }, [
      [
        headCell('单位', { rowSpan: 2 }),
        headCell('收入', { columnSpan: 2 }),
        headCell('支出率', { rowSpan: 2 }),
      ],
      [headCell('年初'), headCell('决算')],
      [
        cell('局机关'),
        numberCell('1,595.33'),
        numberCell({ text: '990.40', ref: 'income' }),
        numberCell('62.08%'),
      ],
      [cell('服务中心'), numberCell('0'), numberCell(''), numberCell('—', { shade: 'attention' })],
    ]),
    note('注：空格表示没有填写，不等于零。'),
    { kind: 'turn', orientation: 'landscape' },
    heading(3, '附：特殊文字'),
    table('表3：特殊/文字', { columns: [1, 4, 1, 1, 1, 1, 1, 1, 1] }, [
      ['序号', '文字', '甲', '乙', '丙', '丁', '戊', '己', '庚'].map((text) => headCell(text)),
      ...HOSTILE.map((text, at) => [
        numberCell(String(at + 1)),
        cell(text),
        ...['一', '二', '三', '四', '五', '六', '七'].map((each) => cell(each, { align: 'center' })),
      ]),
    ]),
    { kind: 'turn', orientation: 'portrait' },
    paragraph('以上情况属实。'),
    {
      kind: 'signature',
      lines: [{ label: '单位负责人（签字）' }, { label: '填报日期', value: '2021 年 3 月 1 日' }],
    },
  ],
  sources: [
    { id: 'staff', text: '编制登记：实有 38 人（2020-12-31）' },
    { id: 'income', text: '决算收入 990.40 万元：财务记录 12 条' },
    { id: 'cases', text: '办件 11,303 件：办件记录' },
  ],
};

/** What every format must say about the tables: per table, per cell its place, spans and text. */
export const sampleTables = [
  [
    '0,0 1×1 人员编制',
    '0,1 1×1 18',
    '0,2 1×1 实有人数',
    '0,3 1×1 38',
    '1,0 1×1 职能职责',
    '1,1 1×3 组织协调行政审批制度改革。\n管理政务服务大厅。',
    '2,0 2×1 年度任务',
    '2,1 1×1 任务一',
    '2,2 1×1 完成情况',
    '2,3 1×1 ',
    '3,1 1×1 任务二',
    '3,2 1×2 已完成',
  ],
  [
    '0,0 2×1 单位',
    '0,1 1×2 收入',
    '0,3 2×1 支出率',
    '1,1 1×1 年初',
    '1,2 1×1 决算',
    '2,0 1×1 局机关',
    '2,1 1×1 1,595.33',
    '2,2 1×1 990.40',
    '2,3 1×1 62.08%',
    '3,0 1×1 服务中心',
    '3,1 1×1 0',
    '3,2 1×1 ',
    '3,3 1×1 —',
  ],
  [
    ...['序号', '文字', '甲', '乙', '丙', '丁', '戊', '己', '庚'].map((text, at) => `0,${at} 1×1 ${text}`),
    ...HOSTILE.flatMap((text, at) =>
      [String(at + 1), text, '一', '二', '三', '四', '五', '六', '七'].map(
        (each, column) => `${at + 1},${column} 1×1 ${each}`,
      ),
    ),
  ],
];
