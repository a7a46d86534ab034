/** What the supervisor's page of days is told. */
interface Took {
  readonly decided: number;
  readonly average: string | null;
  readonly ninety: number | null;
}
export interface TookFigures {
  readonly basis: string;
  readonly title: string;
  readonly total: Took;
  readonly lines: readonly (Took & { readonly key: string; readonly name: string })[];
}
export interface TookCase {
  readonly id: string;
  readonly number: string;
  readonly itemName: string;
  readonly acceptedAt: string;
  readonly decidedAt: string;
  readonly workingDaysUsed: number;
  readonly isOnTime: boolean | null;
  readonly isPromiseKept: boolean | null;
}
export interface TookPageOf {
  readonly items: readonly TookCase[];
  readonly next: string | null;
}

export const tookBy = [
  { value: 'department', title: '审批部门' },
  { value: 'level', title: '受理层级' },
  { value: 'window-type', title: '窗口类别' },
  { value: 'item', title: '事项' },
] as const;
export type TookAxis = (typeof tookBy)[number]['value'];
