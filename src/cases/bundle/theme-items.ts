import { sql } from 'kysely';
import { held } from '#lib/action/need.ts';
import type { Offered } from '../file/apply.ts';

/** The items that themes name, as they stand today, by their code. */
export type ThemeItems = ReadonlyMap<string, Offered>;

/** Few beside all there are, so every process keeps them; a case looks its edition up for itself. */
export const themeItems = held<ThemeItems>({
  name: 'cases.theme-items',
  load: async (db) => {
    const named = sql`select part ->> 'code' from theme, jsonb_array_elements(items) as part where theme.state <> 'withdrawn'`;
    const rows = (await db
      .selectFrom('item')
      .select(['id', 'number', 'name', 'type', 'level', 'state', 'editionId', 'body'])
      .select(['basicCode', 'isOnApplication', 'elements'])
      .where(sql<boolean>`number in (${named})`)
      .execute()) as unknown as readonly Offered[];
    return new Map(rows.map((each) => [each.number, each]));
  },
  reloadOn: ['theme', 'item'],
});
