import { minus } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness, twiceCloseness, type Closeness } from './closeness.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

/** Of nothing but the money the sentence speaks of. */
const PLAIN =
  /^(?:其中|全年|年度|总体|综合|整体|项目|部门|资金|预算|经费|支出|平均)*(?:(?:执行|支付)率|(?:执行|支付|支出)进度)(?:为|达到?|是|[:：=])*$/;
const SPENT = /(?:支出|执行|支付|拨付)(?:数|额|金额|资金)?$/;
const PLANNED = /预算|安排|下达|批复/;
/** More than one budget, or a part of one. */
const OTHER_BASE = /年初|年中|调整|追加|上年|结转|当年|计划|其中|一般公共|决算/;
const MOST = 400;

/**
 * 预算480万元，实际支出432万元，执行率95%: one budget, one amount spent and at most what is left of it; then the rate is of
 * these two. Nothing is said where the sentence names more money, or where another amount of the document bears it out.
 */
export function budgetRate(
  rate: Statement,
  paragraph: readonly Statement[],
  elsewhere: readonly Figure[],
): readonly Finding[] {
  if (!PLAIN.test(tight(rate.subject))) return [];
  const money = paragraph.filter(
    (other) => other.sentence === rate.sentence && other.figure.unit.dimension === 'money',
  );
  const before = money.filter((other) => other.start < rate.start);
  const [under, top, ...others] = before;
  if (!under || !top || others.length > 0 || !isPair(under, top)) return [];
  const left = { ...under.figure, value: minus(under.figure.value, top.figure.value) };
  const rest = money.slice(2);
  const isLeft = ({ figure }: Statement): boolean => twiceCloseness(left, figure) !== 'contradiction';
  if (rest.length > 1 || !rest.every(isLeft)) return [];
  const verdict = closeness(rate, top.figure, under.figure);
  const figures = elsewhere.slice(0, MOST);
  const isElsewhere = figures.some(
    (other) =>
      closeness(rate, top.figure, other) !== 'contradiction' ||
      closeness(rate, other, under.figure) !== 'contradiction',
  );
  return verdict === 'contradiction' && rest.length === 0 && isElsewhere
    ? []
    : [described(rate, { top, under, verdict })];
}

/** 当年预算执行率, 含结转执行率: of a part of the money, or of all of it; which, other figures of the sentence need not say. */
export const isOfSomeMoney = ({ subject }: Statement): boolean =>
  /(?:当年|本年|结转|结余|上年|年初|追加)[^，,。;]{0,8}(?:执行|支付|支出)率/.test(subject);

const isPair = (under: Statement, top: Statement): boolean =>
  [under, top].every(({ role, figure }) => role === 'level' && !figure.approximate) &&
  PLANNED.test(under.subject) &&
  !OTHER_BASE.test(under.subject) &&
  SPENT.test(coreName(top.subject)) &&
  !PLANNED.test(top.subject);

const closeness = (rate: Statement, top: Figure, under: Figure): Closeness => {
  const computed = percentOf(top, under);
  return computed ? rateCloseness(rate.figure, computed) : 'contradiction';
};

interface Pair {
  readonly top: Statement;
  readonly under: Statement;
  readonly verdict: Closeness;
}

function described(rate: Statement, { top, under, verdict }: Pair): Finding {
  const { unit } = rate.figure;
  const decimals = Math.max(2, rate.figure.decimals);
  const b = percentOf(top.figure, under.figure)?.middle ?? rate.figure.value;
  const calc = `${shownName(rate.subject)}${said(rate.figure)}；${said(top.figure)} ÷ ${said(under.figure)} = ${inUnit(b, unit, decimals)}${unit.text}`;
  const where = [rate, top, under].map(placeOfStatement);
  return finding({ kind: 'rate', verdict, a: rate.figure.value, b, unit, decimals, calc, where });
}
