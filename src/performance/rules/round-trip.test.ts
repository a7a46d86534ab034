import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, fraction, ratio } from '#lib/fraction.ts';
import { attainable } from './attainable.ts';
import { catalogue } from './catalogue.ts';
import {
  defaultSettings,
  fullOf,
  impliedRate,
  isReachable,
  parseRule,
  printRule,
  scoreRule,
  whatWouldItTake,
} from './index.ts';
import type { Bound, Leaf, Metric, Num, PerCase, Rule } from './index.ts';
import { num } from './num.ts';
import { everyReading } from './score.ts';

const decimal = (min: number, max: number, places = 1): fc.Arbitrary<Num> =>
  fc
    .integer({ min: min * 10 ** places, max: max * 10 ** places })
    .map((n) => num(ratio(BigInt(n), 10n ** BigInt(places))));

const rates = catalogue
  .filter((each) => each.unit === 'percent')
  .map(({ id, name, unit }): Metric => ({ id, name, unit }));
const metric: fc.Arbitrary<Metric> = fc.oneof(
  fc.constantFrom(...rates),
  fc
    .constantFrom('实名认证率', '网上可办率', '材料压减率')
    .map((name): Metric => ({ id: name, name, unit: 'percent' })),
);
const phrase = fc.constantFrom(
  '建立台账',
  '程序完整、手续齐备',
  '用途符合批复',
  '按规定公开',
  '记录真实',
  '有专人管理',
  '账实相符',
);
const phrases = (min: number, max: number) => fc.uniqueArray(phrase, { minLength: min, maxLength: max });
const full = fc.integer({ min: 1, max: 20 }).map(String);

const stepPenalty: fc.Arbitrary<Leaf> = fc
  .record({
    metric,
    side: fc.constantFrom('above' as const, 'below' as const),
    threshold: decimal(0, 120),
    step: decimal(1, 5),
    perStep: decimal(0.1, 2),
    full,
    stepIn: fc.constantFrom('points' as const, 'percent' as const),
    partial: fc.option(fc.constantFrom('whole' as const, 'started' as const, 'pro-rata' as const)),
    zero: fc.option(decimal(1, 30)),
  })
  .map(({ partial, zero, ...rest }): Leaf => {
    const limit =
      zero === null
        ? undefined
        : num(
            ratio(
              fraction(rest.threshold).num * 10n + fraction(zero).num * 0n,
              fraction(rest.threshold).den * 10n,
            ),
          );
    return {
      kind: 'stepPenalty',
      ...rest,
      floor: '0',
      ...(partial && { partial }),
      ...(limit !== undefined &&
        rest.side === 'below' &&
        limit !== rest.threshold && { zeroIf: { op: '<' as const, v: limit } }),
    };
  });

/** Cuts from high to low; a silent end is silent on both sides, as the parser leaves it. */
const bands: fc.Arbitrary<Leaf> = fc
  .record({
    metric,
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 5 }),
    who: fc.array(fc.constantFrom('above', 'below', 'silent'), { minLength: 5, maxLength: 5 }),
    full: fc.integer({ min: 5, max: 20 }),
  })
  .map(({ metric, cuts, who, full }): Leaf => {
    const down = cuts.toSorted((a, b) => b - a).map((each) => num(ratio(BigInt(each), 2n)));
    const end = (at: number, side: 'lo' | 'hi'): Bound => {
      const v = down[at];
      if (v === undefined) return null;
      const isOuter = at === 0 || at === down.length - 1;
      const says = who[at] === 'silent' && isOuter ? 'above' : who[at];
      return { v, incl: says === 'silent' ? 'unstated' : says === (side === 'lo' ? 'above' : 'below') };
    };
    const list = Array.from({ length: down.length + 1 }, (_, at) => ({
      lo: end(at, 'lo'),
      hi: end(at - 1, 'hi'),
      points: String(at === down.length ? 0 : full - at),
    }));
    return { kind: 'bands', metric, bands: list, full: String(full) };
  });

const checklist: fc.Arbitrary<Leaf> = fc
  .record({
    texts: phrases(2, 6),
    mode: fc.constantFrom('each' as const, 'deduct' as const, 'all' as const),
    points: decimal(0.5, 3),
    full,
  })
  .map(({ texts, mode, points, full }): Leaf => {
    const each = mode === 'all' ? full : points;
    return { kind: 'checklist', mode, full, items: texts.map((text) => ({ text, points: each })) };
  });

const perCase: fc.Arbitrary<Leaf> = fc
  .record({
    about: fc.oneof(fc.constant([]), phrases(2, 4)),
    unit: fc.constantFrom('例', '起', '次', '件', '处'),
    text: fc.constantFrom('不符合要求', '违反规定', '投诉属实'),
    perUnit: decimal(0.1, 3),
    full,
    after: fc.option(fc.integer({ min: 1, max: 5 })),
    zeroFrom: fc.option(fc.integer({ min: 2, max: 9 })),
  })
  .map(({ about, unit, text, perUnit, full, after, zeroFrom }): Leaf => ({
    kind: 'perCase',
    counts: 'breaches',
    about,
    full,
    floor: '0',
    cases: [
      {
        verb: '出现',
        text,
        perUnit,
        unit,
        sign: -1,
        ...(after !== null && { after }),
        ...(zeroFrom !== null && { zeroFrom }),
        metric: { id: `count:${text}${unit}数`, name: `${text}${unit}数`, unit: 'count' },
      },
    ],
  }));
const bonus: fc.Arbitrary<PerCase> = fc
  .record({ perUnit: decimal(0.5, 3), cap: full })
  .map(({ perUnit, cap }): PerCase => ({
    kind: 'perCase',
    counts: 'breaches',
    about: [],
    full: '0',
    floor: '0',
    cap,
    cases: [
      {
        verb: '出现',
        text: '获得表彰',
        perUnit,
        unit: '项',
        sign: 1,
        metric: { id: 'count:获得表彰项数', name: '获得表彰项数', unit: 'count' },
      },
    ],
  }));

const proportional: fc.Arbitrary<Leaf> = fc
  .record({
    metric,
    weight: full,
    base: decimal(50, 100),
    invert: fc.boolean(),
    zero: fc.option(decimal(1, 45)),
    floor: fc.constant('0'),
  })
  .map(({ metric, weight, base, invert, zero }): Leaf => ({
    kind: 'formula',
    metric,
    weight,
    base,
    ...(invert && { invert: true as const }),
    clamp: ['0', weight],
    ...(zero !== null && !invert && { zeroIf: { op: '<' as const, v: zero } }),
  }));

const states: fc.Arbitrary<Leaf> = fc
  .record({ full: fc.integer({ min: 3, max: 20 }) })
  .map(({ full }): Leaf => ({
    kind: 'states',
    full: String(full),
    states: [
      { text: '全部完成', points: String(full) },
      { text: '部分完成', points: String(full - 2) },
      { text: '未完成', points: '0' },
    ],
  }));

const leaf: fc.Arbitrary<Leaf> = fc.oneof(stepPenalty, bands, checklist, perCase, proportional, states);
const rule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 6, arbitrary: leaf },
  { weight: 1, arbitrary: bonus },
  fc
    .tuple(stepPenalty, stepPenalty)
    .map(([a, b]): Rule => ({ kind: 'oneOf', options: [a, { ...b, full: fullOf(a) } as Rule] })),
  fc.tuple(stepPenalty, proportional, stepPenalty).map((parts): Rule => ({ kind: 'sum', parts })),
  fc
    .tuple(stepPenalty, fc.constantFrom('full' as const, 'drop-and-rescale' as const))
    .map(([inner, outcome]): Rule => ({
      kind: 'unless',
      notApplicable: '没有采购项目',
      outcome,
      rule: inner,
    })),
);
const byMetric = fc.oneof(stepPenalty, bands, proportional);
const nameOf = (each: Rule): string =>
  'metric' in each ? each.metric.name : each.kind === 'unless' ? nameOf(each.rule) : '指标';
const weightOf = (each: Rule): Num => (each.kind === 'perCase' && each.cap ? each.cap : fullOf(each));
const value = fc.integer({ min: 0, max: 2500 }).map((n) => ratio(BigInt(n), 1000n));

describe('every rule', () => {
  test('reads back from its own print', () => {
    fc.assert(
      fc.property(rule, (each) => {
        expect(parseRule(printRule(each), { full: weightOf(each), name: nameOf(each) }).rule).toEqual(each);
      }),
      { numRuns: 500 },
    );
  });

  test('is plain JSON', () => {
    fc.assert(
      fc.property(rule, (each) => {
        expect(JSON.parse(JSON.stringify(each))).toEqual(each);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a score', () => {
  test('lies within its own range, and is one the rule can give', () => {
    fc.assert(
      fc.property(byMetric, value, fc.constantFrom(...everyReading()), (each, now, settings) => {
        const scored = scoreRule(each, { figures: { [nameId(each)]: now } }, settings);
        if (scored.status !== 'computed') return;
        expect(
          compare(scored.range.low, scored.points) <= 0 && compare(scored.points, scored.range.high) <= 0,
        ).toBe(true);
        expect(isReachable(each, scored.points).reachable).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('implies a range that holds the value it came from', () => {
    fc.assert(
      fc.property(byMetric, value, fc.constantFrom(...everyReading()), (each, now, settings) => {
        const scored = scoreRule(each, { figures: { [nameId(each)]: now } }, settings);
        if (scored.status !== 'computed') return;
        const implied = impliedRate(each, scored.points, settings);
        if (!implied) return;
        if (implied.low) expect(compare(implied.low.v, now) <= (implied.low.incl ? 0 : -1)).toBe(true);
        if (implied.high) expect(compare(now, implied.high.v) <= (implied.high.incl ? 0 : -1)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('rises to what a move promises when the metric reaches it', () => {
    fc.assert(
      fc.property(byMetric, value, fc.constantFrom(...everyReading()), (each, now, settings) => {
        const move = whatWouldItTake(each, now, settings);
        for (const goal of move ? [move.next, move.full] : []) {
          const end = [goal.needs.low, goal.needs.high].find((one) => one?.incl);
          if (!end) continue;
          const then = scoreRule(each, { figures: { [nameId(each)]: end.v } }, settings);
          expect(then).toMatchObject({ status: 'computed', points: goal.points });
          expect(compare(goal.points, move!.now) > 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
const nameId = (each: Leaf): string => ('metric' in each ? each.metric.id : '');

test('any text at all is read without an exception, and what is not judged reads back', () => {
  const bits = fc.constantFrom(
    '≥',
    '≤',
    '90%',
    '100%',
    '（含）',
    '-',
    '得5分',
    '每',
    '超过',
    '一个百分点',
    '扣',
    '0.5分',
    '；',
    '，',
    '。',
    '①',
    '②',
    '不得分',
    '完成率',
    '否则',
    '按比例得分',
    '发现',
    '一例',
    '满分',
    '以上',
    '低于',
    '扣完为止',
    '得分=',
    '×',
    '分值',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
      const parsed = parseRule(parts.join(''), { full: '5', name: '任务完成率' });
      expect(attainable(parsed.rule).length).toBeGreaterThan(0);
      if (parsed.rule.kind !== 'judged')
        expect(parseRule(printRule(parsed.rule), { full: '5', name: '任务完成率' }).rule).toEqual(
          parsed.rule,
        );
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(parseRule(text, { full: '5', name: text }).rule.kind).toBeTypeOf('string');
    }),
    { numRuns: 300 },
  );
});

test('the settings in use are among the readings', () => {
  expect(everyReading()).toContainEqual(defaultSettings);
});
