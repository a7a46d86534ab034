import type { WorkOrder } from '../order/work-order.ts';

/** What the city sent down is answered to the city or given back to it; it may not vanish in our own house. */
export const isOurs = (order: Pick<WorkOrder, 'isFromCity'>): boolean => order.isFromCity !== true;
