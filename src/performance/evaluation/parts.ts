import type { Instant } from '#lib/time.ts';
import type { Rule } from '../rules/index.ts';

/** A department's own accounts: the bureau itself and its sub-units. */
export interface Unit {
  readonly key: string;
  readonly name: string;
}
export type GoalGroup =
  | '定性目标'
  | '质量指标'
  | '数量指标'
  | '时效指标'
  | '成本指标'
  | '社会效益'
  | '经济效益'
  | '生态效益'
  | '社会公众或服务对象满意度';
export const goalGroups: readonly GoalGroup[] = [
  '定性目标',
  '质量指标',
  '数量指标',
  '时效指标',
  '成本指标',
  '社会效益',
  '经济效益',
  '生态效益',
  '社会公众或服务对象满意度',
];
/** One goal: what was promised, what was done. Numbers apart from words, so that they can be compared. */
export interface Goal {
  readonly group: GoalGroup;
  readonly order: number;
  readonly name: string;
  /** As stated: 100%, 4次, 预算内; empty when no target was set. */
  readonly target: string;
  /** As stated: 99.97%, 完成. */
  readonly actual: string;
  /** The figure that proves the actual value; null when none does. */
  readonly figure: string | null;
  /** For a rate: what it counts, so that completion is not taken for completion in time. */
  readonly targetCounts: string;
  readonly actualCounts: string;
}
export interface Adaptation {
  /** 个性化指标 */
  readonly name: string;
  readonly rule: Rule | null;
  readonly note: string;
  readonly approvedBy: string | null;
  readonly approvedAt: Instant | null;
}
export interface SelfScore {
  /** Null until the department has scored the row. */
  readonly points: string | null;
  /** 扣分原因和其他说明 */
  readonly reason: string;
  readonly adapted: Adaptation | null;
}
/** The same quantity stated a second time elsewhere in the report. */
export interface Restatement {
  readonly of: string;
  readonly value: string;
  readonly place: string;
}
export interface FindingAnswer {
  readonly kind: 'corrected' | 'explained' | 'not-applicable';
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}
export type Step = 'scored' | 'checked' | 'signed' | 'submitted' | 'reviewed' | 'published' | 'returned';
export interface SignOff {
  readonly step: Step;
  readonly person: string;
  readonly name: string;
  readonly at: Instant;
  readonly opinion: string;
}
/** 评价人员 by office, never by name in what ships. */
export interface Evaluator {
  readonly office: string;
  readonly organisation: string;
}
export interface Review {
  readonly scores: Readonly<Record<string, { readonly points: string; readonly reason: string }>>;
  readonly total: string;
  readonly opinion: string;
  readonly at: Instant;
}
/** What a signature froze; later changes show beside it, never inside it. */
export interface Frozen<Content = unknown> {
  readonly at: Instant;
  readonly by: string;
  /** Digest of the canonical content and form: figures with numerators and denominators, sheet, rules, settings. */
  readonly digest: string;
  /** The content as signed, so that what changed since can be shown beside it. */
  readonly content: Content;
  /** The ledger entry of the signature; filled in when the ledger has numbered it. */
  readonly seq: string | null;
  readonly score: {
    readonly claimed: string;
    readonly recomputed: string;
    readonly low: string;
    readonly high: string;
  };
}
/** Parts of the report that may be written by hand instead of from the figures. */
export type Section =
  | 'duties'
  | 'mainWork'
  | 'results'
  | 'overview'
  | 'basicSpending'
  | 'specialFunds'
  | 'management'
  | 'performance'
  | 'problems'
  | 'improvements';
