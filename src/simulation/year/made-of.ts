import type { SimulatedYearLine } from './view.ts';

const KINDS: Readonly<Record<string, string>> = { hotline: '工单', cases: '办件' };
const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];
const kindsOf = (lines: readonly Pick<SimulatedYearLine, 'module'>[]): string =>
  unique(lines.map(({ module }) => KINDS[module] ?? '数据')).join('、');

/**
 * What was made up, in words: `2020 年的工单、办件和当前在办的工单`. Each year with what was made of it alone; what lies on
 * the desks today belongs to no simulated year. Empty for nothing. Pure.
 */
export function madeOf(lines: readonly Pick<SimulatedYearLine, 'year' | 'module' | 'scenario'>[]): string {
  const years = Map.groupBy(
    lines.filter(({ scenario }) => scenario !== 'desk'),
    ({ year }) => year,
  );
  const today = lines.filter(({ scenario }) => scenario === 'desk');
  return [
    ...[...years].toSorted(([a], [b]) => a - b).map(([year, own]) => `${year} 年的${kindsOf(own)}`),
    ...(today.length > 0 ? [`当前在办的${kindsOf(today)}`] : []),
  ].join('和');
}
