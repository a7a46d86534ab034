import { compare } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness, type Closeness } from './closeness.ts';
import { placeOfStatement } from './places.ts';

/** Shares: 咨询30件，占52.7%. The whole is the total the sentence began with. */
export function textShares(statements: readonly Statement[]): readonly Finding[] {
  const found: Finding[] = [];
  let wholes: Statement[] = [];
  let paragraph = -1;
  for (const [at, statement] of statements.entries()) {
    if (statement.paragraph !== paragraph)
      wholes = wholes.filter((whole) => statement.paragraph - whole.paragraph <= 1);
    paragraph = statement.paragraph;
    const part = statements[at - 1];
    if (statement.role === 'share' && part && isPart(part, statement))
      found.push(...shareFinding(statement, part, wholes));
    else if (isWhole(statement)) wholes = remember(wholes, statement);
  }
  return found;
}

const isPart = (part: Statement, share: Statement): boolean =>
  part.paragraph === share.paragraph &&
  part.sentence === share.sentence &&
  part.role === 'level' &&
  ['count', 'money'].includes(part.figure.unit.dimension) &&
  !part.figure.approximate &&
  !share.figure.approximate;

const isWhole = (statement: Statement): boolean =>
  statement.role === 'level' &&
  ['count', 'money'].includes(statement.figure.unit.dimension) &&
  !statement.figure.approximate;

// The total a list began with must outlive the list.
const remember = (wholes: readonly Statement[], statement: Statement): Statement[] => {
  const isTotal = (whole: Statement): boolean => /共|总|合计|累计/.test(whole.subject);
  const totals = wholes.filter(isTotal).slice(-4);
  const others = wholes.filter((whole) => !isTotal(whole)).slice(-4);
  return [...totals, ...others, statement];
};

interface Tried {
  readonly whole: Statement;
  readonly verdict: Closeness;
}

function shareFinding(share: Statement, part: Statement, wholes: readonly Statement[]): readonly Finding[] {
  const named = coreName(
    /占(.{2,24}?)的?(?:比重|比例)?(?:为|达|约)?$/.exec(tight(share.subject))?.[1] ?? '',
  ).replace(/的$/, '');
  const usable = wholes.filter(
    (whole) =>
      whole !== part &&
      whole.figure.unit.dimension === part.figure.unit.dimension &&
      compare(whole.figure.value, part.figure.value) >= 0,
  );
  const tried = usable.flatMap((whole): Tried[] => {
    const computed = percentOf(part.figure, whole.figure);
    return computed ? [{ whole, verdict: rateCloseness(share.figure, computed) }] : [];
  });
  const held =
    tried.findLast((each) => each.verdict === 'consistent') ??
    tried.findLast((each) => each.verdict === 'rounding');
  if (held) return [describe(share, part, held)];
  const total = tried.findLast(({ whole }) => isTotalFor(whole, part, named));
  if (!total) return [];
  const onlyOne = tried.filter(({ whole }) => isTotalFor(whole, part, named)).length === 1;
  return [describe(share, part, { whole: total.whole, verdict: 'contradiction' }, !onlyOne)];
}

/** The sentence's own total, or the one 占…的 names. */
const isTotalFor = (whole: Statement, part: Statement, named: string): boolean =>
  named === ''
    ? whole.paragraph === part.paragraph &&
      /共|总|合计/.test(whole.subject) &&
      whole.figure.unit.text === part.figure.unit.text
    : named.length >= 2 &&
      coreName(whole.subject).includes(
        named.replace(/^(?:全部|总|同期)/, '').replace(/(?:总量|总数|量|总额)$/, ''),
      ) &&
      whole.paragraph === part.paragraph;

function describe(share: Statement, part: Statement, tried: Tried, unsure = false): Finding {
  const computed = percentOf(part.figure, tried.whole.figure);
  const b = computed?.middle ?? share.figure.value;
  const decimals = Math.max(2, share.figure.decimals);
  const verdict = unsure ? 'doubtful' : tried.verdict;
  const working = `${coreName(part.subject).slice(-20)}${said(part.figure)} ÷ ${coreName(tried.whole.subject).slice(-20)}${said(tried.whole.figure)} = ${inUnit(b, share.figure.unit, decimals)}%`;
  const calc = `占比${said(share.figure)}；${working}${unsure ? '；请说明以哪个总数为基数' : ''}`;
  return finding({
    kind: 'rate',
    verdict,
    a: share.figure.value,
    b,
    unit: share.figure.unit,
    decimals,
    calc,
    where: [share, part, tried.whole].map(placeOfStatement),
  });
}
