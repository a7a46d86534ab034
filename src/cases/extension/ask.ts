import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { formatChinese, type Instant } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { inTime, takesJoint } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { caseRules, type CaseRules } from '../rules.ts';

/** Refuses once the statutory limit is over; while the clock stands still there is none. */
export function refuseLate({ legalDueAt }: Pick<CaseFile, 'legalDueAt'>, now: Instant): void {
  if (!inTime(now, legalDueAt)) refuse('cases.extension-too-late', { until: formatChinese(legalDueAt!) });
}

/** Refuses what may not be asked: twice at once, twice at all, or for longer than the law gives. */
function refuseUnaskable(row: CaseFile, days: number, rules: CaseRules): void {
  // 统一、联合办理: what one of them was given holds for those accepted after it.
  const extendedAt = row.extendedAt ?? row.legalClock?.extensions[0]?.approvedAt ?? null;
  if (extendedAt !== null) refuse('cases.extended-once', { at: formatChinese(extendedAt) });
  if (row.askedExtension !== null) refuse('cases.extension-pending');
  const most = takesJoint(row)
    ? rules.jointExtensionDays
    : row.isLicence
      ? rules.licenceExtensionDays
      : rules.otherExtensionDays;
  const fields = [{ path: 'days', message: `最多 ${most} 日` }];
  if (days > most) refuse('cases.extension-too-long', { days: most }, { fields });
}

/** 申请延期 — before the limit is over, once; in the unit of the item's limit (行政许可法 42). */
export const askExtension = action(caseFile, {
  name: 'ask-extension',
  title: '申请延期',
  about: '法定期限届满前不能作出决定的，报行政机关负责人批准延长一次；天数按该事项时限的单位计',
  may: { 'cases.approver': 'department', 'cases.decider': 'department' },
  from: ['accepted'],
  to: ['accepted'],
  input: Type.Object({
    days: Type.Integer({ title: '延长天数', minimum: 1, maximum: 60 }),
    reason: Reason('不能按期作出决定的理由'),
  }),
  needs: { rules: settingNow(caseRules) },
  decide({ caseFile: mine, input, rules, by, now }) {
    refuseUnaskable(mine, input.days, rules);
    refuseLate(mine, now);
    refuseConflict(mine, by);
    const { days, reason } = input;
    return { state: 'accepted', askedExtension: { days, reason, askedAt: now, askedBy: by.id } };
  },
});
