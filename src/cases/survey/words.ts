/** 勘查结果 of one condition. */
export const RESULTS = { met: '符合', unmet: '不符合', 'not-applicable': '不涉及' } as const;
export type SurveyResult = keyof typeof RESULTS;

/** 勘查结论: how a survey ends, or goes on. */
export const CONCLUSIONS = { passed: '通过', 'putting-right': '限期整改', failed: '未通过' } as const;

/** Not over yet: the cases wait for it. */
export const OPEN = ['asked', 'scheduled', 'held', 'putting-right'] as const;

/** What one department found of one condition. */
export interface Finding {
  readonly condition: string;
  readonly result: SurveyResult;
  /** Always there for what is not met: what is wrong. */
  readonly note: string | null;
}
/** What a department found last of one condition, for a case, and on which survey. */
export interface LastFound {
  readonly department: string;
  readonly condition: string;
  readonly result: SurveyResult;
  readonly survey: string;
}
/** What a case has seen of its surveys: the last finding of each thing, and the failed surveys that no later one answered. */
export interface Looked {
  readonly found: readonly LastFound[];
  readonly failed: readonly { readonly id: string; readonly number: string }[];
}
/** 现场照片: an attachment of the department's part, known by the hash of what it shows. */
export interface Photo {
  readonly attachment: string;
  readonly sha256: string;
}
