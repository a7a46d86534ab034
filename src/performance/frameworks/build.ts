import type { Band, Checklist, Judged, Metric, PerCase, Rule, StepPenalty } from '../rules/index.ts';
import type { FrameworkRow } from './row.ts';

/* Short spellings for the forms that ship with the program; what they make is plain data. */

export const metric = (id: string, name: string, unit: Metric['unit'] = 'percent'): Metric => ({
  id,
  name,
  unit,
});

type Step = Pick<StepPenalty, 'side' | 'threshold' | 'perStep' | 'full'>;
/** Full marks up to the threshold; so much off for each whole percentage point beyond it; 扣完为止. */
export const perPoint = (of: Metric, rule: Step): StepPenalty => ({
  kind: 'stepPenalty',
  metric: of,
  step: '1',
  stepIn: 'points',
  floor: '0',
  ...rule,
});

/** `[80,90)` and `(0,10]` as printed; `=0` is `[0,0]`, an open end is empty: `[90,`, `,60)`. */
export function band(interval: string, points: string): Band {
  const [low = '', high = ''] = interval.split(',');
  const lo = low.length > 1 ? { v: low.slice(1), incl: low.startsWith('[') } : null;
  const hi = high.length > 1 ? { v: high.slice(0, -1), incl: high.endsWith(']') } : null;
  return { lo, hi, points };
}

export const checklist = (full: string, items: readonly (readonly [string, string])[]): Checklist => ({
  kind: 'checklist',
  items: items.map(([text, points]) => ({ text, points })),
  mode: 'each',
  full,
});

/** Every requirement that is once not met costs `perUnit`; only an inspection can count them. */
export const perBreach = (full: string, perUnit: string, about: readonly string[]): PerCase => ({
  kind: 'perCase',
  cases: [
    {
      verb: '出现',
      text: '不符合要求',
      perUnit,
      unit: '例',
      sign: -1,
      metric: metric('count:不符合要求例数', '不符合要求例数', 'count'),
    },
  ],
  counts: 'breaches',
  about,
  full,
  floor: '0',
});

export const judged = (full: string, text: string, source?: string): Judged => ({
  kind: 'judged',
  range: ['0', full],
  reasonRequired: true,
  text,
  ...(source === undefined ? {} : { source }),
});

/** In paths names go without quotation marks: forms print “三公经费” and 三公经费 for the same row. */
const plainName = (name: string): string => name.replace(/[“”"]/g, '');

type Details = Partial<Pick<FrameworkRow, 'definition' | 'isGeneric' | 'remark' | 'merged'>>;
/** Rows of one 二级 group: `rows('过程/预算执行')('资金结余', '3', rule)`. */
export const under =
  (group: string) =>
  (name: string, weight: string, rule: Rule, more: Details = {}): FrameworkRow => ({
    path: `${group}/${plainName(name)}`,
    name,
    weight,
    rule,
    definition: '',
    isGeneric: false,
    remark: '',
    merged: null,
    ...more,
  });
