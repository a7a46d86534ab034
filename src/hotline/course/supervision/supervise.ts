import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatChinese, startOfDay, addDays, type Instant } from '#lib/time.ts';
import { addWorkingDays, calendarNow, type CalendarTable } from '#calendar/index.ts';
import { settingNow } from '#settings/index.ts';
import { WITH_UNIT } from '../../order/words.ts';
import { workOrder, type WorkOrder } from '../../order/work-order.ts';
import { coverIn, speakerNeeds } from '../../covering/cover.ts';
import { ladder, levelNow, type Rung } from './ladder.ts';
import { COPIES, PAPERS, supervision } from './supervision.ts';

interface Served {
  readonly order: WorkOrder;
  readonly rung: Rung;
  readonly level: number;
  readonly text: string;
  readonly calendar: CalendarTable;
  readonly now: Instant;
}
/** An answer is due by the end of the last of so many working days; a reminder asks for none. */
const answerDue = (days: number, now: Instant, calendar: CalendarTable): Instant | null =>
  days === 0 ? null : startOfDay(addDays(addWorkingDays(calendar, dayOf(now), days), 1));

const notice = ({ order, rung, level, text, calendar, now }: Served) => ({
  state: 'issued' as const,
  orderId: order.id,
  orderNumber: order.number,
  place: order.place,
  unit: order.handler!,
  level,
  title: rung.title,
  paper: rung.paper,
  copyTo: rung.copyTo,
  text,
  issuedAt: now,
  answerDays: rung.answerWithinDays || null,
  dueAt: answerDue(rung.answerWithinDays, now, calendar),
});

/** The words of a notice that nobody writes by hand. */
function noticeText(order: WorkOrder, { paper, answerWithinDays }: Rung, now: Instant): string {
  const dueAt = formatChinese(order.dueAt!);
  const order_ = `工单${order.number}《${order.title}》`;
  if (now <= order.dueAt!) return `${order_}将于${dueAt}到期，请按期办理并答复诉求人。`;
  const ask =
    answerWithinDays === 0
      ? '请立即办理并答复诉求人。'
      : `请立即办理，并在${answerWithinDays}个工作日内书面说明原因。`;
  const blame = paper === 'reprimand' ? '经多次督办仍未答复，予以通报批评。' : '';
  return `${order_}应于${dueAt}前答复，现已超期。${blame}${ask}`;
}

/** 逐级督办 — by the clock, when an order has reached the next rung; what was missed meanwhile is leapt over. */
export const escalate = action(workOrder, {
  name: 'escalate',
  title: '逐级督办',
  about: '由系统按督办阶梯发出',
  may: { 'hotline.supervisor': 'place' },
  hidden: true,
  from: [...WITH_UNIT],
  to: [...WITH_UNIT],
  input: Type.Object({ level: Type.Integer({ title: '督办级别', minimum: 1, maximum: 10 }) }),
  needs: { ladder: settingNow(ladder), calendar: calendarNow },
  when: (order) => order.handler !== null && order.dueAt !== null,
  decide({ order, input, ladder: { steps }, calendar, now }) {
    const rung = steps[input.level - 1] ?? refuse('hotline.no-ladder-step', { level: input.level });
    if (input.level <= levelNow(order)) refuse('hotline.supervised-already');
    const text = noticeText(order, rung, now);
    const served = notice({ order, rung, level: input.level, text, calendar, now });
    return [
      { state: order.state, supervision: input.level, supervisedAt: now },
      create(supervision, { ...served, isByClock: true }),
    ];
  },
});

/** 督办 — by a supervisor's own hand, at any time, whatever the ladder says. */
export const supervise = action(workOrder, {
  name: 'supervise',
  title: '督办',
  may: { 'hotline.supervisor': 'place' },
  from: [...WITH_UNIT],
  to: [...WITH_UNIT],
  input: Type.Object({
    paper: oneOf(PAPERS, '文书'),
    text: Type.String({ title: '督办内容', minLength: 4, maxLength: 5000, pattern: '\\S', keep: 'never' }),
    copyTo: Type.Optional(oneOf(COPIES, '抄送')),
    answerWithinDays: Type.Optional(Type.Integer({ title: '回复期限（工作日）', minimum: 0, maximum: 30 })),
  }),
  needs: { ladder: settingNow(ladder), calendar: calendarNow, ...speakerNeeds },
  when: (order) => order.handler !== null,
  decide({ order, input, ladder: { steps }, speakers, calendar, now }) {
    const text = coverIn(order, speakers).note(input.text);
    const onLadder = steps.findIndex((each) => each.paper === input.paper);
    const level = Math.max(levelNow(order), onLadder + 1, 1);
    const rung = {
      title: PAPERS[input.paper],
      workingDays: 0,
      paper: input.paper,
      copyTo: input.copyTo ?? 'nobody',
      answerWithinDays: input.answerWithinDays ?? steps[onLadder]?.answerWithinDays ?? 1,
    };
    return [
      { state: order.state, supervision: level, supervisedAt: now },
      create(supervision, notice({ order, rung, level, text, calendar, now })),
    ];
  },
});
