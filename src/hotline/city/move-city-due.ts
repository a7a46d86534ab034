import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { calendarNow, type CalendarTable, type Extension } from '#calendar/index.ts';
import { settingNow } from '#settings/index.ts';
import { extensionAmount, extensionDays } from '../course/extension-amount.ts';
import { limits } from '../limits.ts';
import { clockFor, countedColumns, dueColumns, isFirstRound } from '../order/deadline.ts';
import { At, Reason } from '../order/fields.ts';
import { OPEN, WITH_UNIT } from '../order/words.ts';
import { workOrder, type OrderClock } from '../order/work-order.ts';
import { process } from '../process.ts';
import { underCity } from './city-clock.ts';
import { isFromCity } from './from-city.ts';
import { mustLieAhead } from './round.ts';

const WITH_CLOCK: readonly string[] = [...WITH_UNIT, 'returned'];

/** Extensions of our own, in the unit of the clock that is counted anew. */
const carried = (was: OrderClock, is: OrderClock, calendar: CalendarTable): readonly Extension[] =>
  was.extensions.map((each) => ({
    ...each,
    amount: extensionAmount(extensionDays(each.amount, was.limit.unit, calendar), is.limit.unit, calendar),
  }));

/**
 * 变更市平台期限 — the city has given more time, or less. What runs with a unit is counted anew from where its round
 * began; extensions of our own stay, as far as the city's limit lets them.
 */
export const moveCityDue = action(workOrder, {
  name: 'move-city-due',
  title: '变更市平台期限',
  may: { 'hotline.gateway': 'place' },
  from: [...OPEN],
  to: [...OPEN],
  input: Type.Object({ cityDueAt: At('新的市平台期限'), reason: Reason('变更理由') }),
  needs: { calendar: calendarNow, table: settingNow(limits), rules: settingNow(process) },
  when: isFromCity,
  decide({ order, input, calendar, table, rules, now }) {
    mustLieAhead(input.cityDueAt, now);
    const patch = { state: order.state, cityDueAt: input.cityDueAt } as const;
    if (order.clock === null || !WITH_CLOCK.includes(order.state)) return patch;
    // A deadline that was missed stays missed, whatever the city grants afterwards.
    if (order.dueAt !== null && order.dueAt < now) return patch;
    const fresh = clockFor(order, table as never, order.clock.startAt);
    const clock = { ...fresh, extensions: carried(order.clock, fresh, calendar) };
    const aheadDays = rules['aheadOfCityDays'] as number;
    const round = { calendar, aheadDays, now: order.clock.startAt };
    const timed = dueColumns(underCity(clock, input.cityDueAt, round), calendar);
    return {
      ...patch,
      ...timed,
      ...(isFirstRound(order) ? countedColumns(order.registeredAt, timed.dueAt) : {}),
    };
  },
});
