import type { Verdict } from '#desk/components/marks.ts';
import type { Finding } from './model.ts';

export type VerdictFilter = Verdict | 'open' | 'all';
/** Worst first; within a verdict the major ones first. */
const ORDER: readonly Verdict[] = ['contradiction', 'doubtful', 'rounding', 'consistent'];

export function ordered<F extends Finding>(findings: readonly F[]): readonly F[] {
  const rank = (each: F): number => ORDER.indexOf(each.verdict) * 2 + (each.severity === 'major' ? 0 : 1);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}
export const kinds: Readonly<Record<string, string>> = {
  sum: '合计',
  rate: '比率',
  growth: '增减',
  integer: '整数',
  order: '大小关系',
  equal: '前后表述',
  cross: '表与文字',
  enumeration: '列举',
  rule: '得分与规则',
  date: '日期与依据',
  target: '目标与完成',
  missing: '缺少数据',
  unit: '计量单位',
  form: '表格形式',
};
/** What A and B are, in the words of the kind. */
const SIDES: Readonly<Record<string, readonly [string, string]>> = {
  rule: ['自评', '按规则'],
  target: ['目标', '完成'],
  sum: ['写的是', '加起来是'],
  rate: ['写的是', '算出来是'],
  growth: ['写的是', '算出来是'],
  date: ['依据年份', '评价年份'],
  missing: ['自评', '依据'],
};
export const sidesOf = (kind: string): readonly [string, string] => SIDES[kind] ?? ['写的是', '对照'];

/** Stable name of a finding on its page. */
export const findingKey = (finding: Finding): string =>
  finding.id ?? `${finding.kind}:${finding.a}:${finding.b}:${finding.calc}`;

/** The list as shown: filtered, with last-digit differences apart so that they can be folded. */
export function shownFindings(
  findings: readonly Finding[],
  filter: { readonly verdict: VerdictFilter; readonly kind: string },
): { readonly listed: readonly Finding[]; readonly folded: readonly Finding[] } {
  const some = ordered(findings).filter((each) => filter.kind === '' || each.kind === filter.kind);
  const wanted = some.filter(
    (each) =>
      filter.verdict === 'all' ||
      (filter.verdict === 'open' ? each.verdict !== 'consistent' : each.verdict === filter.verdict),
  );
  const isFolding = filter.verdict === 'open' || filter.verdict === 'all';
  return {
    listed: wanted.filter((each) => !isFolding || each.verdict !== 'rounding'),
    folded: isFolding ? wanted.filter((each) => each.verdict === 'rounding') : [],
  };
}

/** Keys that go along a list: the arrows only where they do not scroll the page. */
export const moveKeys: ReadonlySet<string> = new Set(['j', 'k']);
export const isArrow = (key: string): boolean => key === 'ArrowDown' || key === 'ArrowUp';

/** The next place in a list for a key; stays within it. */
export function moved(at: number, count: number, key: string): number {
  const step = key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : 0;
  return Math.min(Math.max(at + step, 0), count - 1);
}
