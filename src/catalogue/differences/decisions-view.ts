import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { App } from '#lib/app.ts';
import { itemDifference, type ItemDifference } from './difference.ts';

/** The decisions of a place's items, oldest first, by pair: `own above`. */
export async function decisionsOf(
  app: Pick<App, 'query'>,
  place: string,
): Promise<ReadonlyMap<string, readonly ItemDifference[]>> {
  const found = await app.query(selectRows(itemDifference, 'where r.place = $1 order by r.id'), [place]);
  const rows = found.map((record) => readRow(itemDifference, record) as ItemDifference);
  return Map.groupBy(rows, ({ item, above }) => `${item} ${above}`);
}
