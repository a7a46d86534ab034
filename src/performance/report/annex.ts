import { cell, headCell, heading, note, table, type Block } from '#documents/index.ts';
import { kindName } from '../audit/describe.ts';
import type { EvaluationFinding } from '../assess/finding.ts';
import type { Writing } from './reported.ts';

const answered = { corrected: '已改正', explained: '说明', 'not-applicable': '不适用' } as const;

function findingRow(each: EvaluationFinding, number: number, { course }: Writing) {
  const answer = course?.answers[each.id];
  return [
    cell(String(number), { align: 'center' }),
    cell(each.category, { align: 'center', shade: each.category === '矛盾' ? 'attention' : 'none' }),
    cell(kindName(each.kind)),
    cell(each.a),
    cell(each.b),
    cell(each.difference),
    cell(each.calc),
    cell(each.where.map((where) => where.place).join('\n')),
    cell(each.touches ?? ''),
    cell(answer ? `${answered[answer.kind]}：${answer.text}` : ''),
  ];
}

/** 附件: 矛盾, 尾差 and 待说明, each with both values and the working; what agrees is only counted. */
export function annex(writing: Writing): readonly Block[] {
  const { findings } = writing.assessment;
  const open = findings.filter((each) => each.category !== '相符');
  const count = (category: string): number => findings.filter((each) => each.category === category).length;
  const summary = note(
    `矛盾${count('矛盾')}处，尾差${count('尾差')}处，待说明${count('待说明')}处；另有${count('相符')}处核对相符。`,
  );
  if (open.length === 0) return [heading(1, '附件：数据核对情况'), summary];
  const head = ['序号', '类别', '核对内容', '甲', '乙', '差异', '计算过程', '位置', '涉及得分', '单位答复'];
  return [
    heading(1, '附件：数据核对情况'),
    summary,
    table('数据核对情况', { columns: [1, 2, 2, 2, 2, 2, 8, 5, 4, 4] }, [
      head.map((each) => headCell(each)),
      ...open.map((each, index) => findingRow(each, index + 1, writing)),
    ]),
  ];
}
