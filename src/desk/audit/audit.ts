import type { Finding, Score } from '#desk/evaluation/model.ts';

/** What `POST /api/audits` answers. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}
export interface Audited {
  readonly name: string;
  readonly audit: {
    readonly document: {
      readonly kind: string;
      readonly title: string;
      readonly year: number | null;
      readonly unit: string | null;
    };
    readonly score: Score | null;
    readonly findings: readonly Finding[];
  };
  readonly lines: readonly TextLine[];
  /** What could not be read, in words. */
  readonly unread: readonly string[];
}
export interface AuditResult {
  readonly files: readonly Audited[];
  /** What files on one unit and year say of each other. */
  readonly together: readonly Finding[];
}
export const documentKinds: Readonly<Record<string, string>> = {
  'self-evaluation': '绩效自评报告',
  'disclosure-report': '政府信息公开年度报告',
  'hotline-bulletin': '热线通报',
  'rating-bulletin': '好差评通报',
  other: '其他文件',
};
export const countOf = (findings: readonly Finding[], verdict: Finding['verdict']): number =>
  findings.filter((each) => each.verdict === verdict).length;
