import type { Row } from '#desk/api/program.ts';
import type { Paper } from '#cases/file/paper.ts';
import type { Light } from '../words.ts';
import { OVER, type CaseState } from '#cases/words.ts';

type Meter = Readonly<
  Record<`${'copies' | 'trips' | 'days'}${'Alone' | 'Together' | 'Saved'}`, number | null>
>;
/** 一件事办件 as it is read: the meter counts copies, visits and promised days. */
export interface Bundle extends Row, Meter {
  readonly themeName: string;
  readonly place: string;
  readonly applicantName: string | null;
  readonly phone: string | null;
  readonly papers: readonly Paper[];
  readonly isJoint: boolean;
  readonly isTogether: boolean;
  readonly appliedAt: string;
  readonly openCases: number;
  readonly isOnTime: boolean | null;
  readonly withdrawnBecause: string | null;
}

/** One case of a bundle in its course. */
export interface CourseCase {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly stage: number;
  readonly itemCode: string;
  readonly itemName: string;
  readonly departmentName: string;
  readonly waitsFor: readonly { readonly code: string; readonly paper: string }[] | null;
  readonly legalDueAt: string | null;
  readonly promisedDueAt: string | null;
  readonly decidedAt: string | null;
}
/** 一件事进展: its cases in the order of their stages, and the dates of the whole as far as they are known. */
export interface Course {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly themeName: string;
  readonly isTogether: boolean;
  readonly legalDueAt: string | null;
  readonly promisedDueAt: string | null;
  readonly light: Light | null;
  /** Cases still to be accepted. */
  readonly notAccepted: number;
  readonly cases: readonly CourseCase[];
}

/** Why there is no promised date yet, or none that moves. */
export const undatedSaid = ({ promisedDueAt, notAccepted }: Course): string =>
  promisedDueAt !== null
    ? ''
    : notAccepted > 0
      ? `还有 ${notAccepted} 件没有受理，承诺期限自各件受理起计算，全部受理后才能确定`
      : '时限暂停计算，恢复后重新确定办结期限';

/** `营业执照：等「个体工商户设立登记」的结果`, one for each result a case still waits for. */
export const waitsSaid = (one: CourseCase, all: readonly CourseCase[]): readonly string[] =>
  (one.waitsFor ?? []).map(({ code, paper }) => {
    const source = all.find(({ itemCode }) => itemCode === code);
    return `${paper}：等「${source?.itemName ?? code}」的结果`;
  });

interface Stage {
  readonly stage: number;
  readonly cases: readonly CourseCase[];
}
/** The cases by stage: those of one stage go side by side. */
export const byStage = (cases: readonly CourseCase[]): readonly Stage[] =>
  [...Map.groupBy(cases, ({ stage }) => stage)].map(([stage, those]) => ({ stage, cases: those }));

interface MeterLine {
  readonly title: string;
  readonly together: string;
  /** What the items would take one by one. */
  readonly beside: string;
}
const METER = [
  ['copies', '材料', '份'],
  ['trips', '到场', '次'],
  ['days', '承诺时限', '日'],
] as const;
/** 减材料、减跑动、减时限 in words; what cannot be added up (working and natural days) is left out. */
export const meterOf = (bundle: Bundle): readonly MeterLine[] =>
  METER.flatMap(([name, title, unit]) => {
    const [alone, together, saved] = [
      bundle[`${name}Alone`],
      bundle[`${name}Together`],
      bundle[`${name}Saved`],
    ];
    if (typeof alone !== 'number' || typeof together !== 'number' || typeof saved !== 'number') return [];
    if (title === '材料' && alone === 0) return [];
    const beside = saved === 0 ? '与分别办理相同' : `分别办理 ${alone} ${unit}，少 ${saved} ${unit}`;
    return [{ title, together: `${together} ${unit}`, beside }];
  });

const over: ReadonlySet<string> = new Set(OVER);
/** Whether every case is decided or over, so that there is something to hand over together. */
export const isDecided = ({ cases }: Pick<Course, 'cases'>): boolean =>
  cases.every(({ decidedAt, state }) => decidedAt !== null || over.has(state));
