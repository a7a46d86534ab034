import { absolute, compare, fraction, minus } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness, type Closeness, type Interval } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

/** Rates of something else than what the sentence counts. */
const NOT_A_SHARE =
  /(?:增长|变动|下降|收益|利|汇|失业|死亡|费|税|控制|上座|出勤|中签|概|调整|压缩|节约|审减)率$|^率$/;
/** Of all who might: the base is a population, seldom what the sentence counts. */
const OF_A_POPULATION =
  /(?:参保|参合|入学|入园|覆盖|普及|巩固|管理|绿化|城镇化|自给|就业|受益|入户|接种|签约|建档)率$/;
const POPULATION = /应|计划|任务|目标|适龄|人口|常住|户籍|总户|全部|所有/;
/** 三项合计34.33万人: a part of such a sum is a share of it, not its rate. */
const SUMMED = /合计|共计|总计|累计/;
const NAME = /([\u4e00-\u9fff]{2,10})率$/;

interface Tried {
  readonly top: Statement;
  readonly under: Statement;
  readonly computed: Interval;
  readonly verdict: Closeness;
}

/** 已整治205栋，整治率94.04%: any rate whose count bears its name, over any count before that can be its base. */
export function openRate(
  rate: Statement,
  near: readonly Statement[],
  spent: ReadonlySet<Statement>,
): readonly Finding[] {
  const subject = tight(rate.subject).replace(/(?:分别|均|达到?|为|是|约|[:：=])*$/, '');
  const name = NAME.exec(subject)?.[1];
  if (name === undefined || NOT_A_SHARE.test(subject)) return [];
  const top = near.findLast((other) => other.sentence === rate.sentence && isCountOf(other, name));
  if (!top) return [];
  // 提取1.72亿元，占当年的60%，累计归集18.4亿元，提取率56.3%: of what was summed up over the years.
  if (near.some((each) => each.start > top.start && /累计/.test(each.subject) && !/累计/.test(top.subject)))
    return [];
  const unders = near.filter(
    (other) =>
      other !== top &&
      other.start < rate.start &&
      !(SUMMED.test(other.subject) && other.start > top.start) &&
      // 老年人健康管理5.12万人；高血压患者规范管理4.37万人: two matters counted by one name, neither the other's base.
      !(other.segment !== top.segment && isCountOf(other, name)) &&
      (!OF_A_POPULATION.test(subject) || POPULATION.test(other.subject)) &&
      sameUnit(other.figure, top.figure) &&
      // More than was planned can be done.
      (compare(other.figure.value, top.figure.value) >= 0 || /计划|任务|目标/.test(other.subject)),
  );
  const tried = unders.flatMap((under): readonly Tried[] => {
    const computed = percentOf(top.figure, under.figure);
    return computed ? [{ top, under, computed, verdict: rateCloseness(rate.figure, computed) }] : [];
  });
  const held =
    tried.findLast((each) => each.verdict === 'consistent') ??
    tried.findLast((each) => each.verdict === 'rounding');
  if (held) return [described(rate, held, held.verdict)];
  // 批准逮捕286人，不捕127人，不捕率30.75%: of both together.
  if (/^[不未非]/.test(name)) return [];
  const close = spent.has(top) ? undefined : tried.filter((each) => isPlausible(each, rate)).at(-1);
  const own = tried.filter((each) => each.under.sentence === rate.sentence);
  if (!close || !own.includes(close)) return [];
  return [described(rate, close, own.at(-1) === close ? 'contradiction' : 'doubtful')];
}

/** The count is called what the rate is called: 整治 205, 结案 118, 回收有效问卷 286 for 有效回收率. */
function isCountOf(other: Statement, name: string): boolean {
  // 其中659项网上可办: the name stands behind the number.
  const before = coreName(other.subject);
  const subject = /^(?:其中)?$/.test(before) ? coreName(other.after) : before;
  if (/率|未|应|待|需|拟|计划/.test(subject)) return false;
  if (subject.includes(name)) return true;
  const stem = name.slice(-2);
  return (
    subject.includes(stem) &&
    (name.length <= 2 || [...name].every((char) => (subject + other.after).includes(char)))
  );
}

const NEAR = fraction(15);
const isPlausible = ({ computed }: Tried, rate: Statement): boolean =>
  compare(absolute(minus(computed.middle, rate.figure.value)), NEAR) <= 0;

function described(rate: Statement, tried: Tried, verdict: Finding['verdict']): Finding {
  const { unit } = rate.figure;
  const decimals = Math.max(2, rate.figure.decimals);
  const b = tried.computed.middle;
  const ask = verdict === 'doubtful' ? '；请说明计算口径' : '';
  const calc = `${shownName(rate.subject)}${said(rate.figure)}；${said(tried.top.figure)} ÷ ${said(tried.under.figure)} = ${inUnit(b, unit, decimals)}${unit.text}${ask}`;
  const where = [rate, tried.top, tried.under].map(placeOfStatement);
  return finding({ kind: 'rate', verdict, a: rate.figure.value, b, unit, decimals, calc, where });
}
