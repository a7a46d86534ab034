import { dayOfNumber } from '#lib/time.ts';
import { changeOf } from './rest-days.ts';
import type { Step } from './steps.ts';
import type { CalendarTable } from './table.ts';

/** Day numbers from one to another, both with. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
/** What one day is to a clock. */
interface DayLabel {
  readonly kind: string;
  readonly name: string;
}

/** Days that carry the same label one after the other, as one run each. */
export function runsOf<L extends DayLabel>(
  first: number,
  last: number,
  label: (n: number) => L,
): (L & Span)[] {
  const runs: (L & Span)[] = [];
  let from = first;
  while (from <= last) {
    const open = label(from);
    let to = from;
    while (to < last && isSame(label(to + 1), open)) to += 1;
    runs.push({ ...open, from, to });
    from = to + 1;
  }
  return runs;
}
const isSame = (a: DayLabel, b: DayLabel): boolean => a.kind === b.kind && a.name === b.name;

/** A run of rest days, with what later notices did to it. */
export function restStep({ from, to, name }: Span & DayLabel, table: CalendarTable): Step {
  const changes: string[] = [];
  for (let n = from; n <= to; n += 1) {
    const change = changeOf(table, n);
    if (change !== undefined && !changes.includes(change)) changes.push(change);
  }
  return { kind: 'rest', from: dayOfNumber(from), to: dayOfNumber(to), name, changes };
}
