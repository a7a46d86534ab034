import { flag, instant, integer, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { clockOf, type Clock } from '#calendar/index.ts';

/** 督办文书: what is served, from a reminder to a public reprimand. */
export const PAPERS = {
  reminder: '到期提醒',
  'urging-notice': '催办通知书',
  'supervision-order': '督办单',
  reprimand: '通报批评',
} as const;
export type Paper = keyof typeof PAPERS;

/** 抄送: who else reads it. */
export const COPIES = {
  nobody: '不抄送',
  'unit-leader': '承办单位主要负责人',
  'bureau-leader': '行政审批服务局负责人',
  'district-leader': '区领导',
} as const;
export type Copy = keyof typeof COPIES;

/** 督办 — a notice served on the unit that has an order, with what it must answer and until when. */
export const supervision = noun({
  name: 'supervision',
  as: 'supervision',
  path: 'supervisions',
  title: '督办',
  states: { issued: '待回复', answered: '已回复', lifted: '已解除' },
  columns: {
    orderId: uuid('工单'),
    orderNumber: text('工单编号'),
    place: text('所在区划').measured(),
    unit: uuid('承办单位').measured(),
    level: integer('督办级别').measured(),
    title: text('督办步骤'),
    paper: text<Paper>('文书').measured(),
    copyTo: text<Copy>('抄送'),
    text: prose('督办内容'),
    isByClock: flag('系统督办').orNull().measured(),
    issuedAt: instant('督办时间').measured(),
    /** By which a holiday announced late moves the day it is due; a reminder asks for no answer. */
    answerDays: integer('回复期限（工作日）').orNull(),
    dueAt: instant('回复期限').orNull(),
    answer: prose('回复').orNull(),
    answeredAt: instant('回复时间').orNull().measured(),
  },
  // Files belong on the order: there it is known who may open them.
  holdsFiles: false,
  series: 'DC',
  see: { 'hotline.supervisor': 'place', 'hotline.dispatcher': 'place', 'hotline.handler': 'unit' },
  filters: ['state', 'orderId', 'unit', 'paper', 'level'],
  searched: ['orderNumber'],
});

/** The clock of the answer: so many working days from when it was served, the last one to midnight; none that is not asked for. */
export const answerClock = ({
  issuedAt,
  answerDays,
}: Pick<RowOf<typeof supervision>, 'issuedAt' | 'answerDays'>): Clock | null =>
  answerDays === null ? null : clockOf(issuedAt, { amount: answerDays, unit: 'working-day' });
