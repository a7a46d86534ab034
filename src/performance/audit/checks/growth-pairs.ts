import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { withoutStep } from '../text/step-verbs.ts';

const PAST = /^(?:上年|去年|上期|同期|上月|上季|上周|上一)/;
const PAST_WORDS = /上年|去年|上期|同期|上月|上季|上周|上一/;
/** 由100件增加到120件; 从业人员 and 自由 are words. */
export const FROM = /(?:从(?![业事属严轻重])|(?<![自理缘事])由)\S{0,24}$/;
const TOWARDS =
  /^(?:\S{0,12}(?:[增加减少提高升降跌涨缩扩展压变调改转放延拉拓收滑落]|发展|回落))?(?:到|至|为|达)$/;

/** 上年结转112万元, 上年遗留未结26件: what last year left, and this year has. */
const LEFT =
  /(?:上|去|往|前)(?:一|期|年|年度|月|月末|年末|期末)?度?末?(?:的)?[^，,。;:]{0,6}(?:结转|结余|滚存|转入|遗留|未结|旧存|存案|跨入|跨年|结存|留存)/;
export const isCarried = ({ subject }: Statement): boolean => LEFT.test(tight(subject));

/** 比上年末净增6210户 names last year, and is of this one. */
export const namesPast = ({ period, subject }: Statement): boolean =>
  PAST.test(period) || PAST_WORDS.test(subject);

/** Does a statement speak of an earlier period than the one around it? */
export const isPast = (statement: Statement): boolean =>
  namesPast(statement) &&
  !isCarried(statement) &&
  endsInNoun(TIMED.exec(tight(statement.subject))?.[1] ?? '');

const AGAINST =
  /(?:^|[^占对同环])(?:相?比|(?<!比)较|低于|高于)(?:(?:上|去|前|同期|年初|年度|全年|调整|预算|计划|目标|任务|控制|控制数|指标|第?[一二三四1-4]季|原|法定|规定|承诺|全[国省市县区]|(?:19|20)\d\d|\d{1,2}月)[^，,。;:]{0,16})?$/;
const PLANNED =
  /(?:完成|达到?|是|为|占)(?:了|的)?[^，,。;:]{0,6}(?:预算|计划|目标|任务|指标|控制数)[^，,。;:]{0,4}$/;

/** 收入比1.87, 存贷比65.2%: a noun that ends in 比 compares nothing with what was before. */
const RATIO = /[\u4e00-\u9fff]比$/;
const isRatio = ({ subject, figure }: Statement): boolean =>
  ['rate', 'none'].includes(figure.unit.dimension) && RATIO.test(tight(subject));

/** 比年初预算, 较2022年的, 低于: what another figure is compared with. */
export const isCompared = (statement: Statement): boolean => {
  const subject = tight(statement.subject);
  if (statement.role === 'change' || STEPS.test(subject) || isRatio(statement)) return false;
  return (
    (AGAINST.test(subject) ||
      isSetAgainst(subject, statement.after) ||
      (WITH.test(subject) && /^\s?相比/.test(statement.after))) &&
    endsInNoun(TIMED.exec(subject)?.[1] ?? '')
  );
};
/**
 * 较1—6月的1.7%提高, 比疫情前4.5%高: whatever words name it, what 比 leads to with 的, or with a step behind it, is a base.
 */
const LED_TO =
  /(?<![占对同环评类性正反])(?:比|(?<!比)较)(?![例重值率较高低好大快慢小强弱长短差晚早为赛武选价])[^，,。;:比较多少增减超新]{1,16}$/;
const STEP_BEHIND =
  /^\s?(?:提[高升]|上[升涨]|增[长加]|扩大|加快|回[升落]|下[降滑]|降低|减少|压缩|缩[小短减]|收窄|放[缓慢]|净[增减]|[多少高低快慢长短增减升降])/;
const isSetAgainst = (subject: string, after: string): boolean =>
  LED_TO.test(subject) && (subject.endsWith('的') || STEP_BEHIND.test(after));
/** 比预算少2.38万元: how far from it, not how much it was. */
const STEPS = /(?:[多少快慢超增减升降长短大小]|[高低](?!于))(?:了|出|达|约|近)*$/;
/** 与2022年的20980件相比. */
const WITH = /[与同和跟](?:上|去|前|同期|年初|(?:19|20)\d\d)[^，,。;]{0,16}$/;
/** What stands between a time and the figure; a verb nobody listed makes a step of it, which is no base. */
const TIMED =
  /[比较](?:上|去|前|同期|年初|(?:19|20)\d\d年?|\d{1,2}月)(?:一?年|月|周|期|季度?)?(?:度|末|底|同期|同一?时期)?(?:的|[(（].{0,12})?([^，,。;:]{0,16})$/;
const endsInNoun = (words: string): boolean => words.length < 2 || NOUN.test(words);
const NOUN =
  /[数量额值率平入出算金费标务划准限的期末底度年月日季初均价款税产积重比本分人户员名家次件项条工单案线车力]$/;
/** Never the present value: last year's, what something is compared with, the plan that was fulfilled. */
export const isBase = (statement: Statement): boolean =>
  isPast(statement) ||
  isCompared(statement) ||
  (PLANNED.test(tight(statement.subject)) && !isShareOfPlan(statement));
/** 占计划的84.0%: how far one has come. */
const isShareOfPlan = ({ subject, figure }: Statement): boolean =>
  figure.unit.dimension === 'rate' && tight(subject).endsWith('的');

const yearIn = (period: string): number | undefined => {
  const match = /^((?:19|20)\d\d)年/.exec(period);
  return match ? Number(match[1]) : undefined;
};

/** 去年全年800件，今年上半年280件，同比减少50件: half a year is not measured by a whole one. */
const isOfPart = ({ period, subject }: Statement): boolean =>
  /半年|(?<!上)季度|[\d一二三四五六七八九十]月/.test(period + tight(subject));
const partOfYear = ({ period }: Statement): string => period.replace(/^(?:19|20)\d\d年度?/, '');

export interface Ordered {
  readonly now: Statement;
  readonly before: Statement;
}

/** Which of two is now and which before: the words decide, never the size. */
export function inTime(first: Statement, second: Statement, change: Statement): Ordered | undefined {
  if (
    first.segment === second.segment &&
    FROM.test(tight(first.subject)) &&
    TOWARDS.test(tight(second.subject))
  )
    return { now: second, before: first };
  if (isOfPart(first) !== isOfPart(second) && !/同期/.test(first.subject + second.subject)) return undefined;
  const [a, b] = [yearIn(first.period), yearIn(second.period)];
  // 2023年640件，2024年上半年280件，同比减少50件: half a year is measured by half a year.
  if (a !== undefined && b !== undefined && a !== b && partOfYear(first) !== partOfYear(second))
    return undefined;
  if (a !== undefined && b !== undefined && a !== b)
    return a > b ? { now: first, before: second } : { now: second, before: first };
  if (isBase(second) !== isBase(first))
    return isBase(second) ? { now: first, before: second } : { now: second, before: first };
  // Only one names a year, and the change is against the year before.
  const compared = /同比|上年|去年/.test(change.subject) || /比/.test(change.subject);
  if (
    compared &&
    a === undefined &&
    b !== undefined &&
    first.sentence === second.sentence &&
    first.period === ''
  )
    return { now: first, before: second };
  return undefined;
}

const COMPARISON =
  /^.*?(?:同比|环比|相比|[较比](?:上年|去年|上月|上季度?|上周|上期|同期|上一年|年初|20\d\d年?)(?:度|同期|[末底])?(?:的?\S{0,12}?[,，])?)/;
const VERB =
  /(?:增长|增加(?!值)|上升|上涨|提高|提升|增收|减收|增支|减支|增幅|涨幅|升幅|下降|下跌|减少|降低|下滑|回落|降幅|同比|环比|净增|净减|净|共|了|率|为|约|达|,|，|分别)/g;

/** 收入较上年增加: what stands before the comparison; empty when nothing does. */
const LED =
  /^([\u4e00-\u9fff]{2,16}?)(?:总额|总量|数量|数)?(?:同比|环比|与?(?:上年|去年|上月)相比|[较比](?:上|去|前|同期|年初|20\d\d))/;
export const leadOf = (change: Statement): string =>
  (LED.exec(coreName(change.subject))?.[1] ?? '').replace(/^(?:分别|均|也|则|又|再)|(?:数量|量|数)$/g, '');

/** A change of another sentence than these figures names its own thing, which is none of them. */
export const isOfNamed = (change: Statement, levels: readonly Statement[]): boolean => {
  const lead = leadOf(change);
  return (
    lead.length < 2 ||
    levels.some((each) => each.segment === change.segment || coreName(each.subject).startsWith(lead))
  );
};

/** What a change is a change of, when it says so itself: 收入增加, 评价量增加; empty when it only says 同比增加. */
export const changedThing = (change: Statement): string =>
  withoutStep(tight(change.subject))
    .replace(COMPARISON, '')
    .replace(/^[多少](?!数).{1,3}$/, '')
    .replace(VERB, '')
    .replace(/数量|量$|数$/, '');
