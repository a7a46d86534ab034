import { endsInStep, endsInStepDown } from './step-verbs.ts';
import { figuresIn, type Figure, type FoundFigure } from './figure.ts';
import { areGlued, withListUnits } from './list-units.ts';
import { timeOf } from './period.ts';
import type { Paragraph } from './paragraphs.ts';

/** How a figure stands in its sentence. */
export type Role =
  | 'level' // an amount or a rate as it is
  | 'change' // 增长 5%, 减少 12 件: a difference or a growth rate
  | 'share'; // 占 52.7%

/** A number, its unit, and what it is said to be. */
export interface Statement {
  readonly figure: Figure;
  readonly role: Role;
  /** For a change: up or down. */
  readonly direction: 1 | -1;
  /** The words that say what it is, folded: the text before the number in its clause. */
  readonly subject: string;
  /** The words right after it, up to the next mark. */
  readonly after: string;
  /** What follows it, up to two clauses on. */
  readonly behind: string;
  /** 其中 stands between this and the statement before, or a clause begins with 包括. */
  readonly opens: boolean;
  /** How many brackets are open around it: (其中…) details what stands before the bracket. */
  readonly depth: number;
  /** The mark between this and the statement before: 、 ， ； 。 or none. */
  readonly mark: string;
  /** Paragraph, sentence and part of a sentence between semicolons, for nearness. */
  readonly paragraph: number;
  readonly sentence: number;
  readonly segment: number;
  /** The period it speaks of, as far as the sentence says: 2019年, 5月, 上年; 计划 for a wish; empty for the document's own. */
  readonly period: string;
  readonly line: number;
  readonly section: string;
  /** The heading its paragraph begins with: （三）“三公”经费。全年支出…; empty when there is none. */
  readonly topic: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const CHANGE =
  /(增长|增加|上升|上涨|提高|提升|增收|减收|增支|减支|增幅|涨幅|升幅|下降|下跌|减少|降低|下滑|回落|降幅|缩减|压减|缩短|压缩|精简|增速|新增|净增|净减|节约|变动率|多|少|高|低)(?:了|率|为|约|达|是|[:：])*\s*$/;
const COMPARED =
  /同比|环比|比上|较上|比去|较去|比同|较同|相比|上年度?同期|比前|较前|[比较](?:年初|年度|全年|调整后?)?(?:预算|计划|目标|任务|指标|控制)|比年初|较年初|[比较](?:20|\d{1,2}月|[一二三四]季度|[上下]半年)|上一?(?:年|月|周|季度|期)/;
const DOWN = /净减|减收|减支|下降|下跌|减少|降低|下滑|回落|降幅|缩减|压减|缩短|压缩|精简|节约|少|低/;
/** 比上年多发放1260万元, 较上年少支出3万元. */
const MORE_OR_LESS =
  /[比较](?:上|去|前|同期|年初|预算|计划|原)[^，,。;]{0,8}?(?<![最至])[多少](?![数于量个])[\u4e00-\u9fff]{1,3}\s*$/;
/** 比上年902件多142件: the figure before is what this one is compared with. */
const AGAINST = /[比较](?!例|重|好|大|满意)[^，,。;]{0,14}$/;
const LEVEL = /(?:至|到|达|为|从|由)\s*(?:了|约)*\s*$/;
const SHARE = /占(?:比|到|了|据)?[^，,。;；、]{0,24}$|(?:比重|比例|占比)(?:为|达|是|[:：])?\s*$/;
const OPENS = /其中|(?:^|[，,。;；(:：])\s?(?:主要|具体)?(?:包括|包含)[:：]?/;
const RUN_IN =
  /^\s{0,8}(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.])\s?((?:20\d\d年)?[^。:，,;\d]{2,20})[。:]/;
const SEGMENTS = /[。!！?？;；]/;
const MARKS = /[，,、。;；!！?？]/g;

/** 比上月的98.9%, 上年结转100万元: last month is of that figure alone, not of those that follow. */
const ASIDE = /[比较][^，,。;、]{0,16}$|(?:上年度?|去年)末?(?:结转|结余)[^，,。;、]{0,8}$/;

/** 与上年持平；玉米…, 比上年略有增加，其中…: a comparison that ended with its clause dates nothing behind it. */
const COMPARED_AND_DONE =
  /[与和同跟较比](?:上年度?|去年|同期|上月|上季度?|上周|上期|上一年|(?:19|20)\d\d年度?)[^，,。;；、\d]{0,12}[，,;；、]/g;

const ON_FROM = /^\s{0,4}其中/;
const AGO = /^(?:上年|去年|上期|同期|上月|上季|上周|上一)/;
/** 主要是上年同期集中退税拉低基数，剔除后增长4.8%: a clause that tells a reason dates nothing behind it. */
const REASON =
  /(?:^|[，,;；])[^，,;；]{0,6}(?:因(?![公素])|由于|主要是|得益于|受(?![理训聘助检审援]))[^，,;；]{0,40}(?=[，,;；])/g;
const OF_REASON = /(?:因(?![公素])|由于|主要是|得益于|受(?![理训聘助检审援]))[^，,;；]{0,40}$/;
const datesIn = (text: string): string => text.replace(COMPARED_AND_DONE, '').replace(REASON, '');

/** The statements of a paragraph; linear in its length. */
export function statementsOf(paragraph: Paragraph, index: number): readonly Statement[] {
  const found = figuresIn(paragraph.text);
  const statements: Statement[] = [];
  const topic = RUN_IN.exec(paragraph.text)?.[1] ?? '';
  let sentence = 0;
  let segment = 0;
  let period = '';
  let depth = 0;
  let from = 0;
  let bracket = '';
  for (const [at, each] of found.entries()) {
    const between = paragraph.text.slice(from, each.start);
    const stops = between.split(/[。!！?？]/);
    depth = depthAfter(between, depth);
    segment += between.split(SEGMENTS).length - 1;
    if (stops.length > 1) {
      sentence += stops.length - 1;
      // 2月20日发送旅客8万人次。其中铁路1万人次: what 其中 divides is of one time with its parts.
      if (stops.length > 2 || !ON_FROM.test(stops.at(-1) ?? '') || AGO.test(period)) period = '';
    }
    if (/[;；]/.test(between) && AGO.test(period)) period = '';
    const named = timeOf(datesIn(stops.at(-1) ?? ''));
    if (depth === 0 || between.includes(')')) bracket = '';
    if (depth > 0 && named !== undefined && isOfBracket(between)) bracket = named;
    const here = named ?? (bracket === '' ? period : bracket);
    if (named !== undefined && depth === 0 && !ASIDE.test(stops.at(-1) ?? '') && !OF_REASON.test(between))
      period = named;
    const last = statements.at(-1);
    const previous = last?.subject ?? '';
    const next = found[at + 1];
    statements.push(
      statementAt(paragraph, {
        index,
        topic,
        sentence,
        segment,
        period: here,
        depth,
        between,
        previous,
        last,
        each,
        next,
      }),
    );
    from = each.end;
  }
  return withListUnits(statements);
}

/** 较2019年(1228批次、合格1192批次), (2019年为1228批次，合格1192批次): the time is of all the bracket holds. */
const OF_BRACKET =
  /[较比与同][^，,。;；、()]{0,4}(?:(?:19|20)\d\d\s?年|上年|去年|前年|上一年|同期|上月|上季|上期)[^，,。;；、()]{0,8}[(][^()]{0,12}$|[(](?:(?:19|20)\d\d年|上年|去年|前年|同期)(?:度|同期)*[为是:：]?[^，,。;；、()年]{0,6}$/;
const isOfBracket = (between: string): boolean => OF_BRACKET.test(between) && !ASIDE_LEFT.test(between);
const ASIDE_LEFT = /结转|结余|遗留|未结|立项|批复|下达/;

/** Brackets opened and closed on the way; a sentence that ends closes them all. */
function depthAfter(between: string, depth: number): number {
  let now = depth;
  for (const char of between) {
    if (char === '(') now += 1;
    else if (char === ')') now = Math.max(0, now - 1);
    else if (char === '。') now = 0;
  }
  return now;
}

interface Spot {
  readonly index: number;
  readonly topic: string;
  readonly sentence: number;
  readonly segment: number;
  readonly period: string;
  readonly depth: number;
  readonly between: string;
  /** The subject of the figure before. */
  readonly previous: string;
  readonly last: Statement | undefined;
  readonly each: FoundFigure;
  readonly next: FoundFigure | undefined;
}

function statementAt(paragraph: Paragraph, spot: Spot): Statement {
  const { each } = spot;
  const between = spot.between.replace(FOOTNOTE, '');
  const marks = [...between.matchAll(MARKS)];
  const isGlued = areGlued(spot.last, each);
  const subject = isGlued ? spot.previous : subjectOf(between);
  const after =
    paragraph.text.slice(each.end, spot.next?.start ?? each.end + 40).split(/[，,。;；]/, 1)[0] ?? '';
  const compared = COMPARED.test(between) || (marks.length === 0 && AGAINST.test(spot.previous));
  const own = roleOf(subject, each.figure, compared);
  const { last } = spot;
  const goesOn = own === 'level' && last !== undefined && isGoingOn(between, last, each.figure);
  const role = goesOn ? last.role : own;
  return {
    figure: each.figure,
    role,
    direction: goesOn ? last.direction : role === 'change' && isDown(subject.slice(-6)) ? -1 : 1,
    subject,
    after,
    behind: paragraph.text.slice(each.end, each.end + 40).split('。', 1)[0] ?? '',
    opens: isGlued ? spot.last?.opens === true : OPENS.test(between),
    depth: spot.depth,
    mark: marks.findLast((mark) => mark[0] !== '、')?.[0] ?? marks.at(-1)?.[0] ?? '',
    paragraph: spot.index,
    sentence: spot.sentence,
    segment: spot.segment,
    period: paragraph.planned ? '计划' : spot.period,
    line: paragraph.lineAt(each.start),
    section: paragraph.section,
    topic: spot.topic,
    text: paragraph.text.slice(Math.max(0, each.start - 30), each.end + 10),
    start: each.start,
    end: each.end,
  };
}

const isDown = (tail: string): boolean =>
  DOWN.test(tail) || /负增长(?:了|率|为|约|达)*\s*$/.test(tail) || endsInStepDown(tail);

/** 分别增加44元和35元, 减少3起、2人: a change goes on to the next figure when nothing but 和 or 、 stands between. */
const isGoingOn = (between: string, last: Statement, figure: Figure): boolean =>
  last.role !== 'level' &&
  /^\s?[和与及、]\s?$/.test(between) &&
  (figure.unit.dimension === 'rate') === (last.figure.unit.dimension === 'rate');

/** 地区生产总值[2]384.75亿元: a mark that sends to a note is no word. */
const FOOTNOTE = /[[〔【]\s?\d{1,2}\s?[\]〕】]/g;

/** The last clause that has words of its own: `共受理工单,其中已办结` gives 已办结; `工单,共` gives 工单. */
function subjectOf(between: string): string {
  const clauses = between.slice(-120).split(/[，,、。;；!！?？]/);
  const last = clauses.pop() ?? '';
  if (/[\u4e00-\u9fff]/.test(last.replace(/其中|分别|合计|总计|共计|累计|[共约为达计有:：()]/g, '')))
    return last.trim();
  const before = clauses.at(-1) ?? '';
  return (before.length <= 40 ? before : '').trim() + last.trim();
}

function roleOf(subject: string, figure: Figure, compared: boolean): Role {
  const { dimension } = figure.unit;
  if (dimension === 'points') return 'change';
  if (dimension === 'rate' && SHARE.test(subject)) return 'share';
  const tail = subject.slice(-24);
  if (
    LEVEL.test(tail.slice(-4)) &&
    !/(?:增幅|降幅|升幅|涨幅|增速|增长率|下降率|变动率)(?:为|达到?)\s*$/.test(tail)
  )
    return 'level';
  if (dimension !== 'rate' && MORE_OR_LESS.test(tail)) return 'change';
  if (dimension !== 'rate' && compared && endsInStep(tail)) return 'change';
  const change = CHANGE.exec(tail);
  if (!change) return 'level';
  if (/^(?:[多少高低]|新增|节约)$/.test(change[1] ?? '') && !compared) return 'level';
  if (dimension === 'rate') return 'change';
  return compared || /(增加|减少|缩短|压缩|精简|净增|净减)了?\s*$/.test(tail) ? 'change' : 'level';
}
