import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { formatChinese, type Instant } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { Reason } from '../order/fields.ts';
import { WITH_UNIT } from '../order/words.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { process } from '../process.ts';

interface Asking {
  readonly days: number;
  readonly isTold: boolean;
}
interface Rules {
  readonly longestExtensionDays: number;
  readonly mostExtensions: number;
}

/** Refuses what may not be asked: too late, too long, too often, twice at once, or behind the caller's back. */
function mayAsk(order: WorkOrder, { days, isTold }: Asking, rules: Rules, now: Instant): void {
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
  // Nobody can be told where nobody is known, or where the office stands between.
  if (!isTold && order.isAnonymous !== true && order.isConfidential !== true)
    refuse('hotline.caller-not-told');
}

/** 申请延期 — before the deadline, with the reason, and only once the caller knows. */
export const askExtension = action(workOrder, {
  name: 'ask-extension',
  title: '申请延期',
  about: '期限届满前说明理由申请延期；须先告知诉求人',
  may: { 'hotline.handler': 'handler' },
  from: [...WITH_UNIT],
  to: [...WITH_UNIT],
  input: Type.Object({
    days: Type.Integer({ title: '延期天数', minimum: 1, maximum: 90 }),
    reason: Reason('延期理由'),
    isTold: Type.Boolean({ title: '已告知诉求人' }),
  }),
  needs: { rules: settingNow(process), ...speakerNeeds },
  decide({ order, input, rules, speakers, by, now }) {
    mayAsk(order, input, rules as Rules, now);
    const reason = coverIn(order, speakers).note(input.reason);
    return {
      state: order.state,
      askedExtension: { days: input.days, reason, askedAt: now, askedBy: by.id },
    };
  },
});
