import { divide, fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { intervalOf, rateCloseness } from './closeness.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

/** 月均, 平均每月; what stands beside it is what the mean is of. */
const MEAN = /月均|季均|年均|(?:平均)?每(?:个月|月|季度|年)平均|平均每(?:个月|月|季度|年)/;

/** 1-5月累计受理15220件，月均3044件: a mean against the total right before it, over the span that total names. */
export const means = (statements: readonly Statement[]): readonly Finding[] =>
  statements.flatMap((mean, at) => {
    const total = statements[at - 1];
    const word = MEAN.exec(tight(mean.subject))?.[0];
    if (!total || word === undefined || !isAmount(mean) || !isAmount(total) || !isOf(mean, total, word))
      return [];
    const span = spanOf(tight(total.subject), word);
    return span === undefined ? [] : [meanFinding(mean, total, span)];
  });

const isAmount = ({ role, figure }: Statement): boolean =>
  role === 'level' && !figure.approximate && ['count', 'money'].includes(figure.unit.dimension);

const isOf = (mean: Statement, total: Statement, word: string): boolean => {
  const thing = coreName(tight(mean.subject).replace(word, ''));
  return (
    mean.paragraph === total.paragraph &&
    mean.segment === total.segment &&
    mean.figure.unit.text === total.figure.unit.text &&
    !MEAN.test(total.subject) &&
    tight(total.subject).includes(thing)
  );
};

/** How many months, quarters or years a total covers, when its own words say so. */
function spanOf(subject: string, word: string): number | undefined {
  const months = monthsOf(subject);
  if (/月/.test(word)) return months;
  if (/季/.test(word)) return months !== undefined && months % 3 === 0 ? months / 3 : undefined;
  const years = /((?:19|20)\d\d)年?[-—~～至]((?:19|20)\d\d)年/.exec(subject);
  const count = years ? Number(years[2]) - Number(years[1]) + 1 : 0;
  return count > 1 ? count : undefined;
}

function monthsOf(subject: string): number | undefined {
  const range = /(?<!\d)(\d{1,2})月?[-—~～至](\d{1,2})月/.exec(subject);
  const count = range ? Number(range[2]) - Number(range[1]) + 1 : 0;
  if (range) return count > 1 && count <= 12 ? count : undefined;
  if (/前三季度/.test(subject)) return 9;
  if (/[上下]半年/.test(subject)) return 6;
  return /全年/.test(subject) ? 12 : undefined;
}

function meanFinding(mean: Statement, total: Statement, span: number): Finding {
  const { low, middle, high } = intervalOf(total.figure);
  const by = fraction(span);
  const computed = { low: divide(low, by), middle: divide(middle, by), high: divide(high, by) };
  const { unit } = mean.figure;
  const decimals = Math.max(2, mean.figure.decimals);
  const calc = `${shownName(mean.subject)}${said(mean.figure)}；${said(total.figure)} ÷ ${span} = ${inUnit(computed.middle, unit, decimals)}${unit.text}`;
  const verdict = rateCloseness(mean.figure, computed);
  const where = [mean, total].map(placeOfStatement);
  return finding({
    kind: 'rate',
    verdict,
    a: mean.figure.value,
    b: computed.middle,
    unit,
    decimals,
    calc,
    where,
  });
}
