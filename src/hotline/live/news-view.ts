import type { App } from '#lib/app.ts';

/** One changed row as the ledger tells it: what it was and is in its measured columns. */
export interface Change {
  readonly noun: string;
  readonly id: string;
  readonly was: Readonly<Record<string, unknown>> | null;
  readonly is: Readonly<Record<string, unknown>>;
  readonly set: Readonly<Record<string, unknown>>;
}
export interface Happened {
  readonly seq: number;
  /** `work-order.dispatch` */
  readonly action: string;
  readonly changes: readonly Change[];
}

export async function headNow({ query }: Pick<App, 'query'>): Promise<number> {
  const [row] = await query('select n from ledger_head', []);
  return Number(row?.['n'] ?? 0);
}

interface Stretch {
  readonly after: number;
  readonly upTo: number;
  readonly nouns: readonly string[];
}
/** What happened to these nouns in a stretch of the ledger, in order. Other entries count only when they changed several rows. */
export async function happened(
  { query }: Pick<App, 'query'>,
  { after, upTo, nouns }: Stretch,
): Promise<readonly Happened[]> {
  const rows = await query(
    `select seq, noun || '.' || action as action, changes from ledger_entry
      where seq > $1 and seq <= $2 and (noun = any($3::text[]) or cardinality(touched) > 1) order by seq`,
    [after, upTo, nouns],
  );
  return rows.map((row) => ({
    seq: Number(row['seq']),
    action: row['action'] as string,
    changes: (row['changes'] as readonly Change[]).filter((change) => nouns.includes(change.noun)),
  }));
}
