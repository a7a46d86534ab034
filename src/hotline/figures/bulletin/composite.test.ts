import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, ratio } from '#lib/fraction.ts';
import { compositeOf, compositeRules } from './composite.ts';

const rules = compositeRules.initial;
const enough = { reached: 30n, atLeast: 30 };
const rates = ([onTime, rework, dissatisfaction]: readonly [string, string, string]) => ({
  onTime: fraction(onTime),
  rework: fraction(rework),
  dissatisfaction: fraction(dissatisfaction),
});

test.each([
  // 100 − 0.3·2 − 0.2·9.22 − 0.2·6.87 = 100 − 0.6 − 1.844 − 1.374
  [['0.98', '0.0922', '0.0687'], '96.18', 'A'],
  // 2 of 2,798 reworked is 0.07148 %: 100 − 0 − 0.0143 − 1.724
  [['1', '2/2798', '0.0862'], '98.26', 'A'],
  // 100 − 0.3·20 − 0.2·10 − 0.2·10 = 90 exactly: the grade's own limit belongs to it
  [['0.8', '0.1', '0.1'], '90.00', 'B'],
  // 100 − 30 − 20 − 20 = 30
  [['0', '1', '1'], '30.00', 'D'],
] as const)('on time, reworked, dissatisfied %j make %s, grade %s', (shares, value, grade) => {
  expect(compositeOf(rates(shares), rules, enough)).toMatchObject({ value, grade });
});

test('a rate of nothing is missing, never a full mark', () => {
  expect(compositeOf({ ...rates(['1', '0', '0']), dissatisfaction: null }, rules, enough)).toEqual({
    missing: ['不满意率'],
  });
});

test('it is never below nought nor above a hundred, and falls when more is late', () => {
  const share = fc.integer({ min: 0, max: 1000 }).map((n) => ratio(BigInt(n), 1000n));
  const heavy = { ...rules, lateWeight: '5' };
  const valueOf = (late: ReturnType<typeof ratio>, rework: ReturnType<typeof ratio>): number => {
    const found = compositeOf({ onTime: late, rework, dissatisfaction: rework }, heavy, enough);
    return 'value' in found ? Number(found.value) : Number.NaN;
  };
  fc.assert(
    fc.property(share, share, share, (a, b, rework) => {
      const [low, high] = [a, b].sort((x, y) => Number(x.num * y.den - y.num * x.den));
      expect(valueOf(low!, rework)).toBeGreaterThanOrEqual(0);
      expect(valueOf(high!, rework)).toBeLessThanOrEqual(100);
      expect(valueOf(low!, rework)).toBeLessThanOrEqual(valueOf(high!, rework));
    }),
  );
});

test('whom too few were asked about is not graded', () => {
  const found = compositeOf(rates(['1', '0', '0']), rules, { reached: 29n, atLeast: 30 });
  expect(found).toMatchObject({
    value: '100.00',
    grade: null,
    ungraded: '回访接通 29 件，不足 30 件，不评等级',
  });
});
