import type { App } from '#lib/app.ts';
import type { Instant } from '#lib/time.ts';

interface Pair {
  readonly call: string;
  readonly order: string;
}
const AT_MOST = 200;

/** Answered calls since then that an order names and that do not name it yet; the first order of a call is its own. */
export async function findUnlinked(app: Pick<App, 'query'>, since: Instant): Promise<readonly Pair[]> {
  const rows = await app.query(
    `select distinct on (c.id) c.id as call, w.id as "order"
       from phone_call c join work_order w on w.call = c.id
      where c.arrived_at > $1 and c.order_id is null and c.state in ('talking', 'ended')
      order by c.id, w.id limit ${AT_MOST}`,
    [since],
  );
  return rows as unknown as readonly Pair[];
}
