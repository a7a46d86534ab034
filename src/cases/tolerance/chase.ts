import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { formatChinese } from '#lib/time.ts';
import { calendarNow, due, type CalendarTable, type Extension } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { lengthened, workingTerm } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { CHASE_WAYS } from '../words.ts';

const isOwing = ({ isSupplied }: CaseFile): boolean => isSupplied === false;

/** 催补 — the applicant is reminded of what is outstanding; each time is kept. */
export const chasePapers = action(caseFile, {
  name: 'chase-papers',
  title: '催补材料',
  about: '提醒申请人补齐容缺材料，记下方式和时间',
  may: { 'cases.clerk': 'place' },
  from: ['accepted', 'suspended'],
  to: ['accepted', 'suspended'],
  input: Type.Object({ how: oneOf(CHASE_WAYS, '催补方式') }),
  when: isOwing,
  decide: ({ caseFile: mine, input, by, now }) => ({
    state: mine.state,
    chases: [...(mine.chases ?? []), { how: input.how, at: now, by: by.id }],
  }),
});

interface Lengthening {
  readonly extension: Extension;
  readonly calendar: CalendarTable;
  readonly now: Instant;
}
/**
 * The term with its extension. Working days are added to its own clock, so that a late holiday moves the whole of it; after
 * a term of other days they run from its end. Pure.
 */
function longerTerm(mine: CaseFile, { extension, calendar, now }: Lengthening) {
  const { outstandingClock: own, outstandingDueAt } = mine;
  const clock =
    own?.limit.unit === 'working-day'
      ? lengthened(own, extension)
      : workingTerm(outstandingDueAt ?? now, extension.amount, calendar).clock;
  return { outstandingClock: clock, outstandingDueAt: due(clock, calendar).dueAt };
}

/** No term outlasts the time that the law gives for the case. */
function refuseTooLong(mine: CaseFile, until: Instant | null): void {
  if (mine.legalDueAt !== null && until !== null && until > mine.legalDueAt)
    refuse('cases.outstanding-beyond-law', { at: formatChinese(mine.legalDueAt) });
}

/** 容缺延期 — beyond what was stated only for what nobody could help, in time and once. The clocks of the case are not touched. */
export const lengthenOutstanding = action(caseFile, {
  name: 'lengthen-outstanding',
  title: '延长容缺期限',
  about: '因不可抗力不能按期补齐的，可以延长一次；办理时限不变',
  may: { 'cases.decider': 'department' },
  from: ['accepted', 'suspended'],
  to: ['accepted', 'suspended'],
  input: Type.Object({
    days: Type.Integer({ title: '延长（工作日）', minimum: 1, maximum: 60 }),
    reason: Reason('不可抗力的情形'),
  }),
  needs: { calendar: calendarNow },
  when: isOwing,
  decide({ caseFile: mine, input, calendar, now }) {
    if (mine.outstandingLengthenedAt !== null)
      refuse('cases.lengthened-once', { at: formatChinese(mine.outstandingLengthenedAt) });
    if (mine.outstandingDueAt !== null && now > mine.outstandingDueAt)
      refuse('cases.outstanding-over', { at: formatChinese(mine.outstandingDueAt) });
    const extension = { amount: input.days, reason: input.reason, approvedAt: now };
    const longer = longerTerm(mine, { extension, calendar, now });
    refuseTooLong(mine, longer.outstandingDueAt);
    return {
      state: mine.state,
      ...longer,
      outstandingLengthenedAt: now,
      outstandingBecause: input.reason,
    };
  },
});
