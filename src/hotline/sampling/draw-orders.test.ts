import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { drawOrders, type Callable } from './draw-orders.ts';
import { sampleSize, wilson } from './interval.ts';
import { splitmix64 } from '#lib/lot.ts';

test('splitmix64 begins 0 with the number published for it', () => {
  expect(splitmix64(0n)).toBe(0xe220a8397b1dcdafn);
});

describe('how many from each stratum', () => {
  test.each([
    // 3 + 3, then 8 over rooms 97 : 7 → 7.46 and 0.54 → the larger remainder, 0.54, gets the eighth
    [[100, 10], 14, 3, [10, 4]],
    // a third each of 10: 3.33 three times, the first gets what is left over
    [[5, 5, 5], 10, 0, [4, 3, 3]],
    // two are wished and two each would be three: in proportion, 0.04 and 1.96
    [[1, 50], 2, 2, [0, 2]],
    [[1, 50], 3, 2, [1, 2]],
    [[4, 6], 100, 1, [4, 6]],
    [[], 5, 1, []],
  ])('%j, %i wished, at least %i: %j', (populations, size, minimum, expected) => {
    expect(allocate(populations, { size, minimum })).toEqual(expected);
  });

  test('never more than there are, together what was wished, and the minimum wherever the wish allows it', () => {
    const populations = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 30 });
    fc.assert(
      fc.property(populations, fc.nat(3000), fc.nat(5), (all, size, minimum) => {
        const sizes = allocate(all, { size, minimum });
        const least = all.map((each) => Math.min(each, minimum));
        const add = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
        expect(sizes.every((each, index) => each <= all[index]!)).toBe(true);
        expect(add(sizes)).toBe(Math.min(size, add(all)));
        if (size >= add(least)) expect(sizes.every((each, index) => each >= least[index]!)).toBe(true);
      }),
    );
  });
});

describe('how sure it is', () => {
  test.each([
    // p 0.1, z² 3.8415: (0.1 + 0.0384 ± 1.96·√(0.0018 + 0.000384)) / 1.0768
    [{ hits: 5, n: 50, population: 1_000_000_000 }, '4.35', '21.36'],
    // all of them asked: no doubt left
    [{ hits: 5, n: 50, population: 50 }, '10.00', '10.00'],
    // half of 100 asked counts as 50·99/50 = 99: (0.1 + 0.0194 ± 1.96·√(0.000909 + 0.000098)) / 1.0388
    [{ hits: 5, n: 50, population: 100 }, '5.51', '17.48'],
    [{ hits: 0, n: 0, population: 100 }, '0.00', '100.00'],
  ])('%j at 95 %%: %s … %s %%', (asked, low, high) => {
    const found = wilson(asked, '95');
    expect([(found.low * 100).toFixed(2), (found.high * 100).toFixed(2)]).toEqual([low, high]);
  });

  test('the interval holds the share, and shrinks as more of the population is asked', () => {
    const asked = fc
      .tuple(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 1, max: 499 }), fc.nat(500))
      .map(([population, n, hits]) => ({
        population,
        n: Math.min(n, population),
        hits: Math.min(hits, n, population),
      }));
    fc.assert(
      fc.property(asked, ({ population, n, hits }) => {
        const { low, high } = wilson({ hits, n, population }, '95');
        expect(low).toBeLessThanOrEqual(hits / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(hits / n - 1e-12);
        const wide = wilson({ hits, n, population: population * 10 }, '95');
        expect(high - low).toBeLessThanOrEqual(wide.high - wide.low + 1e-12);
      }),
    );
  });

  test.each([
    [11_303, 2, 1981], // 2,400.9 / (1 + 2,399.9 / 11,303) = 1,980.4
    [11_303, 5, 372], // 384.1 / (1 + 383.1 / 11,303) = 371.6
    [10, 5, 10],
    [0, 5, 0],
  ])('%i orders to ± %i points at 95 %% need %i', (population, margin, size) => {
    expect(sampleSize(population, '95', margin)).toBe(size);
  });
});

describe('the draw', () => {
  const rules = { confidence: '95', marginPercent: 5, minimumPerStratum: 1, minimumToRank: 30 } as const;
  const orders = (count: number): readonly Callable[] =>
    Array.from({ length: count }, (_, n) => ({
      id: `order-${n}`,
      number: `GD${n}`,
      unit: n % 3 === 0 ? 'a' : 'b',
      type: n % 2 === 0 ? 'help' : 'complaint',
    }));

  test('one seed gives one list, in whatever order the population comes; another gives another', () => {
    const wish = { seed: '2020-05', wantedSize: 20, rules };
    const first = drawOrders(orders(120), wish);
    expect(drawOrders(orders(120).toReversed(), wish)).toEqual(first);
    expect(drawOrders(orders(120), { ...wish, seed: '2020-06' }).drawn).not.toEqual(first.drawn);
    // 120 orders: a 40 (20 + 20), b 80 (40 + 40); 1 each, then 16 over 19:19:39:39 → 2.62, 2.62, 5.38, 5.38
    expect(first.strata.map(({ unit, population, size }) => [unit, population, size])).toEqual([
      ['a', 20, 4],
      ['a', 20, 4],
      ['b', 40, 6],
      ['b', 40, 6],
    ]);
  });

  test('an order that is added later draws nobody else in who was out, but perhaps itself', () => {
    const wish = { seed: 's', wantedSize: 10, rules: { ...rules, minimumPerStratum: 0 } };
    const same = orders(60).map((order) => ({ ...order, unit: 'a', type: 'help' as const }));
    const before = new Set(drawOrders(same, wish).drawn.map(({ id }) => id));
    const added = { ...same[0]!, id: 'late', number: 'GDX' };
    const after = drawOrders([...same, added], wish).drawn.map(({ id }) => id);
    expect(after.every((id) => before.has(id) || id === 'late')).toBe(true);
  });
});
