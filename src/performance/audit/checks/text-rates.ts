import { compare, fraction, minus, plus, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import type { Table } from '../tables/table.ts';
import { said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { isOfRateList } from '../text/rate-list.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { budgetRate, isOfSomeMoney } from './budget-rates.ts';
import { percentOf, rateCloseness, type Closeness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { isAnswered } from './inline-rates.ts';
import { openRate } from './open-rates.ts';
import { placeOfStatement } from './places.ts';
import { isHeadcount, rateNamed, type RateDefinition } from './rate-names.ts';
import { isSpent } from './rate-scope.ts';
import { topsOf, type Top } from './rate-tops.ts';
import { shownName } from '../text/shown-name.ts';

// A rate speaks of the counts in its own sentence or the one before; further back is another matter.
const BACK = 14;

/** Rates in sentences against the counts beside them: 回访100件，不满意3件，不满意率3%. */
export function textRates(
  statements: readonly Statement[],
  tables: readonly Table[] = [],
): readonly Finding[] {
  const amounts = amountsOf(statements, tables);
  return statements.flatMap((rate, at) => {
    if (rate.role !== 'level' || rate.figure.unit.dimension !== 'rate' || rate.figure.approximate) return [];
    if (isQualified(rate, statements[at - 1]) || isOfRateList(rate, statements[at + 1])) return [];
    const paragraph = statements
      .slice(Math.max(0, at - BACK), at + 4)
      .filter((other) => other.paragraph === rate.paragraph);
    const ofBudget = budgetRate(rate, paragraph, amounts);
    if (ofBudget.length > 0) return ofBudget;
    const definition = rateNamed(tight(rate.subject));
    const from = Math.max(0, at - BACK);
    const wider = statements
      .slice(from, at)
      .filter((other, index) => isCounted(other, rate) && !isAnswered(other, statements[from + index + 1]));
    const near = wider.filter((other) => rate.sentence - other.sentence <= 1);
    const spent = new Set(near.filter((other) => isSpent(other, rate, after(other, statements, at))));
    const known = definition ? rateFinding(rate, definition, { near, wider, spent }) : [];
    const found = known.length > 0 ? known : openRate(rate, near, spent);
    return isOfSomeMoney(rate) ? found.filter(({ verdict }) => verdict === 'consistent') : found;
  });
}

/** 15秒接通率: a number without a mark behind it belongs to the name of the rate. */
const isQualified = (rate: Statement, before: Statement | undefined): boolean =>
  before?.paragraph === rate.paragraph &&
  rate.mark === '' &&
  before.segment === rate.segment &&
  before.depth === rate.depth &&
  !['count', 'money', 'rate'].includes(before.figure.unit.dimension);

/** Money of the whole document. */
const amountsOf = (statements: readonly Statement[], tables: readonly Table[]): readonly Figure[] =>
  [
    ...statements.slice(0, 2000).map(({ figure }) => figure),
    ...tables
      .slice(0, 40)
      .flatMap(({ rows }) => rows.slice(0, 60).flatMap(({ cells }) => cells.map((cell) => cell?.figure))),
  ].filter((figure) => figure?.unit.dimension === 'money') as readonly Figure[];

/** What stands between a count and a rate. */
const after = (count: Statement, statements: readonly Statement[], at: number): readonly Statement[] =>
  statements.slice(statements.lastIndexOf(count, at) + 1, at);

const isCounted = (other: Statement, rate: Statement): boolean =>
  other.paragraph === rate.paragraph &&
  other.role === 'level' &&
  isHeadcount(other.figure) &&
  !other.figure.approximate &&
  !isAcrossBracket(other, rate);

/** 达标188个，较2019年(180个、达标165个、达标率91.7%): what a bracket says of another year is answered within it. */
const isAcrossBracket = (a: Statement, b: Statement): boolean =>
  a.depth !== b.depth && a.period !== b.period && OTHER_YEAR.test(a.depth > b.depth ? a.period : b.period);
const OTHER_YEAR = /^(?:(?:19|20)\d\d年|上年|去年|同期|上一年)/;

interface Context {
  readonly near: readonly Statement[];
  /** All counts of the paragraph before. */
  readonly wider: readonly Statement[];
  /** Counts that no longer answer this rate. */
  readonly spent: ReadonlySet<Statement>;
}
interface Pair {
  readonly top: Top;
  readonly under: Statement;
  readonly figure: Figure;
  readonly verdict: Closeness;
  readonly value: Fraction;
}

function rateFinding(
  rate: Statement,
  definition: RateDefinition,
  { near, wider, spent }: Context,
): readonly Finding[] {
  const tops = topsOf(definition, near).filter((top) => speaksOf(top, rate, definition));
  const pairs = tops.flatMap((top) =>
    undersOf(top, definition, near).flatMap((under) => pair(rate, top, under)),
  );
  const held =
    pairs.find((each) => each.verdict === 'consistent') ?? pairs.find((each) => each.verdict === 'rounding');
  if (held) return [describe(rate, held, held.verdict)];
  const open = pairs.filter(
    (each) => !each.top.statements.every((one) => spent.has(one)) && !isOfEarlierBase(each, near),
  );
  const own = open.filter((each) => isTogether(each, rate, open));
  const plain = own.filter((each) => !each.top.complement);
  const close = nearestBase(plain, near) ?? own.at(-1) ?? open.at(-1);
  if (!close) return pairs.length > 0 ? [] : aboveBase(rate, definition, tops, near);
  // A base named further back, or by other words, bears the rate out.
  const further = wider
    .filter((other) => sameUnit(other.figure, close.top.figure) && !close.top.statements.includes(other))
    .flatMap((under) => pair(rate, close.top, under))
    .findLast((each) => each.verdict === 'consistent');
  if (further) return rate.figure.decimals > 0 ? [describe(rate, further, 'consistent')] : [];
  // Who did not say 不满意 need not have said 满意.
  const firm =
    own.includes(close) &&
    !close.top.complement &&
    definition.loose !== true &&
    new Set(tops.map((top) => top.key)).size === 1;
  return [describe(rate, close, firm ? 'contradiction' : 'doubtful')];
}

/** 派单390件，按时386件，超时4件: the base that the words divide; else the nearest, never the farthest. */
function nearestBase(pairs: readonly Pair[], near: readonly Statement[]): Pair | undefined {
  const divided = pairs.find(({ top, under }) =>
    near.some(
      (rest) =>
        rest !== under &&
        !top.statements.includes(rest) &&
        sameUnit(rest.figure, under.figure) &&
        compare(plus(rest.figure.value, top.figure.value), under.figure.value) === 0,
    ),
  );
  return divided ?? pairs.toReversed().toSorted((a, b) => b.under.start - a.under.start)[0];
}

/** 受理1600件，办结1650件，办结率99%: more was done than came in, and the rate says otherwise. */
function aboveBase(
  rate: Statement,
  definition: RateDefinition,
  tops: readonly Top[],
  near: readonly Statement[],
): readonly Finding[] {
  const isBeside = (other: Statement): boolean =>
    other.segment === rate.segment && other.depth === rate.depth;
  const [top, ...others] = tops.filter((each) => each.statements.length === 1 && !each.complement);
  const counted = top?.statements[0];
  const under = near.filter((other) => isBeside(other) && other.start < (counted?.start ?? 0)).at(-1);
  if (!top || !counted || others.length > 0 || !under || !isBeside(counted)) return [];
  if (!sameUnit(under.figure, counted.figure) || compare(counted.figure.value, under.figure.value) <= 0)
    return [];
  if (compare(rate.figure.value, fraction(100)) > 0) return [];
  const isNamed = definition.under.some((name) => name.test(tight(under.subject)));
  return isNamed ? pair(rate, top, under).map((each) => describe(rate, each, 'doubtful')) : [];
}

const NEUTRAL =
  /12345|热线|工单|诉求|群众|市民|公众|总体|整体|平均|平台|服务|对象|事项|政务|办件|业务|全年|当月|本月|综合|评价|回访|差评|来电|电话|办事|企业|窗口|派单|转办|[县市区]/g;

/** What a rate has in front of its bare name: 首次响应 of 首次响应满意率. */
export const qualifierOf = (rate: Statement, definition: RateDefinition): string =>
  coreName(rate.subject).slice(-24).replace(definition.name, '').replace(NEUTRAL, '');

/** 直接办结率 is about what was 直接办结; a qualifier the count does not share makes it another rate. */
function speaksOf(top: Top, rate: Statement, definition: RateDefinition): boolean {
  const qualifier = qualifierOf(rate, definition);
  return qualifier.length < 2 || top.statements.some((one) => tight(one.subject).includes(qualifier));
}

/** All in one sentence; or the base stands alone in the sentence before. */
function isTogether({ top, under }: Pair, rate: Statement, pairs: readonly Pair[]): boolean {
  if (top.statements.some((one) => one.sentence !== rate.sentence)) return false;
  return under.sentence === rate.sentence || new Set(pairs.map((pair) => pair.under)).size === 1;
}

/** 立案19件，办结18件，罚款…，受理举报86件，办结率100%: 办结18 answers what stands before it, not what comes after. */
function isOfEarlierBase({ top, under }: Pair, near: readonly Statement[]): boolean {
  const first = top.statements[0];
  if (!first || under.start < first.start) return false;
  return near.some(
    (other) =>
      other.sentence === first.sentence && other.start < first.start && sameUnit(other.figure, first.figure),
  );
}

/** Denominators by name, the most fitting name first; nearest first within one name. */
function undersOf(top: Top, definition: RateDefinition, near: readonly Statement[]): readonly Statement[] {
  return definition.under.flatMap((name) =>
    near
      .filter((other) => !top.statements.includes(other) && name.test(tight(other.subject)))
      .filter(
        (other) =>
          top.complement || definition.beyond === true || compare(other.figure.value, top.figure.value) >= 0,
      )
      .toReversed(),
  );
}

function pair(rate: Statement, top: Top, under: Statement): readonly Pair[] {
  const figure = top.complement
    ? { ...top.figure, value: minus(under.figure.value, top.figure.value) }
    : top.figure;
  const computed = figure.value.num < 0n ? undefined : percentOf(figure, under.figure);
  return computed
    ? [{ top, under, figure, verdict: rateCloseness(rate.figure, computed), value: computed.middle }]
    : [];
}

function describe(rate: Statement, { top, under, value }: Pair, verdict: Finding['verdict']): Finding {
  const { unit } = rate.figure;
  const decimals = Math.max(2, rate.figure.decimals);
  const terms = top.statements.map((one) => said(one.figure)).join(' + ');
  const upper = top.complement
    ? `(${said(under.figure)} − ${terms})`
    : top.statements.length > 1
      ? `(${terms})`
      : terms;
  const ask = verdict === 'doubtful' ? '；请说明计算口径' : '';
  const calc = `${shownName(rate.subject)}${said(rate.figure)}；${upper} ÷ ${said(under.figure)} = ${inUnit(value, unit, decimals)}${unit.text}${ask}`;
  const where = [rate, ...top.statements, under].map(placeOfStatement);
  return finding({ kind: 'rate', verdict, a: rate.figure.value, b: value, unit, decimals, calc, where });
}
