import { Type, type Static } from 'typebox';
import {
  compare,
  fraction,
  hundred,
  max,
  minus,
  one,
  sum,
  times,
  toFixed,
  zero,
  type Fraction,
} from '#lib/fraction.ts';
import { setting } from '#lib/setting.ts';
import { rateOf, type Tally } from './lines.ts';

const Decimal = (title: string) =>
  Type.String({ title, pattern: '^[0-9]{1,3}(\\.[0-9]{1,3})?$', wrong: '应为数字，至多三位小数' });
const CompositeRules = Type.Object({
  isExample: Type.Boolean({ title: '示例，非官方' }),
  lateWeight: Decimal('未按期率每一个百分点扣'),
  reworkWeight: Decimal('返工率每一个百分点扣'),
  dissatisfactionWeight: Decimal('不满意率每一个百分点扣'),
  grades: Type.Array(
    Type.Object({
      grade: Type.String({ title: '等级', minLength: 1, maxLength: 4 }),
      atLeast: Decimal('不低于'),
    }),
    { title: '等级（从高到低，都不到的为最末一级）', minItems: 2, maxItems: 6 },
  ),
});
export type CompositeRules = Static<typeof CompositeRules>;

/** 综合指标值 — no place has published its formula; what is shipped is an example and says so wherever it is printed. */
export const compositeRules = setting({
  name: 'hotline.index',
  title: '热线综合指标值',
  about:
    '100 减去未按期率、返工率、不满意率的加权扣分，再分等级；各地没有公布算法，出厂的权数和等级线只是示例，非官方，请按上级通报口径修改',
  schema: CompositeRules,
  initial: {
    isExample: true,
    lateWeight: '0.3',
    reworkWeight: '0.2',
    dissatisfactionWeight: '0.2',
    grades: [
      { grade: 'A', atLeast: '95' },
      { grade: 'B', atLeast: '90' },
      { grade: 'C', atLeast: '80' },
      { grade: 'D', atLeast: '0' },
    ],
  },
});

export interface Rates {
  readonly onTime: Fraction | null;
  readonly rework: Fraction | null;
  readonly dissatisfaction: Fraction | null;
}
/** The value to two decimals with its grade, what is missing to compute it, or why it is too early to. */
export type Composite =
  | {
      readonly value: string;
      /** Null where too few were asked to grade anybody by it: `ungraded` says so. */
      readonly grade: string | null;
      readonly because: string;
      readonly ungraded?: string;
    }
  | { readonly missing: readonly string[] }
  | { readonly notYet: string };

const NAMES: Readonly<Record<keyof Rates, string>> = {
  onTime: '按期办结率',
  rework: '返工率',
  dissatisfaction: '不满意率',
};
/** A grade of days that are not over would be of orders whose time has not come. */
export const TOO_EARLY: Composite = { notYet: '期间未结束，不评等级' };

export const ratesOf = (tally: Tally): Rates => ({
  onTime: rateOf('on-time-rate', tally),
  rework: rateOf('rework-rate', tally),
  dissatisfaction: rateOf('dissatisfaction-rate', tally),
});

/**
 * 100 − 0.3·(100 − 按期) − 0.2·返工 − 0.2·不满意, in per cent points. On time 98 %, rework 9.22 %, dissatisfied 6.87 %:
 * 100 − 0.6 − 1.844 − 1.374 = 96.18. Never below nought; a rate of nothing is missing, not perfect; whom too few were asked
 * about is not graded, as a draw does not rank them.
 */
export function compositeOf(
  rates: Rates,
  rules: CompositeRules,
  { reached, atLeast }: { readonly reached: bigint; readonly atLeast: number },
): Composite {
  const missing = (Object.keys(NAMES) as (keyof Rates)[]).filter((name) => rates[name] === null);
  if (missing.length > 0) return { missing: missing.map((name) => NAMES[name]) };
  const off = [
    [rules.lateWeight, minus(one, rates.onTime!)],
    [rules.reworkWeight, rates.rework!],
    [rules.dissatisfactionWeight, rates.dissatisfaction!],
  ] as const;
  const points = off.map(([weight, share]) => times(fraction(weight), times(share, hundred)));
  const value = max(zero, minus(hundred, sum(points)));
  const grade =
    rules.grades.find(({ atLeast }) => compare(value, fraction(atLeast)) >= 0) ?? rules.grades.at(-1)!;
  const because = `100 − ${points.map((each) => toFixed(each, 2)).join(' − ')}（未按期、返工、不满意）`;
  if (reached < BigInt(atLeast))
    return {
      value: toFixed(value, 2),
      grade: null,
      because,
      ungraded: `回访接通 ${reached} 件，不足 ${atLeast} 件，不评等级`,
    };
  return { value: toFixed(value, 2), grade: grade.grade, because };
}
