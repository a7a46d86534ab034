import { millis } from '#lib/time.ts';
import type { Pause } from './clock.ts';
import type { Ruler } from './rulers.ts';

/** Pauses that touch, as one stretch of positions that do not count. */
export interface Stretch {
  readonly low: number;
  /** First position that counts again; Infinity while it lasts. */
  readonly high: number;
  readonly fromMs: number;
  readonly reasons: readonly string[];
}

/** The union of pauses along a ruler, ascending. Throws RangeError for a pause that ends before it begins. */
export function stretchesOf(pauses: readonly Pause[], ruler: Ruler): readonly Stretch[] {
  if (pauses.length === 0) return [];
  const each = pauses.flatMap((pause) => stretchOf(pause, ruler)).sort((a, b) => a.fromMs - b.fromMs);
  const union: Stretch[] = [];
  for (const next of each) {
    const last = union.at(-1);
    if (last && next.low < last.high) union[union.length - 1] = joined(last, next);
    else union.push(next);
  }
  return union;
}

function stretchOf({ from, to, reason }: Pause, ruler: Ruler): Stretch[] {
  const fromMs = millis(from);
  const toMs = to === null ? Infinity : millis(to);
  if (toMs < fromMs) throw new RangeError(`a pause from ${from} to ${to} runs backwards`);
  if (toMs === fromMs) return [];
  const [low, high] = ruler.stretch(fromMs, toMs);
  return [{ low, high, fromMs, reasons: [reason] }];
}

const joined = (a: Stretch, b: Stretch): Stretch => ({
  low: a.low,
  high: Math.max(a.high, b.high),
  fromMs: a.fromMs,
  reasons: [...new Set([...a.reasons, ...b.reasons])],
});

/** Counts inside the stretches, from one position to another. */
export function standstill(stretches: readonly Stretch[], ruler: Ruler, from: number, to: number): number {
  let counts = 0;
  for (const { low, high } of stretches) {
    const begin = Math.max(low, from);
    const end = Math.min(high, to);
    if (end > begin) counts += ruler.count(end) - ruler.count(begin);
  }
  return counts;
}
