import { permit } from '#lib/action/permission.ts';
import type { History } from '#lib/module.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { coveredText } from './masking.ts';
import { recordedCaller } from './recorded-caller.ts';

/** The notes of the office in a confidential order, told to who may not know who spoke. */
export const confidentialHistory: History = {
  noun: workOrder,
  retold: async (row, { by, app }) => {
    const order = row as WorkOrder;
    if (order.isConfidential !== true) return null;
    if (permit(protectedCaller.see, by, order, app.scopes()) === 'allowed') return null;
    const recorded = await recordedCaller(app, order.id);
    return (text) => coveredText(text, recorded);
  },
};
