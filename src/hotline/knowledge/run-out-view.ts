import type { App } from '#lib/app.ts';
import type { Day } from '#lib/time.ts';

interface RunOut {
  readonly id: string;
  /** The first day on which it no longer holds as it stood. */
  readonly on: Day;
}
const AT_MOST = 500;

/** Entries whose end has passed. */
export async function findExpired({ query }: Pick<App, 'query'>, today: Day): Promise<readonly RunOut[]> {
  const rows = await query(
    `select id, valid_until + 1 as "on" from knowledge_entry
      where state in ('published', 'to-confirm') and valid_until < $1::date order by valid_until, id limit ${AT_MOST}`,
    [today],
  );
  return rows as unknown as readonly RunOut[];
}
/** Entries whose day to be confirmed has come. */
export async function findToConfirm({ query }: Pick<App, 'query'>, today: Day): Promise<readonly RunOut[]> {
  const rows = await query(
    `select id, next_confirm_on as "on" from knowledge_entry
      where state = 'published' and next_confirm_on <= $1::date order by next_confirm_on, id limit ${AT_MOST}`,
    [today],
  );
  return rows as unknown as readonly RunOut[];
}
