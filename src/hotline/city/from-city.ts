import type { WorkOrder } from '../order/work-order.ts';

/** Only what the city sent down can be sent up to it, given back, or judged by it. */
export const isFromCity = (order: Pick<WorkOrder, 'isFromCity'>): boolean => order.isFromCity === true;
