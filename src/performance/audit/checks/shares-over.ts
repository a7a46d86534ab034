import { compare, divide, fraction, minus, plus, times, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { lastDigit, said } from '../text/figure.ts';
import { shownName } from '../text/shown-name.ts';
import { intervalOf } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { plainPlace } from './places.ts';
import type { ListedShare } from './share-lists.ts';

const HUNDRED = fraction(100);

/** What a share and its part say the whole is. */
const impliedBy = ({ share, part }: ListedShare): Fraction =>
  divide(times(part.figure.value, HUNDRED), share.figure.value);

/** 基本支出占本年支出的84%，项目支出占本年支出的20%: two shares of one whole, together more than it, and of two wholes. */
export function sharesOver(listed: readonly ListedShare[]): readonly Finding[] {
  return listed.flatMap((second, at) => {
    const { name } = second.base;
    if (name.length < 3 || PLAN.test(name) || OF_EACH.test(name) || isDoubtful(second)) return [];
    const first = listed
      .slice(Math.max(0, at - 8), at)
      .findLast((each) => each.base.name === name && areBeside(each, second));
    return first && !isDoubtful(first) && areOver(first, second) ? [overFinding(first, second)] : [];
  });
}

/** 占调整预算的105%: each of its own. */
const PLAN = /(?:预算|计划|任务|目标|指标)数?$|上年|同期/;
/** 占同类产品采购规模的81.3%, 占该镇支出的60%: the words are one, the whole is of each. */
const OF_EACH = /^(?:同[类种档]|其(?!他|它|余)|[该此]|各自|本[类项]|相应|对应)/;
const isDoubtful = ({ share, part }: ListedShare): boolean =>
  part.figure.approximate ||
  compare(share.figure.value, fraction(1)) < 0 ||
  compare(share.figure.value, HUNDRED) > 0 ||
  share.figure.decimals === 0;
const areBeside = (first: ListedShare, second: ListedShare): boolean =>
  second.part.paragraph - first.part.paragraph <= 8 &&
  first.part.period === second.part.period &&
  sameUnit(first.part.figure, second.part.figure);

/** Neither the one whole nor the other can have been printed so. */
function areOver(first: ListedShare, second: ListedShare): boolean {
  const together = plus(intervalOf(first.share.figure).low, intervalOf(second.share.figure).low);
  const [one, other] = [first, second].map(rangeOf) as [Range, Range];
  const areApart = compare(one.high, other.low) < 0 || compare(other.high, one.low) < 0;
  return compare(together, HUNDRED) > 0 && areApart;
}

interface Range {
  readonly low: Fraction;
  readonly high: Fraction;
}
function rangeOf({ share, part }: ListedShare): Range {
  const digit = lastDigit(share.figure);
  const amount = intervalOf(part.figure);
  const of = (value: Fraction, by: Fraction): Fraction => divide(times(value, HUNDRED), by);
  return {
    low: of(amount.low, plus(share.figure.value, digit)),
    high: of(amount.high, minus(share.figure.value, digit)),
  };
}

function overFinding(first: ListedShare, second: ListedShare): Finding {
  const { unit } = first.share.figure;
  const a = plus(first.share.figure.value, second.share.figure.value);
  const terms = [first, second]
    .map(({ part, share }) => {
      const whole = inUnit(impliedBy({ part, share, base: first.base }), part.figure.unit, 2);
      return `${shownName(part.subject)}${said(part.figure)}占${said(share.figure)}，推算总数为${whole}${part.figure.unit.text}`;
    })
    .join('；');
  const calc = `同为占${first.base.name}的比例：${terms}；两项占比合计${inUnit(a, unit)}%`;
  const where = [first, second].flatMap(({ share, part }) => [share, part]).map(plainPlace);
  return finding({ kind: 'rate', verdict: 'contradiction', a, b: HUNDRED, unit, calc, where });
}
