/** 工程建设项目审批的四个阶段, in their order. */
export const STAGES = {
  planning: '立项用地规划许可',
  design: '工程建设许可',
  construction: '施工许可',
  acceptance: '竣工验收',
} as const;
export type ProjectStage = keyof typeof STAGES;
export const STAGE_ORDER: readonly ProjectStage[] = ['planning', 'design', 'construction', 'acceptance'];

/** A stage that is behind the project, and when it was. */
export interface FinishedStage {
  readonly stage: ProjectStage;
  readonly at: string;
}
