import { minus, plus } from '#lib/fraction.ts';
import { sameUnit } from '../checks/growth-finding.ts';
import { tight } from '../text/fold.ts';
import type { Figure } from '../text/figure.ts';
import type { Statement } from '../text/statement.ts';
import { isAmount } from './figures.ts';

/** What a sentence says is in a figure, or out of it: 含利用往年贮存1.2万吨, 扣除不可抗力3件. */
const WITHIN =
  /含|包括|其中|计入|另有?|加上|扣除|剔除|除去|减去|往年|上年|历年|旧存|结转|结余|追加|增补|调增/;

/**
 * 产生84.3万吨，利用71.6万吨（含往年贮存1.2万吨），利用率83.7%: by the trade's definition the part belongs above or below
 * the line, or to both; the rate is borne out if any of these gives it.
 */
export function isRateWithIncluded(
  [rate, top, under]: readonly Statement[],
  near: readonly Statement[],
  isRate: (rate: Statement, top: Figure, under: Figure) => boolean,
): boolean {
  if (!rate || !top || !under || rate.figure.unit.dimension !== 'rate' || rate.role === 'change')
    return false;
  return near.some((part) => {
    if (part === top || part === under || !isAmount(part) || !sameUnit(part.figure, top.figure)) return false;
    if (part.paragraph !== rate.paragraph || part.sentence !== rate.sentence) return false;
    if (!part.opens && part.depth === rate.depth && !WITHIN.test(tight(part.subject))) return false;
    return [under.figure, more(under, part), less(under, part)].some((below) =>
      [top.figure, more(top, part), less(top, part)].some(
        (above) =>
          below.value.num > 0n &&
          above.value.num >= 0n &&
          (above !== top.figure || below !== under.figure) &&
          isRate(rate, above, below),
      ),
    );
  });
}

const more = ({ figure }: Statement, part: Statement): Figure => ({
  ...figure,
  value: plus(figure.value, part.figure.value),
});
const less = ({ figure }: Statement, part: Statement): Figure => ({
  ...figure,
  value: minus(figure.value, part.figure.value),
});
