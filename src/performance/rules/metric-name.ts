import type { Formula, Metric, Term } from './rule.ts';

/** A metric every form knows under some name. */
export interface KnownMetric extends Metric {
  /** Where the formula comes from. */
  readonly source: string;
  /** The whole of a bared name must match one of these. */
  readonly names: readonly RegExp[];
}

/** A name without quotes, blanks, list numbers and its printed points: `1.“三公经费”变动率（5分）` → `三公经费变动率`. */
export const bareName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」《》*:：]/g, '')
    .replace(/\([^()]*分\)$|\(%\)$/g, '')
    .replace(/^(?:\(?[一二三四五六七八九十\d]{1,2}[).、])+/, '')
    .replace(/^(?:部门|单位|本年度?|年度|当年|全年)+(?=.{3})/, '')
    .replace(/(?:情况|指标|%)$/, '');

export const term = (figure: string, name: string, sign: 1 | -1 = 1): Term => ({ figure, name, sign });
export const over = (top: Term | readonly Term[], under: Term | readonly Term[]): Formula => ({
  top: [top].flat(),
  under: [under].flat(),
});
