import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { App } from '#lib/app.ts';
import { item, type Item } from '../item/item.ts';

/** The living items of one place's catalogue, or of all, by code. */
export async function itemsOf(app: Pick<App, 'query'>, place: string | null): Promise<readonly Item[]> {
  const records = await app.query(
    selectRows(item, `where r.state <> 'cancelled' and ($1::text is null or r.place = $1) order by r.number`),
    [place],
  );
  return records.map((record) => readRow(item, record) as Item);
}

/** As many lines as one answer of a view holds. */
export const MOST = 500;
