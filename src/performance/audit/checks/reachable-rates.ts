import {
  ceiling,
  compare,
  divide,
  floor,
  fraction,
  minus,
  plus,
  ratio,
  times,
  toDecimal,
  type Fraction,
} from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import { half, lastDigit, said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { isWhole } from '../text/units.ts';
import { placeOfStatement } from './places.ts';
import { rateNamed } from './rate-names.ts';
import { qualifierOf } from './text-rates.ts';
import { shownName } from '../text/shown-name.ts';

/** 回访1110件，不满意率9.39%: 104 of them are 9.37 %, 105 are 9.46 %. */
export function reachableRate(rate: Statement, before: readonly Statement[]): readonly Finding[] {
  if (rate.role !== 'level' || rate.figure.unit.text !== '%' || rate.figure.approximate) return [];
  const definition = rateNamed(tight(rate.subject));
  if (!definition) return [];
  const near = before.filter(
    (other) =>
      other.paragraph === rate.paragraph &&
      other.sentence === rate.sentence &&
      other.role === 'level' &&
      isWhole(other.figure.unit) &&
      other.figure.unit.scale.num === 1n &&
      !other.figure.approximate,
  );
  if (
    near.some(
      (other) =>
        definition.top.test(tight(other.subject)) &&
        !(definition.notTop?.test(tight(other.subject)) ?? false),
    )
  )
    return [];
  // 对120名学员开展回访 names its base behind the number.
  const isOfAnswers = /满意|[好差中]评/.test(tight(rate.subject));
  const bases = near.filter(
    (other) =>
      definition.under.some((name) => name.test(tight(other.subject + other.after))) &&
      // 办结640件，满意率97.26%: of those who were asked.
      (!isOfAnswers || ASKED.test(tight(other.subject + other.after))),
  );
  const base = bases.at(-1);
  if (!base || bases.some((each) => canBe(rate.figure, each.figure.value))) return [];
  const firm =
    bases.length === 1 &&
    near.at(-1) === base &&
    /回访|应办|抽查/.test(base.subject + base.after) &&
    isBare(rate, before);
  // One unit of the last digit is how it was printed, not what was counted.
  const slip = isOfAnswers ? bases.find((each) => isOneDigitOff(rate.figure, each.figure.value)) : undefined;
  if (slip) return firm ? [unreachable(rate, slip, 'rounding')] : [];
  // 首次响应满意率 is of those who were heard at once, which the sentence need not count.
  const own = qualifierOf(rate, definition);
  if (own.length >= 2 && !firm && !tight(base.subject + base.after).includes(own)) return [];
  return [unreachable(rate, base, firm ? 'contradiction' : 'doubtful')];
}

const ASKED = /回访|评价|测评|评分|调查|问卷|受访|参评|抽查|抽样|样本|收回|回收|反馈/;

/**
 * A survey asks several questions, and a rate may be a mean of them, or of those who could be reached: only a bare rate
 * with nothing beside it is one count of the one base.
 */
const isBare = (rate: Statement, before: readonly Statement[]): boolean =>
  !/综合|平均|总体|整体|加权|各项|服务|项/.test(tight(rate.subject)) &&
  !/^[(]?[^。;；]{0,16}(?:剔除|不含|不计|扣除|除外|仅|有效|加权)/.test(rate.behind) &&
  !before.some(
    (other) =>
      other.paragraph === rate.paragraph &&
      other.sentence === rate.sentence &&
      other.figure.unit.dimension === 'rate',
  );

function unreachable(
  rate: Statement,
  base: Statement,
  verdict: 'contradiction' | 'doubtful' | 'rounding',
): Finding {
  const below = times(divide(rate.figure.value, fraction(100)), base.figure.value);
  const [low, high] = [floor(below), ceiling(below)];
  const shown = (count: bigint): string =>
    `${count} ÷ ${base.figure.printed} = ${toDecimal(percentOf(count, base.figure.value), 2)}%`;
  const ask = verdict === 'doubtful' ? '；请说明以哪个数为基数' : '';
  const calc = `${shownName(rate.subject)}${said(rate.figure)}；以${shownName(base.subject)}${said(base.figure)}为基数，${shown(low)}，${shown(high)}，没有整数件能得出这个比率${ask}`;
  const a = rate.figure.value;
  return finding({
    kind: 'integer',
    verdict,
    a,
    b: percentOf(low, base.figure.value),
    decimals: Math.max(2, rate.figure.decimals),
    calc,
    where: [rate, base].map(placeOfStatement),
  });
}

const percentOf = (count: bigint, base: Fraction): Fraction => divide(ratio(count * 100n, 1n), base);

/** Is there a whole number of things that prints as this rate, rounded or cut off? */
const canBe = (rate: Figure, base: Fraction): boolean =>
  isCountIn({ low: minus(rate.value, half(rate)), high: plus(rate.value, lastDigit(rate)) }, base);

/** 98.58 % where 631 of 640 are 98.59 %. */
function isOneDigitOff(rate: Figure, base: Fraction): boolean {
  const slack = plus(half(rate), lastDigit(rate));
  return isCountIn({ low: minus(rate.value, slack), high: plus(rate.value, slack) }, base);
}

function isCountIn(
  { low, high }: { readonly low: Fraction; readonly high: Fraction },
  base: Fraction,
): boolean {
  if (base.num <= 0n) return true;
  const count = (percent: Fraction): Fraction => divide(times(percent, base), fraction(100));
  return compare(ratio(ceiling(count(low)), 1n), count(high)) < 0;
}
