import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { dayOf, daysBetween, type Day, type Instant } from '#lib/time.ts';
import { heldCalendar, type CalendarTable } from '#calendar/index.ts';
import { settingOf } from '#settings/index.ts';
import { limits, type LimitTable } from '../limits.ts';
import { answerDay } from '../order/deadline.ts';
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
  | 'state'
  | 'registeredAt'
  | 'dueAt'
  | 'answerPromisedOn'
  | 'extensions'
  | 'reopenings'
  | 'resumedAt'
  | 'reply'
  | 'redirectedTo'
  | 'redirectWords'
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

/** The day by which what was taken in then will be answered, by what this office has set; null where it says nothing. */
export const expectedOn = (
  app: Pick<App, 'held' | 'now'>,
  order: Pick<WorkOrder, 'type' | 'isUrgent' | 'topic' | 'registeredAt'>,
): Day | null =>
  answerDay(order, {
    table: settingOf(app, limits) as unknown as LimitTable,
    calendar: app.held.value(heldCalendar as Held<unknown>) as CalendarTable,
    from: order.registeredAt,
  });

const late = (dueAt: Instant, now: Instant): number | null =>
  dueAt < now ? daysBetween(dayOf(dueAt), dayOf(now)) : null;
const lateDay = (on: Day | null, now: Instant): number | null =>
  on !== null && on < dayOf(now) ? daysBetween(on, dayOf(now)) : null;

/** What its writer was told. Who was told nothing expects what the limits say, until a round or a deadline of its own is told. */
const toldOn = (order: Followed, expected: Day | null): Day | null =>
  order.answerPromisedOn ?? (order.reopenings === null && order.extensions === null ? expected : null);

/**
 * While it is in hand: the day told stands, however late the letter went out to a unit, whose own time may end later or,
 * under the city's limit, sooner.
 */
function running(order: Followed, now: Instant, told: Day | null): Pick<Standing, 'dueOn' | 'lateDays'> {
  const dueOn = order.state === 'registered' || order.dueAt === null ? null : dayOf(order.dueAt);
  if (dueOn === null || (told !== null && told < dueOn)) return { dueOn: told, lateDays: lateDay(told, now) };
  return { dueOn, lateDays: late(order.dueAt!, now) };
}
const RESUMED = '原来合并的那一件已撤回或作废，您的诉求恢复单独办理';

/** Where the letter stands. `expected` is what its writer could reckon with before anybody had taken it up. */
export function standingOf(order: Followed, now: Instant, expected: Day | null): Standing {
  const { state } = order;
  if (state === 'redirected') {
    const where = order.redirectedTo === null ? '' : `：${REDIRECTIONS[order.redirectedTo]}`;
    const told = order.redirectWords === null ? '' : `。${order.redirectWords}`;
    return { word: '已告知去向', note: `不属于本热线受理范围${where}${told}`, dueOn: null, lateDays: null };
  }
  if (order.reply !== null && !LATER.has(state))
    return { word: '已答复', note: '答复见下', dueOn: null, lateDays: null };
  const [word, note] = WORDS[state] ?? ['已结束', '这件诉求已经办结'];
  const isWaiting = state === 'registered';
  if (!isWaiting && (!RUNS.has(state) || order.dueAt === null))
    return { word, note, dueOn: null, lateDays: null };
  const isResumed = order.resumedAt !== null && (isWaiting || state === 'dispatched');
  return {
    word,
    note: isResumed ? `${RESUMED}，${note}` : note,
    ...running(order, now, toldOn(order, expected)),
  };
}
