import { Type } from 'typebox';
import { action, type Write } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { calendarNow, workingDaysBetween, type CalendarTable } from '#calendar/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { bundle, type Bundle } from './bundle.ts';
import { followed, isLost, isOver, latest } from './course.ts';

/** Until the last of its cases is over. */
export const UNDER_WAY = ['open'] as const satisfies readonly Bundle['state'][];
type Asked = { readonly row: Pick<Bundle, 'id'> };
export const casesOfBundle = rows(caseFile, ({ row }: Asked) => ({ bundle: row.id }));

/** The cases of a bundle in the order of its parts, which is that of their stages. */
export const inOrder = ({ parts }: Bundle, cases: readonly CaseFile[]): readonly CaseFile[] =>
  parts.flatMap(({ caseId }) => cases.find(({ id }) => id === caseId) ?? []);

/** Working days from the application to the last decision; null when nothing was decided. */
function tookDays(appliedAt: Instant, cases: readonly CaseFile[], calendar: CalendarTable): number | null {
  const last = latest(cases.map(({ decidedAt }) => decidedAt));
  return last && workingDaysBetween(calendar, dayOf(appliedAt), dayOf(last));
}

/** The columns of a bundle that follow from its cases. It is over when the last of them is. Pure. */
export function standing(
  { state, appliedAt }: Bundle & { readonly state: (typeof UNDER_WAY)[number] },
  cases: readonly CaseFile[],
  calendar: CalendarTable,
) {
  const open = cases.filter((each) => !isOver(each)).length;
  const counts = { openCases: open, ungranted: cases.filter(isLost).length };
  if (open > 0) return { state, ...counts };
  const isWithdrawn = cases.every(({ outcome }) => outcome === 'withdrawn');
  const decided = cases.filter((each) => each.isOnTime !== null);
  return {
    state: isWithdrawn ? 'withdrawn' : 'completed',
    ...counts,
    isOnTime: decided.length === 0 ? null : decided.every((each) => each.isOnTime === true),
    daysTook: tookDays(appliedAt, cases, calendar),
    completedAt: latest(cases.map(({ endedAt, revokedAt }) => endedAt ?? revokedAt)),
  } as const;
}

/**
 * 跟进 — what its cases did since: a result goes on to the case that waits for it, a case whose source is lost ends, and
 * with the last case the bundle is over. Its own version guards it, so that two last cases at one moment, or several
 * servers at once, end it exactly once.
 */
export const followBundle = action(bundle, {
  name: 'follow',
  title: '跟进各办件',
  about: '转送前序结果、登记办结，由系统随各办件的进展执行',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: UNDER_WAY,
  to: [...UNDER_WAY, 'completed', 'withdrawn'],
  input: Type.Object({}),
  needs: { cases: casesOfBundle, calendar: calendarNow, rules: settingNow(caseRules) },
  decide({ bundle: mine, cases, calendar, rules }) {
    const { cases: after, writes } = followed(mine, inOrder(mine, cases), { calendar, rules });
    const patch = standing(mine, after, calendar);
    const isSame =
      writes.length === 0 && patch.openCases === mine.openCases && patch.ungranted === mine.ungranted;
    if (isSame) refuse('cases.bundle-unchanged');
    return [patch, ...writes] as readonly [typeof patch, ...Write[]];
  },
});
