import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { dayOf, daysBetween, type Day, type Instant } from '#lib/time.ts';
import { due, heldCalendar, type CalendarTable } from '#calendar/index.ts';
import { settingOf } from '#settings/index.ts';
import { limitFor, limits, type LimitTable } from '../limits.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { REDIRECTIONS, RUNNING } from '../order/words.ts';

/** How a letter stands, in the four words of the public pages (and what ends otherwise). */
export interface Standing {
  readonly word:
    '已收到' | '已转交' | '办理中' | '已答复' | '已告知去向' | '已合并办理' | '已撤回' | '已结束';
  readonly note: string;
  /** The day by which it will be, or should have been, answered; null when nobody can say or it has ended. */
  readonly dueOn: Day | null;
  /** Days since the answer was due; 0 on the day itself, null when it is not late. */
  readonly lateDays: number | null;
}
type Followed = Pick<
  WorkOrder,
  'state' | 'registeredAt' | 'dueAt' | 'reply' | 'redirectedTo' | 'redirectWords'
>;

const WORDS: Readonly<Record<string, readonly [Standing['word'], string]>> = {
  registered: ['已收到', '正在确定由哪个单位办理'],
  dispatched: ['已转交', '已转交承办单位'],
  returned: ['已转交', '正在重新确定承办单位'],
  signed: ['办理中', '承办单位正在办理'],
  // What nobody has looked over is not yet the office's word: it may still go back to the unit.
  replied: ['办理中', '承办单位已答复，待热线办公室审核'],
  reworking: ['办理中', '答复退回承办单位补充办理'],
  reopened: ['办理中', '承办单位正在重新办理'],
  'joint-review': ['办理中', '几个单位正在一起研究'],
  merged: ['已合并办理', '与同一件诉求合并办理，结果一并答复'],
  withdrawn: ['已撤回', '已按您的要求撤回'],
  void: ['已结束', '这件诉求不再办理，如有疑问请拨打 12345'],
  'sent-back': ['已结束', '已退回市平台，由市平台另行转办'],
};
const RUNS: ReadonlySet<string> = new Set(RUNNING);
const LATER: ReadonlySet<string> = new Set([
  ...RUNNING,
  'registered',
  'replied',
  'merged',
  'withdrawn',
  'void',
  'sent-back',
]);

/** The day by which a letter taken in then will be answered, by the limits in force; null where they say nothing. */
function expectedOn(
  order: Pick<WorkOrder, 'type' | 'isUrgent' | 'topic' | 'registeredAt'>,
  table: LimitTable,
  calendar: CalendarTable,
): Day | null {
  const rule = limitFor(table, order);
  if (!rule) return null;
  const limit = { amount: rule.amount, unit: rule.unit };
  const { dueAt } = due({ startAt: order.registeredAt, limit, pauses: [], extensions: [] }, calendar);
  return dueAt === null ? null : dayOf(dueAt);
}

/** The same, by what this office has set. */
export const promisedOn = (
  app: Pick<App, 'held' | 'now'>,
  order: Pick<WorkOrder, 'type' | 'isUrgent' | 'topic' | 'registeredAt'>,
): Day | null =>
  expectedOn(
    order,
    settingOf(app, limits) as unknown as LimitTable,
    app.held.value(heldCalendar as Held<unknown>) as CalendarTable,
  );

const late = (dueAt: Instant, now: Instant): number | null =>
  dueAt < now ? daysBetween(dayOf(dueAt), dayOf(now)) : null;
const lateDay = (on: Day | null, now: Instant): number | null =>
  on !== null && on < dayOf(now) ? daysBetween(on, dayOf(now)) : null;

/** Where the letter stands. `expected` is what its writer was told before anybody had taken it up. */
export function standingOf(order: Followed, now: Instant, expected: Day | null): Standing {
  const { state, dueAt } = order;
  if (state === 'redirected') {
    const where = order.redirectedTo === null ? '' : `：${REDIRECTIONS[order.redirectedTo]}`;
    const told = order.redirectWords === null ? '' : `。${order.redirectWords}`;
    return { word: '已告知去向', note: `不属于本热线受理范围${where}${told}`, dueOn: null, lateDays: null };
  }
  if (order.reply !== null && !LATER.has(state))
    return { word: '已答复', note: '答复见下', dueOn: null, lateDays: null };
  const [word, note] = WORDS[state] ?? ['已结束', '这件诉求已经办结'];
  if (state === 'registered') return { word, note, dueOn: expected, lateDays: lateDay(expected, now) };
  if (!RUNS.has(state) || dueAt === null) return { word, note, dueOn: null, lateDays: null };
  return { word, note, dueOn: dayOf(dueAt), lateDays: late(dueAt, now) };
}
