import type { Rule } from '../rules/index.ts';

/** One 三级指标 of a form. */
export interface FrameworkRow {
  /** `一级/二级/三级`, unique within the form. */
  readonly path: string;
  /** 三级指标 as the form names it. */
  readonly name: string;
  /** 分值, a decimal string; '0' until the adopting authority has set it. */
  readonly weight: string;
  readonly rule: Rule;
  /** 指标说明: what is divided by what. Empty when the form does not say. */
  readonly definition: string;
  /** 个性化指标: the department may and should put its own indicator in the place of this one. */
  readonly isGeneric: boolean;
  readonly remark: string;
  /** Rows with the same word share one printed 分值 and one printed rule (merged cells). */
  readonly merged: string | null;
}
/** A 一级 or 二级 group and the weight printed beside it. */
export interface FrameworkGroup {
  readonly path: string;
  readonly weight: string;
}
/** What a form says; stored with the noun, shipped with the program. */
export interface FrameworkBody {
  readonly name: string;
  readonly year: number;
  readonly edition: number;
  /** Who issued it, with the number of the document. */
  readonly source: string;
  readonly groups: readonly FrameworkGroup[];
  readonly rows: readonly FrameworkRow[];
}

/** `一级`, `二级` and `三级` of a path; a name may itself hold no stroke. */
export function levels(path: string): readonly [string, string, string] {
  const [first = '', second = '', ...third] = path.split('/');
  return [first, second, third.join('/')];
}
/** Whether a path lies in a group. */
export const isIn = (path: string, group: string): boolean => path === group || path.startsWith(`${group}/`);
