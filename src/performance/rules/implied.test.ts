import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/fraction.ts';
import { defaultSettings, impliedRate, isReachable, parseRule, whatWouldItTake } from './index.ts';
import type { Rule } from './index.ts';

const read = (text: string, full: string, name: string): Rule => parseRule(text, { full, name }).rule;
const staff = read('在职人员控制率≤100%，得5分；每超过1个百分点扣0.5分，扣完为止。', '5', '在职人员控制率');
const satisfaction = read(
  '95%（含）以上计5分；85%（含）-95%，计3分；75%（含）-85%，计1分；低于75%计0分',
  '5',
  '满意度',
);

describe('a score implies', () => {
  test('one rate and, by whole steps, the stretch to the next', () => {
    // 5 − 4 = 1 = 2 steps: from 102 % up to but not 103 %
    expect(impliedRate(staff, fraction(4), defaultSettings)).toMatchObject({
      rate: fraction('1.02'),
      low: { v: fraction('1.02'), incl: true },
      high: { v: fraction('1.03'), incl: false },
      text: '得4分，对应的在职人员控制率为102%（按现行读法不低于102%且低于103%）',
    });
  });
  test('a half-open range when it was clipped at nothing', () => {
    const implied = impliedRate(staff, fraction(0), defaultSettings);
    expect(implied).toMatchObject({
      low: { v: fraction('1.1'), incl: true },
      text: '得0分，对应的在职人员控制率不低于110%',
    });
    expect(implied?.high).toBeUndefined();
  });
  test('the interval of its band', () => {
    expect(impliedRate(satisfaction, fraction(3), defaultSettings)).toMatchObject({
      low: { v: fraction('0.85'), incl: true },
      high: { v: fraction('0.95'), incl: false },
    });
  });
  test('nothing when no band gives it', () =>
    expect(impliedRate(satisfaction, fraction(4), defaultSettings)).toBeUndefined());
  test('nothing when a checklist gave it', () => {
    expect(
      impliedRate(read('①有制度2分；②有效执行3分', '5', '制度'), fraction(2), defaultSettings),
    ).toBeUndefined();
  });
  test('an exact rate in proportion', () => {
    const rule = read('得分=预算执行率×分值，低于60%不得分', '10', '预算执行率');
    expect(impliedRate(rule, fraction('9.2'), defaultSettings)?.rate).toEqual(fraction('0.92'));
    // 4 of 10 would be 40 %, where nothing is given
    expect(impliedRate(rule, fraction(4), defaultSettings)).toBeUndefined();
    expect(isReachable(rule, fraction(4))).toEqual({
      reachable: false,
      because: '按评分标准不可能得4分，最接近的是0分或6分',
    });
  });
});

describe('more points need', () => {
  test('the next band, and the best', () => {
    const move = whatWouldItTake(satisfaction, fraction('0.8'), defaultSettings);
    expect(move?.next).toMatchObject({
      points: fraction(3),
      gain: fraction(2),
      needs: { low: { v: fraction('0.85'), incl: true } },
    });
    expect(move?.full).toMatchObject({
      points: fraction(5),
      needs: { low: { v: fraction('0.95'), incl: true } },
    });
  });
  test('a rate far beyond the floor to come back within reach', () => {
    // the first step that leaves anything is the ninth: 109 % gives 5 − 4.5
    const move = whatWouldItTake(staff, fraction('38/18'), defaultSettings);
    expect(move).toMatchObject({
      now: fraction(0),
      next: { points: fraction('0.5'), needs: { high: { v: fraction('1.09'), incl: true } } },
    });
  });
  test('nothing at full marks', () =>
    expect(whatWouldItTake(staff, fraction('0.99'), defaultSettings)).toBeUndefined());
});

describe('a score that cannot be', () => {
  test.each([
    ['每迟报一次扣0.5分，扣完为止', '3', '0.25', false],
    ['每迟报一次扣0.5分，扣完为止', '3', '2.5', true],
    // 3 − 2 × 0.8 − 2 × … : 1.4 = 3 − 2 × 0.8; then 0.6, then nothing
    ['每出现一例扣0.8分，扣完为止', '3', '1.4', true],
    ['每出现一例扣0.8分，扣完为止', '3', '1', false],
    ['①制度健全1分；②合规1分；③执行1分', '3', '1.5', false],
    ['①有制度；②已执行。全部符合得3分，缺一项不得分', '3', '2', false],
    ['优秀得5分，良好得4分，一般得2分，差得0分', '5', '3', false],
    ['≥90%得5分；80%（含）-90%得3分；低于80%不得分', '5', '4', false],
    ['≥100%得5分，每低于1个百分点扣0.2分，不足1个百分点的按1个百分点计，扣完为止', '5', '4.5', false],
    ['≥100%得5分，每低于1个百分点扣0.2分，扣完为止', '5', '4.5', true],
    // One bare award says what is looked at, not that there is all or nothing.
    ['制度健全5分', '5', '4.8', true],
    ['制度健全得5分', '5', '4.8', true],
    ['制度健全5分', '5', '5.5', false],
    ['建立台账的，得5分；未建立的不得分', '5', '4.8', false],
    ['酌情评分', '5', '4.37', true],
    ['酌情评分', '5', '5.5', false],
  ])('%s of %s: %s is reachable %s', (text, full, points, reachable) => {
    expect(isReachable(read(text, full, '资金到位率'), fraction(points)).reachable).toBe(reachable);
  });
});
