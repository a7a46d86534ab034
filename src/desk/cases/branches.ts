import type { Row } from '#desk/api/program.ts';

/** 审批分支 as the list gives it. */
export interface Branch extends Row {
  readonly kind: 'check' | 'opinion';
  readonly department: string;
  readonly stage: number;
  readonly days: number | null;
  readonly askedAt: string | null;
  readonly dueAt: string | null;
  readonly request?: string | null;
  readonly sentBackReason?: string | null;
  readonly sendBacks: number | null;
  readonly opinion?: string | null;
  readonly saidBefore?: string | null;
  readonly answeredAt: string | null;
  readonly isFirstReview?: boolean | null;
  readonly isInTime?: boolean | null;
}
export interface Stage {
  readonly title: string;
  readonly branches: readonly Branch[];
}

/** Branches as they go: the look at the papers first, then stage after stage; what goes side by side stands together. */
export function stagesOf(branches: readonly Branch[]): readonly Stage[] {
  const inOrder = branches.toSorted((a, b) => a.stage - b.stage || (a.number < b.number ? -1 : 1));
  const checks = inOrder.filter(({ kind }) => kind === 'check');
  const opinions = Map.groupBy(
    inOrder.filter(({ kind }) => kind === 'opinion'),
    ({ stage }) => stage,
  );
  const stages = [...opinions.values()].map((each, index) => ({
    title: `第 ${index + 1} 环节${each.some(({ isFirstReview }) => isFirstReview) ? '，下级初审' : ''}${each.length > 1 ? `，${each.length} 个部门并联` : ''}`,
    branches: each,
  }));
  return checks.length > 0 ? [{ title: '受理前核验', branches: checks }, ...stages] : stages;
}
