import { measure, rate, sum } from '#lib/measure.ts';
import { workOrder } from '../order/work-order.ts';

type Where = Parameters<typeof measure<typeof workOrder>>[1]['where'];
interface Said {
  readonly name: string;
  readonly title: string;
  readonly basis: string;
  readonly version?: number;
  readonly where: Where;
}
/** What fell due, counted on the day of the deadline of the first round, by the unit that had to answer. */
const due = ({ name, title, basis, version = 1, where }: Said) =>
  measure(workOrder, {
    name: `hotline.${name}`,
    title,
    version,
    basis: `${basis}，按首轮办理期限（含批准的延期）所在日`,
    on: 'countedDueAt',
    by: 'handler',
    where,
  });

export const dueOrders = due({
  name: 'due',
  title: '应办理',
  version: 2,
  basis:
    '办理期限在当年的派单工单和来信；直接答复、引导、作废的不计，期限届满前合并、撤回、退回上级的不计，到期后或答复过才如此了结的仍计',
  where: (row) => row.lit(true),
});
const carriedIn = due({
  name: 'carried-in',
  title: '上年结转',
  basis: '上年登记、办理期限在当年的',
  where: (row) => row('row.isDueLaterYear', '=', true),
});
const endedUnanswered = due({
  name: 'ended-unanswered',
  title: '应办理而未答复了结',
  basis: '应办理中到期后才合并、撤回、退回上级的，不算办结',
  where: (row) => row('row.outcome', 'in', ['merged', 'withdrawn', 'sent-back']),
});
const completed = due({
  name: 'completed',
  title: '办结',
  basis: '应办理中已经办结的',
  where: (row) => row('row.state', '=', 'closed'),
});
export const onTime = due({
  name: 'on-time',
  title: '按期办结',
  basis: '应办理中已经办结、每一轮答复都不晚于期限的',
  where: (row) => row.and([row('row.state', '=', 'closed'), row('row.isOnTime', '=', true)]),
});
/** Late once is late for good: an order that is opened again does not leave the list of the late ones. */
const wasLate = (row: Parameters<Where>[0]) =>
  row.and([
    row('row.isOnTime', '=', false),
    row.or([row('row.outcome', 'is', null), row('row.outcome', '=', 'handled')]),
  ]);
export const late = due({
  name: 'late',
  title: '超期办结',
  version: 2,
  basis: '应办理中办结而有一轮答复晚于期限的；其后重办、返工尚未再次办结的仍计',
  where: wasLate,
});
const urgentLate = due({
  name: 'urgent-late',
  title: '紧急工单超期办结',
  version: 2,
  basis: '超期办结中标为紧急的',
  where: (row) => row.and([wasLate(row), row('row.isUrgent', '=', true)]),
});
const reworked = due({
  name: 'reworked',
  title: '返工单',
  basis: '应办理中审核退回返工过的',
  where: (row) => row('row.reworks', '>', 0),
});
const reopened = due({
  name: 'reopened',
  title: '重办单',
  basis: '应办理中回访后重办过的',
  where: (row) => row('row.reopenings', '>', 0),
});
const extended = due({
  name: 'extended',
  title: '延期单',
  basis: '应办理中批准过延期的',
  where: (row) => row('row.extensions', '>', 0),
});
const returned = due({
  name: 'returned',
  title: '退单',
  basis: '应办理中承办单位退过单的',
  where: (row) => row('row.returns', '>', 0),
});
const contacted = due({
  name: 'contacted',
  title: '已联系诉求人',
  basis: '应办理中承办单位联系到诉求人本人的',
  where: (row) => row('row.isContacted', '=', true),
});
const excluded = due({
  name: 'excluded',
  title: '批准剔除',
  basis: '应办理中批准剔除的不合理、历史遗留、超出职权的',
  where: (row) => row('row.exclusion', '=', 'granted'),
});
const excludedOnTime = due({
  name: 'excluded-on-time',
  title: '批准剔除中按期办结',
  basis: '批准剔除的里面按期办结的',
  where: (row) =>
    row.and([
      row('row.exclusion', '=', 'granted'),
      row('row.state', '=', 'closed'),
      row('row.isOnTime', '=', true),
    ]),
});
const dueWithoutExcluded = sum({
  name: 'hotline.due-without-excluded',
  title: '应办理（剔除后）',
  basis: '应办理 − 批准剔除',
  plus: [dueOrders],
  minus: [excluded],
});
const onTimeWithoutExcluded = sum({
  name: 'hotline.on-time-without-excluded',
  title: '按期办结（剔除后）',
  basis: '按期办结 − 批准剔除中按期办结',
  plus: [onTime],
  minus: [excludedOnTime],
});

const share = (name: string, title: string, numerator: typeof onTime) =>
  rate({
    name: `hotline.${name}`,
    title,
    version: 2,
    basis: `${numerator.title} ÷ 应办理`,
    numerator,
    denominator: dueOrders,
  });

export const dueMeasures = [
  dueOrders,
  carriedIn,
  endedUnanswered,
  completed,
  onTime,
  late,
  urgentLate,
  reworked,
  reopened,
  extended,
  returned,
  contacted,
  excluded,
  excludedOnTime,
  dueWithoutExcluded,
  onTimeWithoutExcluded,
  share('completion-rate', '办结率', completed),
  share('on-time-rate', '按期办结率', onTime),
  share('late-rate', '超期办结率', late),
  share('rework-rate', '返工率', reworked),
  share('response-rate', '响应率', contacted),
  rate({
    name: 'hotline.on-time-rate-without-excluded',
    title: '按期办结率（剔除后）',
    basis: '按期办结（剔除后）÷ 应办理（剔除后）；与不剔除的一并公布',
    numerator: onTimeWithoutExcluded,
    denominator: dueWithoutExcluded,
  }),
];
