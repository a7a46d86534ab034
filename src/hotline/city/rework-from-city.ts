import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { calendarNow } from '#calendar/index.ts';
import { settingNow } from '#settings/index.ts';
import { limits } from '../limits.ts';
import { roundIsOnTime } from '../order/close.ts';
import { At, Reason } from '../order/fields.ts';
import { publicNoMore } from '../order/public-words.ts';
import { workOrder } from '../order/work-order.ts';
import { process } from '../process.ts';
import { isFromCity } from './from-city.ts';
import { cityRound, mustLieAhead } from './round.ts';

/**
 * 市平台返工 — the city is not content: back to the unit under a new limit of the city, even when we had closed it. A
 * round that was late stays late.
 */
export const reworkFromCity = action(workOrder, {
  name: 'rework-from-city',
  title: '市平台返工',
  about: '市平台要求重新办理；按新的市平台期限计算，退回原承办单位',
  may: { 'hotline.gateway': 'place' },
  from: ['submitted', 'closed'],
  to: ['reworking'],
  input: Type.Object({ reason: Reason('返工理由'), cityDueAt: At('新的市平台期限') }),
  needs: { calendar: calendarNow, table: settingNow(limits), rules: settingNow(process) },
  when: (order) => isFromCity(order) && order.handler !== null,
  decide({ order, input, calendar, table, rules, now }) {
    mustLieAhead(input.cityDueAt, now);
    const aheadDays = rules['aheadOfCityDays'] as number;
    return {
      state: 'reworking',
      reworks: (order.reworks ?? 0) + 1,
      repliedAt: null,
      approvedAt: null,
      submittedAt: null,
      closedAt: null,
      outcome: null,
      isOnTime: roundIsOnTime(order) ? null : false,
      cityDueAt: input.cityDueAt,
      ...publicNoMore(order),
      ...cityRound(order, input.cityDueAt, { table: table as never, calendar, aheadDays, now }),
    };
  },
});
