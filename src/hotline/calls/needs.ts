import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';

/** No row has this id: what is not asked for is not found. */
const NONE = '00000000-0000-0000-0000-000000000000';
type Asking = { readonly input: { readonly order?: string | undefined } };

/** `needs: { resulting: orderOf }` gives the order named in the input, null when none is named. */
export const orderOf = find(workOrder, ({ input }: Asking) => ({ id: input.order ?? NONE }));

/** The id of the order that came of a call; refused at its field when there is no such order. */
export const resultingId = (asked: string | undefined, found: WorkOrder | null): string | null =>
  asked === undefined
    ? null
    : (found?.id ?? refuse('hotline.no-order', {}, { fields: [{ path: 'order', message: '没有这件工单' }] }));
