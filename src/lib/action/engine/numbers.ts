import type { Query } from './load.ts';

/**
 * Public numbers from a counter row, many wishes in one statement. The counter is written *before* the batch on a
 * connection that commits asynchronously: the batch's own commit flushes it with the same log, so a crash cannot hand a
 * number out twice; a refused birth leaves a gap, which a public number may have.
 */
export function numbers(query: Query): (series: string, count: number) => Promise<readonly string[]> {
  const waiting = new Map<
    string,
    { count: number; give: (from: number) => void; fail: (fault: unknown) => void }[]
  >();
  const running = new Set<string>();
  const drain = async (series: string): Promise<void> => {
    for (
      let wishes = waiting.get(series)!.splice(0);
      wishes.length > 0;
      wishes = waiting.get(series)!.splice(0)
    ) {
      const total = wishes.reduce((sum, wish) => sum + wish.count, 0);
      try {
        const [row] = await query(
          'insert into public_number (series, n) values ($1, $2) on conflict (series) do update set n = public_number.n + excluded.n returning n',
          [series, total],
        );
        let next = Number(row!['n']) - total;
        for (const wish of wishes) {
          wish.give(next + 1);
          next += wish.count;
        }
      } catch (fault) {
        for (const wish of wishes) wish.fail(fault);
      }
    }
    running.delete(series);
  };
  return async (series, count) => {
    const from = await new Promise<number>((give, fail) => {
      const wishes = waiting.get(series) ?? [];
      waiting.set(series, wishes);
      wishes.push({ count, give, fail });
      if (running.has(series)) return;
      running.add(series);
      setImmediate(() => void drain(series));
    });
    return Array.from({ length: count }, (_, index) => `${series}${String(from + index).padStart(6, '0')}`);
  };
}
