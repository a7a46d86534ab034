import {
  cell,
  headCell,
  heading,
  note,
  numberCell,
  table,
  type Block,
  type Paper,
} from '#documents/index.ts';
import type { Bulletin, BulletinLine } from './bulletin.ts';
import type { Composite } from './composite.ts';

const gradeOf = (composite: Composite): string =>
  'missing' in composite ? `缺少${composite.missing.join('、')}` : `${composite.value}（${composite.grade}）`;

/** Rates as the share and what it is made of: `99.95% (11297/11303)` without both is a rumour. */
const shown = ({ text, numerator, denominator }: BulletinLine['cells'][number]): string =>
  denominator === null || denominator === '0' ? text : `${text}\n(${numerator}/${denominator})`;

function tableOf(title: string, lines: readonly BulletinLine[], { columns, total }: Bulletin): Block {
  const head = [title, ...columns.map((column) => column.title), '综合指标值'];
  const row = (line: BulletinLine) => [
    cell(line.name),
    ...line.cells.map((each) =>
      each.denominator === null ? numberCell(each.text) : cell(shown(each), { align: 'right' }),
    ),
    cell(gradeOf(line.composite), { align: 'center' }),
  ];
  return table(`按${title}`, { columns: [4, ...columns.map(() => 2), 3] }, [
    head.map((each) => headCell(each)),
    ...[...lines, total].map(row),
  ]);
}

/** The bulletin as a paper: one table a dimension with the total below, then what each column means. */
export function bulletinPaper(bulletin: Bulletin, { isSimulated }: { readonly isSimulated: boolean }): Paper {
  const { period, tables, columns, compositeRules } = bulletin;
  return {
    title: `12345 热线与信箱办理情况通报`,
    subtitle: `（${period.title}，${period.from} 至 ${period.to}）`,
    ...(isSimulated ? { banner: '模拟数据' } : {}),
    blocks: [
      { kind: 'turn', orientation: 'landscape' },
      ...tables.flatMap(({ title, lines }) => [heading(1, `按${title}`), tableOf(title, lines, bulletin)]),
      note(
        `综合指标值 = 100 − ${compositeRules.lateWeight} × 未按期率 − ${compositeRules.reworkWeight} × 返工率 − ${compositeRules.dissatisfactionWeight} × 不满意率（百分点）${compositeRules.isExample ? '；示例，非官方' : ''}。`,
      ),
      heading(1, '口径'),
      table('口径', { columns: [3, 2, 12] }, [
        ['指标', '版本', '口径'].map((each) => headCell(each)),
        ...columns.map(({ title, version, basis }) => [cell(title), cell(`第 ${version} 版`), cell(basis)]),
      ]),
    ],
  };
}
