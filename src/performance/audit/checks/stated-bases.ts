import { divide, fraction, times } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness, type Closeness, type Interval } from './closeness.ts';
import { asFine, sameUnit } from './growth-finding.ts';
import { isBase } from './growth-pairs.ts';
import { isAnswered, isInline, isRate } from './inline-rates.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

const BACK = 6;
/** 完成年初预算的95%, 为年度计划的102.5%: the base is named, its figure stood before. */
const OF_NAMED = /(?:完成|达到?|为|是)(?:了)?([^，,。;\d]{2,12}?)的$/;
/** 决算数为年初预算的130.55%: what was spent is named again, and only that is meant. */
const SPENT = /([^，,。;\d]{0,8}(?:决算|执行|支出)(?:数|额|金额)?)(?:相当于|达到?|为|是)[^为是]{2,12}的$/;

/** Rates that say themselves what they are of. */
export const statedBases = (statements: readonly Statement[]): readonly Finding[] =>
  statements.flatMap((rate, at) => {
    if (rate.figure.approximate || rate.role === 'change' || !isRate(rate)) return [];
    const near = statements
      .slice(Math.max(0, at - BACK), at)
      .filter((other) => other.paragraph === rate.paragraph && isAmount(other));
    const last = statements[at - 1];
    const inline = last !== undefined && near.at(-1) === last && isInline(rate);
    return inline && last.sentence === rate.sentence
      ? ofInline(rate, last, near.slice(0, -1))
      : ofNamed(
          rate,
          near.filter((each) => {
            const next = statements[statements.indexOf(each, Math.max(0, at - BACK)) + 1];
            return !isAnswered(each, next);
          }),
          near.filter((each) =>
            isResult(each, statements[statements.indexOf(each, Math.max(0, at - BACK)) + 1]),
          ),
        );
  });

/** 收入20150万元，为预算的61%: what has its rate of a plan is what came of it, and no plan. */
const isResult = (each: Statement, next: Statement | undefined): boolean =>
  next !== undefined &&
  next.paragraph === each.paragraph &&
  next.sentence === each.sentence &&
  isRate(next) &&
  OF_NAMED.test(tight(next.subject));

const isAmount = ({ role, figure }: Statement): boolean =>
  role === 'level' && !figure.approximate && ['count', 'money', 'time'].includes(figure.unit.dimension);

interface Tried {
  readonly part: Statement;
  readonly computed: Interval;
  readonly verdict: Closeness;
}

/** 3.2万元，完成年初预算4万元的80%: any figure of the sentence may be the part; the nearest is meant. */
function ofInline(rate: Statement, base: Statement, near: readonly Statement[]): readonly Finding[] {
  const parts = near
    .filter((other) => other.sentence === rate.sentence && sameUnit(other.figure, base.figure))
    .filter((other) => !isBase(other))
    .toReversed();
  const tried = parts.flatMap((part) => against(rate, part, base));
  const held =
    tried.find((each) => each.verdict === 'consistent') ?? tried.find((each) => each.verdict === 'rounding');
  const best = held ?? tried[0];
  return best ? [described(rate, base, best, !held && tried.length > 2)] : [];
}

/** 年初预算, 预算数, 预算安排资金 are called so; 预算收入 is an income. Whatever stands behind 计划 was planned. */
const CALLED = /^(?:总|数|额|金额|安排|批复|下达|任务|指标|目标|计划|资金|经费|[为是共达])*$/;
function isCalled({ subject }: Statement, name: string): boolean {
  const core = coreName(subject);
  const at = core.lastIndexOf(name);
  return at >= 0 && (CALLED.test(core.slice(at + name.length)) || /计划|任务|目标|指标/.test(name));
}

function ofNamed(
  rate: Statement,
  near: readonly Statement[],
  results: readonly Statement[],
): readonly Finding[] {
  const name = coreName(OF_NAMED.exec(tight(rate.subject))?.[1] ?? '');
  const bases =
    name.length < 2 ? [] : near.filter((other) => isCalled(other, name) && !results.includes(other));
  const [base] = bases;
  if (!base || bases.length > 1) return [];
  const own = coreName(SPENT.exec(tight(rate.subject))?.[1] ?? '');
  const parts = near.filter(
    (other) =>
      other !== base &&
      other.start > base.start &&
      sameUnit(other.figure, base.figure) &&
      coreName(other.subject).includes(own),
  );
  if (parts.some((part) => part.segment === rate.segment && !isOfPlan(base, part, name))) return [];
  const tried = parts.toReversed().flatMap((part) => against(rate, part, base));
  const best = tried.find((each) => each.verdict !== 'contradiction') ?? tried[0];
  // 其中：公务接待费3.12万元，完成预算的62.40%: of its own budget, which is not printed.
  const isDetail = near.some((other) => other.opens && other.start > base.start);
  return best && !(isDetail && best.verdict === 'contradiction')
    ? [described(rate, base, best, tried.length > 1)]
    : [];
}

/** 计划开工500套；基本建成300套，完成计划的100%: another thing than what was planned. */
const isOfPlan = (base: Statement, part: Statement, name: string): boolean => {
  const planned = coreName(base.subject).split(name).at(-1) ?? '';
  const said = coreName(part.subject);
  return base.segment === part.segment || planned === '' || said.includes(planned);
};

function against(rate: Statement, part: Statement, base: Statement): readonly Tried[] {
  const computed = percentOf(asFine(part.figure, base.figure), asFine(base.figure, part.figure));
  if (!computed) return [];
  const inTimes = rate.figure.unit.dimension === 'none';
  const scaled = inTimes ? inTimesOf(computed) : computed;
  return [{ part, computed: scaled, verdict: rateCloseness(rate.figure, scaled) }];
}

const HUNDREDTH = divide(fraction(1), fraction(100));
const inTimesOf = ({ low, middle, high }: Interval): Interval => ({
  low: times(low, HUNDREDTH),
  middle: times(middle, HUNDREDTH),
  high: times(high, HUNDREDTH),
});

function described(rate: Statement, base: Statement, tried: Tried, unsure: boolean): Finding {
  const verdict = unsure && tried.verdict === 'contradiction' ? 'doubtful' : tried.verdict;
  const { unit } = rate.figure;
  const decimals = Math.max(2, rate.figure.decimals);
  const sign = unit.text === '' ? '倍' : unit.text;
  const ask = verdict === 'doubtful' ? '；请说明计算口径' : '';
  const calc = `${named(base)}的${rate.figure.printed}${sign}；${named(tried.part)} ÷ ${said(base.figure)} = ${inUnit(tried.computed.middle, unit, decimals)}${sign}${ask}`;
  const b = tried.computed.middle;
  const where = [rate, tried.part, base].map(placeOfStatement);
  return finding({ kind: 'rate', verdict, a: rate.figure.value, b, unit, decimals, calc, where });
}

const named = ({ subject, figure }: { subject: string; figure: Figure }): string =>
  `${shownName(subject)}${said(figure)}`;
