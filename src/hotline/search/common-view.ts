import type { App } from '#lib/app.ts';
import { MS_PER_MINUTE } from '#lib/time.ts';
import type { Weigh } from './likeness.ts';

const FRESH = 10 * MS_PER_MINUTE;
/** A pair that the database does not list among the common ones is rarer than any of them. */
const RARE = 0.0005;

interface Shares {
  readonly readAt: number;
  readonly of: ReadonlyMap<string, number>;
}
const known = new WeakMap<object, Shares>();

/**
 * In which share of all letters a pair stands, as the database's own statistics have it; read every ten minutes. An
 * empty or small table has none: then every pair is as rare as any.
 */
async function sharesOf({ query }: Pick<App, 'query'>): Promise<ReadonlyMap<string, number>> {
  const before = known.get(query);
  if (before && Date.now() - before.readAt < FRESH) return before.of;
  const [row] = await query(
    `select most_common_elems::text::text[] as words, most_common_elem_freqs::float8[] as shares from pg_stats
      where schemaname = current_schema() and tablename = 'work_order_search' and attname = 'letter'`,
    [],
  );
  const words = (row?.['words'] ?? []) as readonly string[];
  const shares = (row?.['shares'] ?? []) as readonly number[];
  const of = new Map(words.map((word, n) => [word, shares[n] ?? RARE]));
  known.set(query, { readAt: Date.now(), of });
  return of;
}

export interface Telling {
  readonly weigh: Weigh;
  /** The most telling of these pairs, by which candidates are looked up: common ones would find half the table. */
  readonly rarest: (pairs: readonly string[], most: number) => readonly string[];
}
export async function tellingPairs(app: Pick<App, 'query'>): Promise<Telling> {
  const shares = await sharesOf(app);
  const weigh = (pair: string): number => -Math.log(shares.get(pair) ?? RARE);
  return {
    weigh,
    rarest: (pairs, most) => [...pairs].sort((a, b) => weigh(b) - weigh(a)).slice(0, most),
  };
}
