import type { Query } from './load.ts';

/** While births of a series follow each other within so long, numbers are taken ahead of need. */
const BUSY_MS = 100;
const AHEAD = 32;

interface Wish {
  readonly give: (number: number) => void;
  readonly fail: (fault: unknown) => void;
}
interface Series {
  readonly wishes: Wish[];
  /** Taken from the counter and not yet given out: from `next` up to and without `end`. */
  next: number;
  end: number;
  drawnAt: number;
  isDrawing: boolean;
}

const DRAW = `insert into public_number (series, n) values ($1, $2)
  on conflict (series) do update set n = public_number.n + excluded.n returning n`;

/**
 * Public numbers from a counter row, many wishes in one statement. The counter is written *before* the batch on a
 * connection that commits asynchronously: the batch's own commit flushes it with the same log, so a crash cannot hand a
 * number out twice. A refused birth leaves a gap, and so do numbers taken ahead when the process ends (decision 0003).
 */
export function numbers(
  query: Query,
  clock: () => number = () => performance.now(),
): (series: string) => Promise<string> {
  const all = new Map<string, Series>();

  const give = (name: string, series: Series): void => {
    while (series.wishes.length > 0 && series.next < series.end) series.wishes.shift()!.give(series.next++);
    if (series.wishes.length === 0 || series.isDrawing) return;
    series.isDrawing = true;
    setImmediate(() => void draw(name, series));
  };
  const draw = async (name: string, series: Series): Promise<void> => {
    const now = clock();
    const count = series.wishes.length + (now - series.drawnAt < BUSY_MS ? AHEAD : 0);
    series.drawnAt = now;
    try {
      const [row] = await query(DRAW, [name, count]);
      series.end = Number(row!['n']) + 1;
      series.next = series.end - count;
    } catch (fault) {
      for (const wish of series.wishes.splice(0)) wish.fail(fault);
    }
    series.isDrawing = false;
    give(name, series);
  };
  return async (name) => {
    const series = all.get(name) ?? { wishes: [], next: 0, end: 0, drawnAt: -Infinity, isDrawing: false };
    all.set(name, series);
    const number = await new Promise<number>((resolve, fail) => {
      series.wishes.push({ give: resolve, fail });
      give(name, series);
    });
    return `${name}${String(number).padStart(6, '0')}`;
  };
}
