import { day, instant, integer, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { Audit } from '../audit/audit.ts';

/** One file as it was handed in; the newest is the report's, earlier ones stay to be compared with. */
export interface ReceivedVersion {
  readonly fileName: string;
  /** SHA-256 of the file, under which it is kept. */
  readonly file: string;
  readonly receivedAt: string;
  readonly audit: Audit;
}
/** The finance office's own points for a row, after the spot check. */
export interface Rescored {
  readonly scores: Readonly<Record<string, { readonly points: string; readonly reason: string }>>;
  readonly total: string;
  readonly grade: string | null;
}
export type BudgetResult = 'keep' | 'priority' | 'reduce' | 'adjust' | 'cancel';

/** 收到的自评报告 — a department's report as a file, audited on receipt. */
export const receivedReport = noun({
  name: 'received-report',
  as: 'report',
  path: 'received-reports',
  title: '收到的自评报告',
  states: {
    received: '已收到',
    queried: '已发疑点函',
    answered: '已答复',
    opined: '已出意见',
    scored: '已复核打分',
    closed: '已办结',
  },
  columns: {
    region: text('区划').measured(),
    organisation: uuid('单位').orNull(),
    organisationName: text('单位名称'),
    year: integer('年度').measured(),
    title: text('标题'),
    fileName: text('文件名'),
    file: text('文件摘要'),
    audit: json<Audit>('核查结果'),
    earlier: json<readonly ReceivedVersion[]>('以前的版本'),
    majorFindings: integer('主要问题数').measured(),
    claimed: text('自评得分').orNull(),
    recomputed: text('按规则得分').orNull(),
    receivedAt: instant('收到时间').measured(),
    dueOn: day('复核期限'),
    opinion: text('归口股室意见').orNull(),
    rescored: json<Rescored>('复核打分').orNull(),
    budgetResult: text<BudgetResult>('结果应用').orNull(),
    budgetNote: text('结果应用说明').orNull(),
    closedAt: instant('办结时间').orNull().measured(),
  },
  series: 'BG',
  see: { 'finance.reviewer': 'region', 'finance.section': 'region' },
  filters: ['state', 'year'],
  searched: ['number', 'organisationName', 'title'],
});
export type ReceivedReport = RowOf<typeof receivedReport>;
