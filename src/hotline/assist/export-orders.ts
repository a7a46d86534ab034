import { opener } from '#lib/action/engine/opened.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import type { App } from '#lib/app.ts';
import { dayOf } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { masked } from '#lib/covering/masking.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { matterOf } from './own-orders.ts';

/** A closed order as training takes it: `npm run train` reads label, title and body, `classify --units` the rest. */
export interface TrainingRow {
  /** First level of the topic. */
  readonly label: string;
  readonly title: string;
  readonly body: string;
  readonly topic: string;
  /** Town and village by name. */
  readonly place: string;
  /** The unit that answered; left out where the hotline answered itself. */
  readonly unit?: string;
  readonly on: string;
}
type Read = Pick<App, 'query' | 'suite' | 'scopes'>;

const AT_ONCE = 500;
/** Confidential orders stay where they are: nothing that is taken away may tell of them. */
const PAGE = `select * from work_order
  where state = 'closed' and outcome in ('handled', 'direct') and is_confidential is null and text is not null
    and id > $1::uuid and (handler is not null or not $2::boolean)
  order by id limit $3`;
const NONE = '00000000-0000-0000-0000-000000000000';

function rowOf(order: WorkOrder, words: readonly [string, string], tree: OrganisationTree): TrainingRow {
  const { topic, place } = matterOf(tree, order);
  return {
    label: topic[0]!,
    title: words[0],
    body: words[1],
    topic: order.topic,
    place: place.map((code) => tree.nameOf(code)).join('/'),
    ...(order.handler === null ? {} : { unit: tree.nameOf(order.handler) }),
    on: dayOf(order.closedAt ?? order.registeredAt),
  };
}

/**
 * The place's own closed orders, oldest first, for learning from them again. Whoever is on record, and whatever else looks
 * like a person, is hidden in the words. `withUnit`: only those a unit answered.
 */
export async function* exportOrders(app: Read, { withUnit = false } = {}): AsyncGenerator<TrainingRow> {
  const tree = app.scopes() as OrganisationTree;
  const open = opener(app.query, app.suite);
  for (let after = NONE; ;) {
    const found = await app.query(PAGE, [after, withUnit, AT_ONCE]);
    const orders = found.map((each) => rowFrom(workOrder, each) as WorkOrder);
    const callers = await open(workOrder, orders);
    for (const [n, order] of orders.entries()) {
      const { callerName: name, callerPhone: phone, address } = callers[n] ?? {};
      const hide = (text: string): string => masked(text, { name, phone, address }).text;
      yield rowOf(order, [hide(order.title), hide(order.text ?? '')], tree);
    }
    const last = orders.at(-1);
    if (!last || orders.length < AT_ONCE) return;
    after = last.id;
  }
}
