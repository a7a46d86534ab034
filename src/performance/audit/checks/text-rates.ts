import { compare, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness, type Closeness } from './closeness.ts';
import { placeOfStatement } from './places.ts';
import { isHeadcount, rateNamed, type RateDefinition } from './rate-names.ts';

// A rate speaks of the counts in its own sentence or the one before; further back is another matter.
const BACK = 14;

/** Rates in sentences against the counts beside them: 回访100件，不满意3件，不满意率3%. */
export function textRates(statements: readonly Statement[]): readonly Finding[] {
  return statements.flatMap((rate, at) => {
    if (rate.role !== 'level' || rate.figure.unit.dimension !== 'rate' || rate.figure.approximate) return [];
    const definition = rateNamed(tight(rate.subject));
    if (!definition) return [];
    const near = statements
      .slice(Math.max(0, at - BACK), at)
      .concat(statements.slice(at + 1, at + 3))
      .filter((other) => isNear(other, rate));
    return rateFinding(rate, definition, near);
  });
}

const isNear = (other: Statement, rate: Statement): boolean =>
  other.paragraph === rate.paragraph &&
  Math.abs(other.sentence - rate.sentence) <= 1 &&
  other.role === 'level' &&
  isHeadcount(other.figure) &&
  !other.figure.approximate;

interface Pair {
  readonly top: Statement;
  readonly under: Statement;
  readonly verdict: Closeness;
  readonly value: Fraction;
}

function rateFinding(
  rate: Statement,
  definition: RateDefinition,
  near: readonly Statement[],
): readonly Finding[] {
  const tops = near.filter(
    (other) =>
      definition.top.test(tight(other.subject)) && !(definition.notTop?.test(tight(other.subject)) ?? false),
  );
  const pairs = tops.flatMap((top) =>
    undersOf(top, definition, near).flatMap((under) => pair(rate, top, under)),
  );
  const held =
    pairs.find((each) => each.verdict === 'consistent') ?? pairs.find((each) => each.verdict === 'rounding');
  if (held) return [describe(rate, held, held.verdict)];
  const sameSentence = pairs.filter((each) =>
    [each.top, each.under].every((one) => one.sentence === rate.sentence),
  );
  const close = sameSentence.at(-1) ?? pairs.at(-1);
  if (!close) return [];
  const firm = sameSentence.length > 0 && tops.length === 1 && !definition.loose;
  return [describe(rate, close, firm ? 'contradiction' : 'doubtful')];
}

/** Denominators by name, the most fitting name first; nearest first within one name. */
function undersOf(
  top: Statement,
  definition: RateDefinition,
  near: readonly Statement[],
): readonly Statement[] {
  return definition.under.flatMap((name) =>
    near
      .filter((other) => other !== top && name.test(tight(other.subject)))
      .filter((other) => compare(other.figure.value, top.figure.value) >= 0)
      .toReversed(),
  );
}

function pair(rate: Statement, top: Statement, under: Statement): readonly Pair[] {
  const computed = percentOf(top.figure, under.figure);
  return computed
    ? [{ top, under, verdict: rateCloseness(rate.figure, computed), value: computed.middle }]
    : [];
}

function describe(rate: Statement, { top, under, value }: Pair, verdict: Finding['verdict']): Finding {
  const decimals = Math.max(2, rate.figure.decimals);
  const b = inUnit(value, rate.figure.unit, decimals);
  const name = coreName(rate.subject).slice(-20);
  const ask = verdict === 'doubtful' ? '；请说明计算口径' : '';
  const calc = `${name}${said(rate.figure)}；${said(top.figure)} ÷ ${said(under.figure)} = ${b}${rate.figure.unit.text}${ask}`;
  const where = [rate, top, under].map(placeOfStatement);
  return finding({
    kind: 'rate',
    verdict,
    a: rate.figure.value,
    b: value,
    unit: rate.figure.unit,
    decimals,
    calc,
    where,
  });
}
