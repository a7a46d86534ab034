import { permit } from '#lib/action/permission.ts';
import type { Row } from '#lib/action/noun.ts';
import type { App } from '#lib/app.ts';
import type { History } from '#lib/module.ts';
import { precedent } from '../course/precedent.ts';
import { promise } from '../course/promises/promise.ts';
import { relay } from '../course/relay.ts';
import { supervision } from '../course/supervision/supervision.ts';
import { assistance } from '../order/assistance.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { coveredText } from '#lib/covering/masking.ts';
import { recordedCaller } from './recorded-caller.ts';

type Kept = Pick<WorkOrder, 'id' | 'place' | 'isConfidential'>;
type Asked = Parameters<History['retold']>[1];

async function toldOf(order: Kept, { by, app }: Asked): Promise<((text: string) => string) | null> {
  if (order.isConfidential !== true) return null;
  if (permit(protectedCaller.see, by, order, app.scopes()) === 'allowed') return null;
  const recorded = await recordedCaller(app, order.id);
  return (text) => coveredText(text, recorded);
}

async function getOrder(app: Pick<App, 'query'>, id: string): Promise<Kept> {
  const [order] = await app.query('select place, is_confidential from work_order where id = $1', [id]);
  return {
    id,
    place: order!['place'] as string,
    isConfidential: order!['is_confidential'] as boolean | null,
  };
}
/** What hangs on an order has the same deeds in its history as the order. */
const BELOW = [assistance, supervision, precedent, promise, relay] as const;

/** The notes of the office in a confidential order, told to who may not know who spoke. */
export const confidentialHistories: readonly History[] = [
  { noun: workOrder, retold: (row, asked) => toldOf(row as WorkOrder, asked) },
  ...BELOW.map((noun): History => ({
    noun,
    retold: async (row, asked) =>
      toldOf(await getOrder(asked.app, (row as Row & { readonly orderId: string }).orderId), asked),
  })),
];
