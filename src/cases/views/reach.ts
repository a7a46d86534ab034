import { sql, type RawBuilder } from 'kysely';
import { snake } from '#lib/action/engine/rows.ts';
import { sight, type Rights } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import { isUuid } from '#lib/ids.ts';

/** Columns of a right that are ids; a place is a code. */
const IDS: ReadonlySet<string> = new Set(['department', 'firm']);

/** What the asker may act upon as a condition on its rows; null for who has none of the roles. */
export function reachOf(rights: Rights, by: Person, tree: ScopeTree): RawBuilder<unknown> | null {
  const seen = sight(rights, by, tree);
  if (seen === null) return null;
  if (seen === 'all') return sql`true`;
  const parts = [...seen].map(([column, values]) =>
    IDS.has(column)
      ? sql`${sql.ref(snake(column))} = any(${values.filter(isUuid)}::uuid[])`
      : sql`${sql.ref(snake(column))} = any(${[...values]}::text[])`,
  );
  return sql`(${sql.join(parts, sql` or `)})`;
}
