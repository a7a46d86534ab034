/**
 * A scoring rule as data: JSON, stored in the database and shipped with the forms. Numbers are exact decimal
 * strings here and Fractions in computing. A rule prints its own 评分标准 (`print.ts`) and is read from one (`parse.ts`).
 */

/** Exact decimal such as `0.5`; never a float. */
export type Num = string;

/** `percent`: thresholds are printed in percentage points (`100`), measured values are ratios (38/18). */
export type Unit =
  'percent' | 'ratio' | 'wanyuan' | 'yuan' | 'count' | 'workday' | 'day' | 'hour' | 'month' | 'point';

/** One figure of a formula, added or taken away. */
export interface Term {
  readonly figure: string;
  /** Chinese name, said when the figure is missing. */
  readonly name: string;
  readonly sign: 1 | -1;
}
/** Σ top / Σ under; without `under` the value is Σ top. */
export interface Formula {
  readonly top: readonly Term[];
  readonly under?: readonly Term[];
  /** 预算调整率 counts cuts as well as additions. */
  readonly absolute?: true;
}
export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  /** Only where the form's own definition departs from the catalogue's. */
  readonly formula?: Formula;
}

export type PartOfStep = 'whole' | 'started' | 'pro-rata';
export type Op = '<' | '<=' | '=' | '>=' | '>';
export interface Limit {
  readonly op: Op;
  readonly v: Num;
}

/** Full marks up to a threshold, then so much off for every step beyond it, down to a floor. */
export interface StepPenalty {
  readonly kind: 'stepPenalty';
  readonly metric: Metric;
  /** Which way from the threshold points are lost. */
  readonly side: 'above' | 'below';
  readonly threshold: Num;
  readonly step: Num;
  /** `percent`: the text says 每低于5%, so points or relative per cent is a setting. */
  readonly stepIn: 'points' | 'percent';
  readonly perStep: Num;
  readonly full: Num;
  /** 扣完为止 is floor 0. */
  readonly floor: Num;
  /** Only when the text says how part of a step counts; otherwise a setting decides. */
  readonly partial?: PartOfStep;
  /** 低于80%不得分. */
  readonly zeroIf?: Limit;
}

/** `incl: 'unstated'`: neither this band nor its neighbour says 含; a setting decides. */
export type Bound = { readonly v: Num; readonly incl: boolean | 'unstated' } | null;
export interface Band {
  readonly lo: Bound;
  readonly hi: Bound;
  readonly points: Num;
}
export interface Bands {
  readonly kind: 'bands';
  readonly metric: Metric;
  /** In the order of the form. */
  readonly bands: readonly Band[];
  readonly full: Num;
}

export interface ChecklistItem {
  readonly text: string;
  readonly points: Num;
}
export interface Checklist {
  readonly kind: 'checklist';
  readonly items: readonly ChecklistItem[];
  /** `each` adds what holds; `deduct` takes off what does not; `all` gives everything or nothing. */
  readonly mode: 'each' | 'deduct' | 'all';
  readonly full: Num;
}

export interface CaseOf {
  /** 出现, 发现, 缺, 逾期 …: the word between 每 and the unit; may be empty. */
  readonly verb: string;
  readonly text: string;
  readonly perUnit: Num;
  /** 例 起 项 次 处 个 条 件 人 天 月 … */
  readonly unit: string;
  readonly sign: 1 | -1;
  /** So many are free. */
  readonly after?: number;
  /** From so many the whole indicator gives nothing: 发现2例不得分. */
  readonly zeroFrom?: number;
  /** The count; in an audit usually absent. */
  readonly metric: Metric;
}
export interface PerCase {
  readonly kind: 'perCase';
  readonly cases: readonly CaseOf[];
  /** `breaches`: only an inspection can count them. `measured`: dated or quantified, countable from figures. */
  readonly counts: 'breaches' | 'measured';
  /** What is checked, kept as printed: the list above 以上情况, or the dates above 未按进度. */
  readonly about: readonly string[];
  readonly full: Num;
  readonly floor: Num;
  /** 最高加5分. */
  readonly cap?: Num;
}

/** 得分 = 完成率 × 分值, held between `clamp`. */
export interface Proportional {
  readonly kind: 'formula';
  readonly metric: Metric;
  readonly weight: Num;
  /** The value that earns the weight: `100` for a rate. */
  readonly base: Num;
  /** Less is better: base / value. */
  readonly invert?: true;
  readonly clamp: readonly [Num, Num];
  /** 达到95%得满分, below it in proportion to 100. */
  readonly fullFrom?: Limit;
  readonly zeroIf?: Limit;
}

/** A comparison of two measured amounts or of one with a number. */
export interface Test {
  readonly left: Metric;
  readonly op: Op;
  readonly right: { readonly v: Num } | { readonly metric: Metric };
}
export interface State {
  readonly text: string;
  readonly points: Num;
  /** All must hold; absent when only a person can say. The first state that holds decides. */
  readonly when?: readonly Test[];
}
export interface States {
  readonly kind: 'states';
  readonly states: readonly State[];
  readonly full: Num;
}

export type Leaf = StepPenalty | Bands | Checklist | PerCase | Proportional | States;

/** 二者择其一. */
export interface OneOf {
  readonly kind: 'oneOf';
  readonly options: readonly Rule[];
}
export interface SumOf {
  readonly kind: 'sum';
  readonly parts: readonly Rule[];
  readonly floor?: Num;
  readonly cap?: Num;
}
export interface Unless {
  readonly kind: 'unless';
  /** 没有楼堂馆所项目 */
  readonly notApplicable: string;
  readonly outcome: 'full' | 'drop-and-rescale' | 'zero';
  readonly rule: Rule;
}
/** Never computed: 酌情, free rows, by another document, or a text that was not understood. */
export interface Judged {
  readonly kind: 'judged';
  readonly range: readonly [Num, Num];
  readonly reasonRequired: boolean;
  /** The text as printed. */
  readonly text: string;
  readonly source?: string;
}
export type Rule = Leaf | OneOf | SumOf | Unless | Judged;
