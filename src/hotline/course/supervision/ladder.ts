import { Type } from 'typebox';
import { workingDaysBetween, type CalendarTable } from '#calendar/index.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { setting } from '#lib/setting.ts';
import { addDays, startOfDay, type Day, type Instant } from '#lib/time.ts';
import type { OrderClock } from '../../order/work-order.ts';
import { COPIES, PAPERS, type Copy, type Paper } from './supervision.ts';

/** One rung: how many working days after the deadline (negative before), what is served, and who else reads it. */
export interface Rung {
  readonly title: string;
  readonly workingDays: number;
  readonly paper: Paper;
  readonly copyTo: Copy;
  readonly answerWithinDays: number;
}
const RungField = Type.Object({
  title: Type.String({ title: '名称', minLength: 2, maxLength: 40 }),
  workingDays: Type.Integer({ title: '到期后第几个工作日（负数为到期前）', minimum: -30, maximum: 90 }),
  paper: oneOf(PAPERS, '文书'),
  copyTo: oneOf(COPIES, '抄送'),
  answerWithinDays: Type.Integer({ title: '回复期限（工作日）', minimum: 0, maximum: 30 }),
});

const rung = (workingDays: number, paper: Paper, copyTo: Copy, answerWithinDays: number): Rung => ({
  title: PAPERS[paper],
  workingDays,
  paper,
  copyTo,
  answerWithinDays,
});

/**
 * 督办阶梯. As shipped: a reminder a working day before the deadline, a notice the working day after it with a copy to
 * the leader, a reprimand five working days after that (the rule of a city's bureau); the rung between is ours.
 */
export const ladder = setting({
  name: 'hotline.supervision-ladder',
  title: '督办阶梯',
  about: '按到期前后的工作日逐级督办；系统每分钟检查一次，到了哪一级就发出哪一级的文书',
  schema: Type.Object({ steps: Type.Array(RungField, { title: '各级督办', minItems: 1, maxItems: 10 }) }),
  initial: {
    steps: [
      rung(-1, 'reminder', 'nobody', 0),
      rung(1, 'urging-notice', 'unit-leader', 1),
      rung(3, 'supervision-order', 'bureau-leader', 2),
      rung(6, 'reprimand', 'district-leader', 3),
    ],
  },
  check({ steps }) {
    if (steps.some((each, n) => n > 0 && each.workingDays <= steps[n - 1]!.workingDays))
      refuse('hotline.ladder-order');
  },
});

/** The moment before which a deadline must lie for a rung to be reached today: the midnight after the last such day. */
export function reachedBefore(workingDays: number, today: Day, calendar: CalendarTable): Instant {
  const isReached = (dueOn: Day): boolean => workingDaysBetween(calendar, dueOn, today) >= workingDays;
  let last = today;
  while (isReached(addDays(last, 1))) last = addDays(last, 1);
  while (!isReached(last)) last = addDays(last, -1);
  return startOfDay(addDays(last, 1));
}

interface Climbed {
  readonly clock: OrderClock | null;
  readonly supervision: number | null;
  readonly supervisedAt: Instant | null;
}
/** How high an order has been taken in its present round: a new clock, or more time, begins the ladder anew. */
export function levelNow({ clock, supervision, supervisedAt }: Climbed): number {
  if (supervision === null || supervisedAt === null || clock === null) return supervision ?? 0;
  const begun = [clock.startAt, ...clock.extensions.flatMap((each) => each.approvedAt ?? [])];
  return begun.some((at) => at > supervisedAt) ? 0 : supervision;
}
