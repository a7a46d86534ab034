import { fraction, one, type Fraction } from '#lib/fraction.ts';
import { COUNTED, COUNT_WORDS } from './count-words.ts';

/** Money in yuan, rates in per cent, points in percentage points, counts in pieces. */
export type Dimension = 'money' | 'count' | 'rate' | 'points' | 'score' | 'time' | 'none';
export interface Unit {
  /** As printed, without the multiplier's brackets: 万元, 件, %; empty when none is printed. */
  readonly text: string;
  readonly dimension: Dimension;
  /** Base units in one printed unit: 10000 for 万元. */
  readonly scale: Fraction;
}

const MEASURES = '平方公里|平方米|立方米|㎡|公里|千米|米|亩|公顷|吨|公斤|千克|升|千瓦时|度|兆';
const TIMES = '个工作日|工作日|个小时|小时|分钟|秒|个月|周|天|日|年';
const MULTIPLES: Readonly<Record<string, string>> = {
  万亿: '1000000000000',
  个亿: '100000000',
  亿: '100000000',
  千万: '10000000',
  百万: '1000000',
  十万: '100000',
  万: '10000',
  千: '1000',
};
const SCALES = new Map(Object.entries(MULTIPLES).map(([name, value]) => [name, fraction(value)]));

const AFTER = new RegExp(
  `[ ]{0,2}(?:(%|‰|个百分点|百分点|个千分点|千分点|个点)|(余|多|来)?(个亿(?![元吨级斤]|公斤|立方|千瓦)|万亿|亿|千万|百万|十万|万|千)?(余|多)?(美元|元|${TIMES}|${COUNT_WORDS}|${MEASURES}|分(?!之|别|为|钟|类|局|中心|管|级|期|批|析|布|解|工))?)`,
  'y',
);
const TIMED = new Set(TIMES.split('|'));

export interface UnitAfter {
  readonly unit: Unit;
  readonly end: number;
  /** 300余件. */
  readonly more: boolean;
}

/** The unit that follows a number ending at `at` of a folded text. */
export function unitAfter(text: string, at: number): UnitAfter {
  AFTER.lastIndex = at;
  const match = AFTER.exec(text);
  if (!match) return { unit: bare, end: at, more: false };
  const end = at + match[0].length;
  if (match[1]) return { unit: rateUnit(match[1]), end, more: false };
  const multiple = match[3] ?? '';
  const name = match[5] ?? '';
  const unit = { text: multiple + name, dimension: dimensionOf(name), scale: SCALES.get(multiple) ?? one };
  return { unit, end: unit.text === '' ? at : end, more: Boolean(match[2] ?? match[4]) };
}

/** Is this a unit and nothing else: 人次, 万元, %? */
export const isUnitName = (text: string): boolean => {
  const unit = text.trim();
  return unit.length > 0 && unit.length <= 5 && unitAfter(unit, 0).end === unit.length;
};

export const bare: Unit = { text: '', dimension: 'none', scale: one };
const PERCENT: Unit = { text: '%', dimension: 'rate', scale: one };
const PER_MILLE: Unit = { text: '‰', dimension: 'rate', scale: fraction('0.1') };
const POINTS: Unit = { text: '个百分点', dimension: 'points', scale: one };

const POINTS_PER_MILLE: Unit = { text: '个千分点', dimension: 'points', scale: fraction('0.1') };

const rateUnit = (sign: string): Unit =>
  sign === '%' ? PERCENT : sign === '‰' ? PER_MILLE : sign.endsWith('千分点') ? POINTS_PER_MILLE : POINTS;

function dimensionOf(name: string): Dimension {
  if (name === '元') return 'money';
  if (name === '分') return 'score';
  if (TIMED.has(name)) return 'time';
  if (name === '' || name === '美元') return 'none';
  return 'count';
}

/** Counts of things are whole; square metres and tonnes need not be. */
export const isWhole = (unit: Unit): boolean =>
  unit.dimension === 'count' && unit.text.length > 0 && COUNTED.has(unit.text);

const MEASURE = new RegExp(`^(?:${Object.keys(MULTIPLES).join('|')})?(?:${MEASURES})$`);
/** Lengths, areas, weights: 公里, 万亩, 吨. */
export const isMeasure = (unit: Unit): boolean => MEASURE.test(unit.text);

const NAMED =
  /(?:单位|计量单位|金额单位)[:：]?\s{0,3}(亿元|千万元|百万元|万元|千元|元|万件|万人次|万人|件|条|次|个|人次|人|%)|[（(](?:单位[:：])?(亿元|百万元|万元|千元|元|万件|件|条|次|个|人次|人|家|项|份|户|篇|%|‰|分)[)）]/;

/** 单位：个、万元: which column has which, the caption does not say. */
const SEVERAL = /^\s?(?:[、/和及]|[,，]\s?(?:万?元|亿元|[个件人户%]))/;

/** The unit a caption or a header names: 单位：万元, 金额（元）, 办结率(%). */
export function unitNamed(text: string): Unit | undefined {
  const match = NAMED.exec(text);
  if (match && SEVERAL.test(text.slice(match.index + match[0].length))) return undefined;
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? undefined : unitAfter(name, 0).unit;
}
