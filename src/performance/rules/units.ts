import { divide, hundred, times, toFixed, type Fraction } from '#lib/fraction.ts';
import { shown } from './num.ts';
import type { Metric, Op, Unit } from './rule.ts';

const SUFFIX: Readonly<Record<Unit, string>> = {
  percent: '%',
  ratio: '',
  wanyuan: '万元',
  yuan: '元',
  count: '个',
  workday: '个工作日',
  day: '天',
  hour: '小时',
  month: '个月',
  point: '分',
};

/** What follows a printed number of this unit. */
export const suffix = (unit: Unit): string => SUFFIX[unit];
/** What follows the size of a step: rates step by percentage points. */
export const stepSuffix = (unit: Unit): string => (unit === 'percent' ? '个百分点' : SUFFIX[unit]);

/** From the metric's own unit to the printed scale of thresholds: 38/18 is 211.1…. */
export const printed = (metric: Metric, value: Fraction): Fraction =>
  metric.unit === 'percent' ? times(value, hundred) : value;
/** Back again: 45 is 9/20. */
export const own = (metric: Metric, value: Fraction): Fraction =>
  metric.unit === 'percent' ? divide(value, hundred) : value;

/** `211.11%`, `469.57万元`. The value is on the printed scale. */
export const withUnit = (metric: Metric, value: Fraction): string =>
  metric.unit === 'percent' ? `${trim(toFixed(value, 2))}%` : `${shown(value)}${SUFFIX[metric.unit]}`;

const trim = (decimal: string): string => decimal.replace(/\.?0+$/, '');

const OP_WORD: Readonly<Record<Op, string>> = { '<': '低于', '<=': '≤', '=': '=', '>=': '≥', '>': '高于' };
export const opWord = (op: Op): string => OP_WORD[op];
