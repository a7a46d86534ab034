import type { Rule } from './rule.ts';

/** What the form knows of an indicator beside the text of its rule. */
export interface RuleContext {
  /** 分值, a decimal. */
  readonly full: string;
  /** 三级指标, as printed. */
  readonly name: string;
  /** 指标说明; a formula in it overrides the catalogue's. */
  readonly definition?: string;
}
/** A fault of the form, never of the department. */
export interface FormFault {
  readonly kind: 'gap' | 'overlap' | 'full-differs' | 'sum-differs' | 'order';
  /** Chinese, with the figures. */
  readonly text: string;
}
export interface ParsedRule {
  readonly rule: Rule;
  /** How the text was read where it leaves room, in Chinese. */
  readonly readings: readonly string[];
  readonly faults: readonly FormFault[];
}
