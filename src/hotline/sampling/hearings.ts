import { sql } from 'kysely';
import type { CallBackDraw } from './call-back-draw.ts';
import type { Heard } from './result.ts';

/** A drawn order with what its caller said. */
export interface Hearing extends Heard {
  readonly id: string;
}

/** What the callers on the list said since it was drawn; what was said before belongs to another question. */
export async function hearingsOf(
  db: Parameters<ReturnType<typeof sql>['execute']>[0],
  { drawn, drawnAt }: CallBackDraw,
): Promise<readonly Hearing[]> {
  const { rows } = await sql<Hearing>`
    select o.id, d.unit, case when o.called_back_at >= ${drawnAt}::timestamptz then o.call_back_result end as result
      from unnest(${(drawn ?? []).map(({ id }) => id)}::uuid[], ${(drawn ?? []).map(({ unit }) => unit)}::text[]) as d(id, unit)
      join work_order o on o.id = d.id`.execute(db);
  return rows;
}
