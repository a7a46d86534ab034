import type { Evaluation, Figure } from './model.ts';

export interface FigureLine {
  readonly key: string;
  readonly title: string;
  /** By unit key; '' is the department as a whole (汇总). */
  readonly cells: Readonly<Record<string, Figure | null>>;
}
export interface FigureGroup {
  readonly name: string;
  readonly title: string;
  /** Columns: '' (汇总) and the units; only '' where no unit has figures of its own. */
  readonly units: readonly { readonly key: string; readonly name: string }[];
  readonly lines: readonly FigureLine[];
}

/** What the first part of a key stands for; others are shown under 其他数据. */
const TITLES: Readonly<Record<string, string>> = {
  staff: '人员',
  income: '收入',
  spending: '支出和结余',
  threePublic: '“三公经费”',
  assets: '固定资产',
  budget: '预算',
  projects: '项目支出',
  procurement: '政府采购',
  card: '公务卡',
  disbursement: '支付进度',
  specialFunds: '专项资金',
  fees: '“一票制”收费',
  orders: '工单办理',
  hotline: '热线与信箱',
  ratings: '服务评价',
  cases: '业务办理',
  disclosure: '政务公开',
  catalogue: '事项',
};
const WHOLE = { key: '', name: '汇总' } as const;

export const columnOf = (key: string): string => key.split('@')[0]!;
export const unitOf = (key: string): string => key.split('@')[1] ?? '';
export const cellKey = (column: string, unit: string): string => (unit === '' ? column : `${column}@${unit}`);

/** Figures in the groups and rows that the form has, lacking ones included. */
export function figureGroups({
  figures,
  units,
  assessment,
}: Pick<Evaluation, 'figures' | 'units' | 'assessment'>): readonly FigureGroup[] {
  const names = new Map<string, string>();
  for (const [key, figure] of Object.entries(figures))
    names.set(columnOf(key), names.get(columnOf(key)) ?? figure.title);
  for (const { key, name } of assessment.missing.flatMap((each) => each.figures))
    if (!names.has(columnOf(key))) names.set(columnOf(key), name);
  const groupOf = (key: string): string => {
    const name = key.split('.')[0] ?? '';
    return name in TITLES ? name : 'other';
  };
  return [...Map.groupBy(names.keys(), groupOf)].map(([name, columns]) => {
    const hasUnits = Object.keys(figures).some(
      (key) => unitOf(key) !== '' && columns.includes(columnOf(key)),
    );
    const shownUnits = hasUnits ? [WHOLE, ...units] : [WHOLE];
    return {
      name,
      title: TITLES[name] ?? '其他数据',
      units: shownUnits,
      lines: columns.map((column) => ({
        key: column,
        title: names.get(column)!,
        cells: Object.fromEntries(shownUnits.map(({ key }) => [key, figures[cellKey(column, key)] ?? null])),
      })),
    };
  });
}
