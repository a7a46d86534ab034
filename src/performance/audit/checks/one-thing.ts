import { compare, divide, fraction, times, type Fraction } from '#lib/fraction.ts';
import type { Concept } from '../facts/concepts.ts';
import type { Fact } from '../facts/fact.ts';
import { half, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { oneName } from './one-name.ts';

/** Names that different forms use for different totals; only the same words mean the same amount. */
const LOOSE: ReadonlySet<Concept> = new Set([
  'income',
  'spending',
  'surplus',
  'project',
  'carriedIn',
  'publicBudget',
  'procurement',
]);

/** 全县受理86件 here and 全县受理93件 there: of all there is, in so many words. */
export const saysAll = (fact: Fact): boolean =>
  /全[县市区省州旗镇乡局系院校]|(?:部门|单位)(?:整体|总)|[我本](?:局|部门|单位)/.test(clauseBefore(fact));

type Sure = 'yes' | 'perhaps' | 'no';

export function sureConcept(first: Fact, fact: Fact): Sure {
  if (isYearAndAll(first.name, fact.name) || isYearAndAll(fact.name, first.name)) return 'no';
  if (isFlowAndStock(first, fact) || isFlowAndStock(fact, first)) return 'no';
  return !fact.concept ||
    !LOOSE.has(fact.concept) ||
    (plainName(first.name) === plainName(fact.name) &&
      isOfTheYear(first) &&
      isOfTheYear(fact) &&
      !isFar(first.figure, fact.figure))
    ? 'yes'
    : 'perhaps';
}

/** 结余8.6万元 of one project and 结余23.5万元 of another: a sentence must say that it speaks of the whole. */
const isOfTheYear = (fact: Fact): boolean =>
  fact.source !== 'text' ||
  /合计|总|全年|本年|年末|年终|期末|当年|年度|部门|整体|财政|项目|决算/.test(clauseBefore(fact)) ||
  isBesideBudget(fact);

/** 全年预算数1800万元，实际支出1710万元: what is spent of the year's budget is the year's spending. */
const isBesideBudget = ({ neighbours = [], concept }: Fact): boolean =>
  concept === 'spending' &&
  neighbours.some((each) =>
    /^(?:全年|年度|部门|年初|调整后?|全年调整)?(?:总)?预算(?:数|总额|额)?\d/.test(each),
  );

/** The words of its own clause before a figure. */
function clauseBefore({ figure, place }: Fact): string {
  const text = place.text.replace(/(\d)[,，](?=\d{3})/g, '$1');
  const at = text.lastIndexOf(figure.printed.slice(0, 3));
  return (at < 0 ? text : text.slice(0, at)).split(/[，,。;；]/).at(-1) ?? '';
}

/** 本年收入合计 and 收入总计 of the final accounts: what is carried over lies between them. */
const isYearAndAll = (year: string, all: string): boolean => /总计/.test(all) && !/总计/.test(year);

/** 本年收支结余 is what the year left, 年末结转 all that is left. */
const isFlowAndStock = (flow: Fact, stock: Fact): boolean =>
  flow.concept === 'surplus' &&
  /当年|本年|收支/.test(flow.name) &&
  !/当年|本年|收支/.test(stock.name) &&
  /年末|年终|期末|滚存|累计|结转/.test(stock.name);

/**
 * Do two equal names mean one thing? In the same company they do, and where both say that they speak of all there is;
 * 开展执法检查15次 for food and 8次 for drugs are two.
 */
export function sureName(first: Fact, fact: Fact): Sure {
  if (areOfTwoKinds(first, fact)) return 'no';
  const swapped = areSwapped(first.figure, fact.figure) ? 'perhaps' : 'no';
  const shared = (first.neighbours ?? []).some((each) => fact.neighbours?.includes(each) === true);
  const ofGoal = fact.source === 'goal' || first.source === 'goal';
  if (shared || (ofGoal && fact.name.length >= 5)) return 'yes';
  if (isDetail(first) !== isDetail(fact) && isFar(first.figure, fact.figure)) return 'no';
  if (isOfAll(first) && isOfAll(fact) && (fact.name.length >= 8 || fact.name.length < 4)) return 'yes';
  return ofGoal || fact.name.length >= 6 || isInLikeCompany(first, fact) ? 'perhaps' : swapped;
}

/** 本月 beside 全年, 累计 beside 本周: two times, however alike what stands beside them. */
export function areOfTwoTimes({ period: a = '' }: Fact, { period: b = '' }: Fact): boolean {
  return a !== '' && b !== '' && spanOf(a) !== spanOf(b);
}
const spanOf = (period: string): string => /(?:月|季度?|周|半年)$/.exec(period)?.[0].charAt(0) ?? '年';

/** 职工医保收入9万元，支出8万元 and 居民医保收入4万元，支出3万元: what a sentence began with goes on to its end. */
const areOfTwoKinds = (first: Fact, fact: Fact): boolean =>
  (first.company ?? []).some((a) => (fact.company ?? []).some((b) => isOtherKind(a, b)));
const LED = /^([^\d]{4,})\d/;
function isOtherKind(a: string, b: string): boolean {
  const [one = '', other = ''] = [a, b].map((each) => LED.exec(each)?.[1] ?? '');
  let same = 0;
  while (same < Math.min(one.length, other.length) && one.at(-1 - same) === other.at(-1 - same)) same += 1;
  return same >= 4 && one.length - same >= 2 && other.length - same >= 2;
}

/** 8137 and 8173: the digits of one number in another order are hardly two counts of one name. */
export function areSwapped(a: Figure, b: Figure): boolean {
  const [one, other] = [a, b].map(({ printed }) => printed.replace(/\D/g, ''));
  if (!one || !other || one === other || one.length < 3 || a.unit.text !== b.unit.text) return false;
  return one.length === other.length && [...one].toSorted().join('') === [...other].toSorted().join('');
}

/** 处理46人，其中给予处分29人 beside 给予处分204人: of that whole alone. */
const isDetail = (fact: Fact): boolean => clauseBefore(fact).includes('其中');

/** 项目预算资金260万元，实际支出247万元; 项目资金260万元，实际支出274万元: perhaps one project, perhaps two of one size. */
const isInLikeCompany = (first: Fact, fact: Fact): boolean =>
  first.figure.unit.dimension === 'money' &&
  (first.company ?? []).some((each) => fact.company?.some((other) => oneName(other) === oneName(each)));

/** Of all its scope, in so many words. */
const isOfAll = (fact: Fact): boolean =>
  /全[县市区省州旗镇乡年]|累计|共|总|截至|合计/.test(clauseBefore(fact));

/** Amounts so far apart are hardly of one thing, whatever they are called. */
const isFar = (a: Figure, b: Figure): boolean =>
  unitSlip(a, b) === undefined &&
  (compare(times(a.value, fraction(5)), b.value) < 0 || compare(times(b.value, fraction(5)), a.value) < 0);

const plainName = (name: string): string =>
  tight(name)
    .replace(/^(?:其中|本年|当年|全年)+/, '')
    .replace(/[:：]/g, '')
    .replace(/(?:为|共|达)$/, '');

const FACTORS = [10, 100, 1000, 10_000, 100_000_000];
/** Off by a power of ten that a unit explains: 元 for 万元. */
export function unitSlip(a: Figure, b: Figure): string | undefined {
  if (a.unit.dimension !== 'money' || a.value.num === 0n || b.value.num === 0n) return undefined;
  const [big, small, coarse] =
    compare(a.value, b.value) > 0 ? [a.value, b.value, half(b)] : [b.value, a.value, half(a)];
  const factor = FACTORS.find((each) => near(divide(big, fraction(each)), small, coarse));
  return factor === undefined ? undefined : String(factor);
}

const near = (a: Fraction, b: Fraction, slack: Fraction): boolean =>
  compare({ num: a.num * b.den - b.num * a.den, den: a.den * b.den }, slack) <= 0 &&
  compare({ num: b.num * a.den - a.num * b.den, den: a.den * b.den }, slack) <= 0;
