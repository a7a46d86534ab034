import { day, instant, integer, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { clocked, type Step } from '#calendar/index.ts';
import { termClock } from './calendar.ts';
import { receivedReport } from './report.ts';

/** 疑点函 — asks a department to explain findings, within working days. */
export const queryLetter = noun({
  name: 'query-letter',
  as: 'letter',
  path: 'query-letters',
  title: '疑点函',
  states: { sent: '已发出', answered: '已答复', closed: '已核销' },
  columns: {
    report: uuid('报告'),
    region: text('区划').measured(),
    organisation: uuid('单位').orNull(),
    organisationName: text('单位名称'),
    /** Keys of the findings asked about. */
    findings: json<readonly string[]>('所询问题'),
    text: text('函文'),
    sentAt: instant('发出时间').measured(),
    dueOn: day('答复期限'),
    days: integer('期限（工作日）'),
    dueBecause: json<readonly Step[]>('期限计算'),
    answer: text('答复').orNull(),
    answeredAt: instant('答复时间').orNull().measured(),
    verdict: text('核销意见').orNull(),
  },
  series: 'YD',
  root: receivedReport,
  rootColumn: 'report',
  see: {
    'finance.reviewer': 'region',
    'finance.section': 'region',
    'performance.writer': 'organisation',
    'performance.leader': 'organisation',
  },
  filters: ['state', 'report'],
  searched: ['number', 'organisationName'],
});
export type QueryLetter = RowOf<typeof queryLetter>;

/** A late holiday moves the day until which an answer is asked for. */
export const letterClock = clocked(queryLetter, {
  open: ['sent'],
  due: 'dueOn',
  because: 'dueBecause',
  clock: (letter) => termClock(letter.sentAt, letter.days),
});
