import type { BulletinLine } from './model.ts';

/** One bar: its length between 0 and 1 of the longest. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly share: number;
}
const MOST = 12;

/** `75.00%` and `1,204` as numbers; nothing for a dash. */
function numberOf(text: string): number | null {
  const number = Number(text.replace(/[,%]/g, ''));
  return Number.isFinite(number) && text !== '' ? number : null;
}

/** The longest bars of a column, as many as one reads at a glance; lines without a figure have none. */
export function barsOf(lines: readonly BulletinLine[], column: number): readonly Bar[] {
  const found = lines.flatMap(({ key, name, cells }) => {
    const text = cells[column]?.text ?? '';
    const value = numberOf(text);
    return value === null ? [] : [{ key, name, text, value }];
  });
  const first = found.toSorted((a, b) => b.value - a.value).slice(0, MOST);
  const longest = Math.max(...first.map(({ value }) => value), 0);
  return first.map(({ value, ...bar }) => ({ ...bar, share: longest === 0 ? 0 : value / longest }));
}
