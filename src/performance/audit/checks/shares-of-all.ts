import { absolute, compare, fraction, hundred, minus, plus, sum, times } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { half, said } from '../text/figure.ts';
import { shownName } from '../text/shown-name.ts';
import type { Statement } from '../text/statement.ts';
import { sumCloseness } from './closeness.ts';
import { plainPlace } from './places.ts';
import type { ListedShare } from './share-lists.ts';

const LEAST = 3;

/**
 * 甲432个，占54%；乙288个，占36%…: shares that make a hundred are of all there is, and their parts make the total; one that
 * is missing or too many is asked about, for a kind of less than half a per cent may stand nowhere.
 */
export function leftOver(run: readonly ListedShare[], whole: Statement): readonly Finding[] {
  const [first] = run;
  if (!first || run.length < LEAST || isDividedThere(first, whole)) return [];
  const shares = sum(run.map(({ share }) => share.figure.value));
  const slack = run.map(({ share }) => half(share.figure)).reduce(plus);
  const { verdict, sum: together } = sumCloseness(
    whole.figure,
    run.map(({ part }) => part.figure),
  );
  const apart = absolute(minus(whole.figure.value, together));
  const isNear = compare(times(apart, hundred), whole.figure.value) <= 0;
  if (verdict !== 'contradiction' || !isNear || compare(absolute(minus(shares, hundred)), slack) > 0)
    return [];
  if (compare(absolute(minus(shares, hundred)), fraction(1)) > 0) return [];
  const { unit } = whole.figure;
  const terms = run.map(({ part }) => `${shownName(part.subject)}${said(part.figure)}`).join(' + ');
  const calc = `${shownName(whole.subject)}${said(whole.figure)}；${terms} = ${inUnit(together, unit)}${unit.text}，各项占比合计${inUnit(shares, undefined)}%；请说明是否另有未列的类别`;
  const where = [whole, ...run.map(({ part }) => part)].map(plainPlace);
  const a = whole.figure.value;
  return [
    finding({ kind: 'sum', verdict: 'doubtful', severity: 'minor', a, b: together, unit, calc, where }),
  ];
}

/** What 其中 divides in its own sentence is added up there. */
const isDividedThere = ({ part }: ListedShare, whole: Statement): boolean =>
  part.opens && part.paragraph === whole.paragraph && part.sentence - whole.sentence <= 1;
