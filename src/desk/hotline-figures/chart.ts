import type { BulletinLine } from './model.ts';

/** One bar: its length between 0 and 1 of the longest. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly share: number;
}
/** The bars drawn, and what is left out and why. */
export interface Chart {
  readonly bars: readonly Bar[];
  /** Lines that have a figure but no place among the longest. */
  readonly shorter: number;
  /** Lines without a figure. */
  readonly without: number;
}
const MOST = 12;

/** `75.00%` and `1,204` as numbers; nothing for a dash. */
function numberOf(text: string): number | null {
  const number = Number(text.replace(/[,%]/g, ''));
  return Number.isFinite(number) && text !== '' ? number : null;
}

/** The longest bars of a column, as many as one reads at a glance, or all of them; lines without a figure have none. */
export function chartOf(lines: readonly BulletinLine[], column: number, isWhole = false): Chart {
  const found = lines.flatMap(({ key, name, cells }) => {
    const text = cells[column]?.text ?? '';
    const value = numberOf(text);
    return value === null ? [] : [{ key, name, text, value }];
  });
  const first = found.toSorted((a, b) => b.value - a.value).slice(0, isWhole ? found.length : MOST);
  const longest = Math.max(...first.map(({ value }) => value), 0);
  return {
    bars: first.map(({ value, ...bar }) => ({ ...bar, share: longest === 0 ? 0 : value / longest })),
    shorter: found.length - first.length,
    without: lines.length - found.length,
  };
}

/** `只画最大的 12 项，另有 11 项较小的；1 项没有数` — empty where nothing is left out. */
export function leftOutSaid({ bars, shorter, without }: Chart): string {
  const said = [
    ...(shorter > 0 ? [`只画最大的 ${bars.length} 项，另有 ${shorter} 项较小的没有画`] : []),
    ...(without > 0 ? [`${without} 项没有数，不画`] : []),
  ];
  return said.join('；');
}
