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
  for (let n = first; n <= last; n += 1) {
    const next = label(n);
    const open = runs.at(-1);
    if (open?.kind === next.kind && open.name === next.name) runs[runs.length - 1] = { ...open, to: n };
    else runs.push({ ...next, from: n, to: n });
  }
  return runs;
}

/** A run of rest days, with what later notices did to it. */
export function restStep({ from, to, name }: Span & DayLabel, table: CalendarTable): Step {
  const days = Array.from({ length: to - from + 1 }, (_, i) => changeOf(table, from + i));
  const changes = new Set(days.filter((change) => change !== undefined));
  return { kind: 'rest', from: dayOfNumber(from), to: dayOfNumber(to), name, changes: [...changes] };
}
