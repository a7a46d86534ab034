import { absolute, compare, divide, floor, minus, plus, ratio, times } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { half, said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { intervalOf } from './closeness.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

const EACH =
  /^(?:按照?|标准为?|补助标准为?|发放标准为?)?(?:一次性)?每(人次|[人名户亩头只台套个辆栋座间])(?:发放|补助|补贴|奖励|资助|给予|救助|慰问|一次性)*$/;
const TOGETHER =
  /^(?:共|共计|合计|总计)(?:发放|兑付|拨付|补助|支付|资助|计|奖励|支出|安排)?(?:资金|补助|补贴|金额)?$/;
const REACH = 12;
const PERSON = /^(?:万|千)?[人名位]$/;

/** 1065人，每人1000元，共106.50万元: what stands side by side, head count, amount a head and their product. */
export const products = (statements: readonly Statement[]): readonly Finding[] =>
  statements.flatMap((each, at) => {
    const [count, total, next] = [statements[at - 1], statements[at + 1], statements[at + 2]];
    if (!count || !total || ![each, count, total].every((one) => isPlain(one, each))) return [];
    const unit = EACH.exec(tight(each.subject))?.[1];
    if (unit === undefined || !isCountOf(count, unit) || !TOGETHER.test(tight(total.subject))) return [];
    if (each.figure.unit.dimension !== 'money' || total.figure.unit.dimension !== 'money') return [];
    // 每人1000元/月, 每人1000元的80%: a further factor.
    if (/[/每月年学季天日]/.test(each.after) || isOfPart(total, next)) return [];
    // 甲奖5万元，乙奖3个每个1万元，合计8万元: the total is of all that stands before it.
    const isOfMore = statements
      .slice(Math.max(0, at - REACH), at - 1)
      .some((other) => isPlain(other, each) && other.figure.unit.dimension === 'money');
    return isOfMore || isManifold(count, each, total) ? [] : [productFinding(count, each, total)];
  });

/** 全年慰问4次，213人，每人500元，共42.6万元: so many times over, by months, terms or visits that need not stand beside it. */
function isManifold(count: Statement, each: Statement, total: Statement): boolean {
  const product = times(count.figure.value, each.figure.value);
  if (product.num <= 0n) return true;
  const over = divide(total.figure.value, product);
  const whole = floor(plus(over, ratio(1n, 2n)));
  const apart = absolute(minus(total.figure.value, times(product, ratio(whole, 1n))));
  return whole >= 2n && compare(apart, half(total.figure)) <= 0;
}

const isPlain = (one: Statement, beside: Statement): boolean =>
  one.role === 'level' &&
  !one.figure.approximate &&
  one.paragraph === beside.paragraph &&
  one.segment === beside.segment &&
  one.sentence === beside.sentence &&
  one.depth === beside.depth;

const isCountOf = ({ figure, subject }: Statement, unit: string): boolean =>
  figure.unit.dimension === 'count' &&
  !/均|每/.test(subject) &&
  (/^[人名]$/.test(unit) ? PERSON.test(figure.unit.text) : figure.unit.text.replace(/^[万千]/, '') === unit);

/** A bracket behind the total says what else is in it. */
const isOfPart = (total: Statement, next: Statement | undefined): boolean =>
  next !== undefined && next.paragraph === total.paragraph && next.depth > total.depth;

function productFinding(count: Statement, each: Statement, total: Statement): Finding {
  const product = times(count.figure.value, each.figure.value);
  const apart = absolute(minus(total.figure.value, product));
  const [low, high] = [intervalOf(count.figure), intervalOf(each.figure)];
  const slack = plus(half(total.figure), minus(times(low.high, high.high), product));
  const verdict =
    apart.num === 0n ? 'consistent' : compare(apart, slack) <= 0 ? 'consistent' : 'contradiction';
  const { unit } = total.figure;
  const calc = `${shownName(count.subject)}共${said(total.figure)}；${said(count.figure)} × ${said(each.figure)} = ${inUnit(product, unit)}${unit.text}`;
  const where = [total, count, each].map(placeOfStatement);
  return finding({ kind: 'sum', verdict, a: total.figure.value, b: product, unit, calc, where });
}
