import { sql } from 'kysely';
import type { ScopeTree } from '#lib/action/person.ts';
import type { Reader } from '#lib/db/reader.ts';
import { addDays, startOfDay } from '#lib/time.ts';
import type { OrderType } from '../order/words.ts';
import type { CallBackDraw, Outside } from './call-back-draw.ts';
import type { Callable } from './draw-orders.ts';

interface Ended extends Callable {
  readonly isCallable: boolean;
  readonly isSampled: boolean | null;
  readonly isExcluded: boolean;
  readonly isCalledBack: boolean;
}

/** What units had closed in the days and places of a draw when it was asked for: who can be called, and why the others cannot. */
export async function readPopulation(
  db: Reader,
  { place, fromOn, toOn, askedAt }: Pick<CallBackDraw, 'place' | 'fromOn' | 'toOn' | 'askedAt'>,
  scopes: ScopeTree,
): Promise<{ readonly callable: readonly Callable[]; readonly outside: Outside }> {
  const within = scopes.isWhole(place) ? sql`true` : sql`place = any(${scopes.below(place)}::text[])`;
  const { rows } = await sql<Ended & { readonly type: OrderType }>`
    select id, number, handler as unit, type, is_sampled,
           coalesce(exclusion = 'granted', false) as is_excluded, called_back_at is not null as is_called_back,
           (caller_phone is not null or exists (
              select from protected_caller p where p.order_id = work_order.id and p.phone is not null)) as is_callable
      from work_order
     where state = 'closed' and outcome = 'handled' and handler is not null and is_recorded is null
       and closed_at <= ${askedAt}::timestamptz
       and closed_at >= ${startOfDay(fromOn)}::timestamptz and closed_at < ${startOfDay(addDays(toOn, 1))}::timestamptz
       and ${within}
     order by id`.execute(db);
  const sound = rows.filter((each) => !each.isExcluded);
  const uncalled = sound.filter((each) => !each.isCalledBack);
  const fresh = uncalled.filter((each) => each.isSampled !== true);
  return {
    callable: fresh
      .filter((each) => each.isCallable)
      .map(({ id, number, unit, type }) => ({ id, number, unit, type })),
    outside: {
      excluded: rows.length - sound.length,
      calledBack: sound.length - uncalled.length,
      drawnBefore: uncalled.length - fresh.length,
      withoutPhone: fresh.filter((each) => !each.isCallable).length,
    },
  };
}
