import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { refuse } from '#lib/refusal.ts';
import { formatChinese, type Instant } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { Reason } from '../order/fields.ts';
import { WITH_UNIT } from '../order/words.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { process } from '../process.ts';
import { urgentRules } from '../urgent-rules.ts';
import { extensionAmount } from './extension-amount.ts';

interface Asking {
  readonly days: number;
  readonly isTold: boolean;
}
interface Rules {
  readonly longestExtensionDays: number;
  readonly mostExtensions: number;
  /** Of what presses: no more hours than these, and no more than its clock gave it. */
  readonly longestHours: number;
  readonly calendar: CalendarTable;
}

/** Whether what presses would be put off for longer than it may, or than it was to take at all. */
function isTooLongForUrgent({ clock }: WorkOrder, days: number, { longestHours, calendar }: Rules): boolean {
  if (days * 24 > longestHours) return true;
  return clock !== null && extensionAmount(days, clock.limit.unit, calendar) > clock.limit.amount;
}

/** Refuses what may not be asked: too late, too long, too often, twice at once, or behind the caller's back. */
function mayAsk(order: WorkOrder, { days, isTold }: Asking, rules: Rules, now: Instant): void {
  if (order.clock === null) refuse('hotline.no-clock');
  if (order.askedExtension !== null) refuse('hotline.extension-pending');
  if (order.dueAt !== null && now > order.dueAt)
    refuse('hotline.extension-too-late', { dueAt: formatChinese(order.dueAt) });
  if ((order.extensions ?? 0) >= rules.mostExtensions)
    refuse('hotline.extensions-used-up', { times: order.extensions ?? 0 });
  if (days > rules.longestExtensionDays)
    refuse(
      'hotline.extension-too-long',
      { days: rules.longestExtensionDays },
      { fields: [{ path: 'days', message: `最多 ${rules.longestExtensionDays} 天` }] },
    );
  if (order.isUrgent === true && isTooLongForUrgent(order, days, rules))
    refuse(
      'hotline.extension-urgent',
      { hours: rules.longestHours },
      { fields: [{ path: 'days', message: `紧急工单最多延 ${rules.longestHours} 小时，且不超过原时限` }] },
    );
  // Nobody can be told where nobody is known, or where the office stands between.
  if (!isTold && order.isAnonymous !== true && order.isConfidential !== true)
    refuse('hotline.caller-not-told');
}

/** 申请延期 — before the deadline, with the reason, and only once the caller knows. */
export const askExtension = action(workOrder, {
  name: 'ask-extension',
  title: '申请延期',
  about: '期限届满前说明理由申请延期；须先告知诉求人，并在期限届满前批准',
  may: { 'hotline.handler': 'handler' },
  from: [...WITH_UNIT],
  to: [...WITH_UNIT],
  input: Type.Object({
    days: Type.Integer({ title: '延期天数', minimum: 1, maximum: 90 }),
    reason: Reason('延期理由'),
    isTold: Type.Boolean({ title: '已告知诉求人' }),
  }),
  needs: {
    rules: settingNow(process),
    urgent: settingNow(urgentRules),
    calendar: calendarNow,
    ...speakerNeeds,
  },
  decide({ order, input, rules, urgent, calendar, speakers, by, now }) {
    mayAsk(
      order,
      input,
      { ...(rules as Omit<Rules, 'calendar' | 'longestHours'>), ...urgent, calendar },
      now,
    );
    const reason = coverIn(order, speakers).note(input.reason);
    return {
      state: order.state,
      askedExtension: { days: input.days, reason, askedAt: now, askedBy: by.id },
    };
  },
});
