import { opener } from '#lib/action/engine/opened.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import type { App } from '#lib/app.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { workOrder } from '../order/work-order.ts';
import type { Recorded } from '#lib/covering/recorded.ts';

/** Who is on record for an order, in the clear, wherever it is kept: to compare words with, never to be shown. */
export async function recordedCaller(app: Pick<App, 'query' | 'suite'>, orderId: string): Promise<Recorded> {
  const open = opener(app.query, app.suite);
  const [orders, kept] = await Promise.all([
    app.query('select * from work_order where id = $1', [orderId]),
    app.query('select * from protected_caller where order_id = $1', [orderId]),
  ]);
  const [own] = await open(
    workOrder,
    orders.map((each) => rowFrom(workOrder, each)),
  );
  const [apart] = await open(
    protectedCaller,
    kept.map((each) => rowFrom(protectedCaller, each)),
  );
  return {
    name: own?.['callerName'] ?? apart?.['name'],
    phone: own?.['callerPhone'] ?? apart?.['phone'],
    address: own?.['address'] ?? apart?.['address'],
  };
}
