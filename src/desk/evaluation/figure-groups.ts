import { byGroup, byPart, groupTitles } from './figure-order.ts';
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
    return name in groupTitles ? name : 'other';
  };
  return [...Map.groupBy(names.keys(), groupOf)]
    .toSorted(([a], [b]) => byGroup(a, b))
    .map(([name, columns]) => {
      const hasUnits = Object.keys(figures).some(
        (key) => unitOf(key) !== '' && columns.includes(columnOf(key)),
      );
      const shownUnits = hasUnits ? [WHOLE, ...units] : [WHOLE];
      return {
        name,
        title: groupTitles[name] ?? '其他数据',
        units: shownUnits,
        lines: columns.toSorted(byPart).map((column) => ({
          key: column,
          title: names.get(column)!,
          cells: Object.fromEntries(
            shownUnits.map(({ key }) => [key, figures[cellKey(column, key)] ?? null]),
          ),
        })),
      };
    });
}
