import { day, instant, integer, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { RuleSettings } from '../rules/index.ts';
import type { Figures } from './figure.ts';
import type {
  Evaluator,
  FindingAnswer,
  Frozen,
  Goal,
  Restatement,
  Review,
  Section,
  SelfScore,
  SignOff,
  Unit,
} from './parts.ts';

type Keyed<T> = Readonly<Record<string, T>>;

/**
 * 部门整体支出绩效自评 — one row per organisation and year. What is entered stands in a few JSON columns by key, so
 * that each change is one small action which patches its own key.
 */
export const evaluation = noun({
  name: 'evaluation',
  as: 'evaluation',
  path: 'evaluations',
  title: '绩效自评',
  states: {
    draft: '起草',
    'self-scored': '已自评',
    checked: '已核对',
    signed: '已签发',
    submitted: '已报送',
    reviewed: '已复核',
    published: '已公开',
  },
  columns: {
    organisation: uuid('单位').measured(),
    organisationName: text('单位名称'),
    region: text('区划').measured(),
    year: integer('年度').measured(),
    framework: uuid('指标体系'),
    units: json<readonly Unit[]>('局机关及二级机构'),
    figures: json<Figures>('数据'),
    restatements: json<readonly Restatement[]>('重复表述'),
    goals: json<Keyed<Goal>>('绩效目标'),
    narrative: json<Readonly<Partial<Record<Section, string>>>>('文字部分'),
    sheet: json<Keyed<SelfScore>>('自评得分'),
    confirmed: json<Keyed<boolean>>('逐条确认'),
    settings: json<RuleSettings>('计分口径'),
    answers: json<Keyed<FindingAnswer>>('问题答复'),
    evaluators: json<readonly Evaluator[]>('评价人员'),
    writers: json<readonly string[]>('填报人'),
    signOffs: json<readonly SignOff[]>('签办记录'),
    review: json<Review>('财政复核').orNull(),
    frozen: json<Frozen>('签发固定').orNull(),
    claimedGrade: text('自评等次').orNull(),
    claimedTotal: text('填报总分').orNull(),
    statedOn: day('填报日期').orNull(),
    beganAt: instant('建立时间').measured(),
    submittedAt: instant('报送时间').orNull().measured(),
    publishedAt: instant('公开时间').orNull().measured(),
    majorFindings: integer('主要问题数').orNull().measured(),
  },
  series: 'JX',
  see: {
    'performance.writer': 'organisation',
    'performance.checker': 'organisation',
    'performance.leader': 'organisation',
    'finance.reviewer': 'region',
    'finance.section': 'region',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'year', 'organisation'],
  searched: ['number', 'organisationName'],
});
export type Evaluation = RowOf<typeof evaluation>;

/** What is scored and printed: the row without what only the engine and the course of the work need. */
export type Content = Pick<
  Evaluation,
  | 'organisationName'
  | 'year'
  | 'units'
  | 'figures'
  | 'restatements'
  | 'goals'
  | 'narrative'
  | 'sheet'
  | 'confirmed'
  | 'settings'
  | 'evaluators'
  | 'claimedGrade'
  | 'claimedTotal'
  | 'statedOn'
>;
