import { Type } from 'typebox';
import { calendarOf, deadline, light, lines } from '#calendar/index.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { RUNNING } from '../order/words.ts';
import { process } from '../process.ts';
import { stepRules } from '../step-rules.ts';
import { stepLights } from './step-lights.ts';

const isRunning = (state: string): boolean => (RUNNING as readonly string[]).includes(state);

/**
 * 期限说明 — why an order is due then: `{ dueAt, light, because, lines, isProvisional, steps }`; the light is null when nobody
 * is waited for, all of it when there is no clock yet. `steps` are the limits beside it (`{ name, title, dueAt, light }`): of
 * the step it stands in, of returning it, of the city.
 */
export const deadlineView = view({
  name: 'hotline.deadline',
  title: '工单期限说明',
  path: '/work-orders/{key}/deadline',
  may: workOrder.see,
  query: Type.Object({ key: Type.String({ title: '编号', maxLength: 60 }) }),
  read: async ({ query, by, app, now }) => {
    const order = (await getRow(workOrder, query.key, { by, app })) as unknown as WorkOrder;
    const { clock, dueAt, dueBecause, state } = order;
    const table = calendarOf(app);
    const { returnWithinDays } = settingOf(app, process) as { readonly returnWithinDays: number };
    const steps = stepLights(order, {
      calendar: table,
      steps: settingOf(app, stepRules),
      returnWithinDays,
      now,
    });
    if (clock === null || dueAt === null)
      return { dueAt: null, light: null, because: '', lines: [], isProvisional: false, steps };
    return {
      dueAt,
      light: isRunning(state) ? light(clock, now, table) : null,
      because: clock.because,
      lines: lines(dueBecause ?? [], '派单'),
      isProvisional: deadline(clock, table).provisional,
      steps,
    };
  },
});
