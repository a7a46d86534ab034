import { sql } from 'kysely';
import { withinSight } from '#lib/http/list.ts';
import type { Person } from '#lib/action/person.ts';
import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import type { Instant } from '#lib/time.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { CALL_BACK_RESULTS, CHANNELS, ENDED, ORDER_TYPES, STATES } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { call } from './call.ts';

/** As many as a screen shows; the count says how many there are. */
const NEWEST = 20;

/** One earlier order of a caller, with the words people use. */
export interface EarlierOrder {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly type: string;
  readonly channel: string;
  readonly topic: string;
  readonly state: string;
  readonly stateTitle: string;
  readonly isOpen: boolean;
  readonly isConfidential: boolean;
  readonly handler: string | null;
  readonly registeredAt: Instant;
  readonly dueAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly callBackResult: string | null;
  readonly reopenings: number;
}
export interface History {
  /** Newest first, at most twenty. */
  readonly orders: readonly EarlierOrder[];
  /** How many there are in all. */
  readonly count: number;
  readonly open: number;
  readonly calls: readonly {
    readonly id: string;
    readonly number: string;
    readonly arrivedAt: Instant;
    readonly isAnswered: boolean;
    readonly orderId: string | null;
  }[];
}

type Found = Readonly<Record<string, never>> & { readonly count: string; readonly open: string };

function shown(row: Found, tree: OrganisationTree): EarlierOrder {
  const { type, channel, state, callBackResult, handler } = row as Readonly<Record<string, string | null>>;
  return {
    id: row['id']!,
    number: row['number']!,
    title: row['title']!,
    type: ORDER_TYPES[type as keyof typeof ORDER_TYPES],
    channel: CHANNELS[channel as keyof typeof CHANNELS],
    topic: row['topic']!,
    state: state!,
    stateTitle: STATES[state as keyof typeof STATES],
    isOpen: !(ENDED as readonly string[]).includes(state!),
    isConfidential: row['isConfidential'] === true,
    handler: handler ? (tree.organisations.get(handler)?.name ?? null) : null,
    registeredAt: row['registeredAt']!,
    dueAt: row['dueAt']!,
    closedAt: row['closedAt']!,
    callBackResult: callBackResult
      ? CALL_BACK_RESULTS[callBackResult as keyof typeof CALL_BACK_RESULTS]
      : null,
    reopenings: row['reopenings'] ?? 0,
  };
}

/**
 * What a caller has brought before, as far as this person sees it. The caller is known by the keyed hash of the number
 * alone. Confidential orders are found only by those who may know who spoke.
 */
export async function historyOf(app: App, hash: string, by: Person): Promise<History> {
  const orders = withinSight(workOrder, by, app) ?? sql`false`;
  const kept = withinSight(protectedCaller, by, app) ?? sql`false`;
  const found = await sql<Found>`
    select id, number, title, type, channel, topic, state, is_confidential, handler, registered_at, due_at, closed_at,
           call_back_result, reopenings, count(*) over () as count,
           count(*) filter (where state <> all(${[...ENDED]}::text[])) over () as open
      from work_order
     where ${orders} and id = any(array(
             select id from work_order where caller_phone ->> 'hash' = ${hash}
             union select order_id from protected_caller where phone ->> 'hash' = ${hash} and ${kept}))
     order by registered_at desc, id desc limit ${NEWEST}`.execute(app.db);
  const heard = withinSight(call, by, app);
  const calls = heard
    ? await sql<History['calls'][number]>`
        select id, number, arrived_at, coalesce(is_answered, false) as is_answered, order_id from phone_call
         where phone ->> 'hash' = ${hash} and ${heard} order by id desc limit ${NEWEST}`.execute(app.db)
    : { rows: [] };
  const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const [first] = found.rows;
  return {
    orders: found.rows.map((row) => shown(row, tree)),
    count: Number(first?.count ?? 0),
    open: Number(first?.open ?? 0),
    calls: calls.rows,
  };
}
