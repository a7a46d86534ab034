import { asFault, send } from '#desk/api/http.ts';
import { freshKey } from '#desk/api/key.ts';
import type { Order } from './model.ts';

export interface BulkResult {
  readonly order: Order;
  /** Empty when it was done, else why not. */
  readonly fault: string;
}
/** One action to many orders, each on its own with a key of its own: one refusal stops no other. */
export async function toEach(
  orders: readonly Order[],
  action: string,
  body: unknown,
): Promise<readonly BulkResult[]> {
  const one = async (order: Order): Promise<BulkResult> => {
    try {
      const path = `/api/work-orders/${order.id}/${action}`;
      await send('POST', path, { body, key: freshKey(), version: order.version });
      return { order, fault: '' };
    } catch (thrown) {
      const { message, next, fields } = asFault(thrown);
      return { order, fault: [message, ...fields.map((each) => each.message), next].join('；') };
    }
  };
  return Promise.all(orders.map(one));
}
