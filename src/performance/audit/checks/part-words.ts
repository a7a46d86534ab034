import { compare, fraction, sum, times } from '#lib/fraction.ts';
import { conceptOf, type Concept } from '../facts/concepts.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { areHonours } from './honours.ts';

/** Words of state: one thing can be in several at once. */
const STATE =
  /应办|应当|已|按期|按时|及时|办结|办理完|回访|满意|答复|整改|超期|逾期|解决|紧急|重点|新增|完成|符合|录用|评为|网上|联合|开工|完工|在建|投产|竣工|挂牌|验收|认定|注册|投用|启用|签约|落地|达标/;

/** 其中新收3608件，审执结3248件: what was closed is of what was taken in, whenever. */
const CLOSED = /审结|执结|结案/;
const closesLater = ([first, ...others]: readonly Statement[]): boolean =>
  first !== undefined && !CLOSED.test(first.subject) && others.some(({ subject }) => CLOSED.test(subject));

/** Parts of one kind, none of which can be another at the same time. */
export const isParallel = (parts: readonly Statement[], whole: Statement): boolean =>
  !closesLater(parts) &&
  parts.every(
    (part) =>
      !STATE.test(part.subject) &&
      part.subject.length <= 40 &&
      (part.period === whole.period || part.period === ''),
  );

const OVERLAP =
  /同时|重复|分别统计|分别计[算入]?|同一[人案件企户名]|一人多|交叉|兼有|兼任|多选|不止一|多个(?:类别|渠道)|重叠/;
/** Marks that one firm or one loan bears several of. */
const MARKED = /涉农|普惠|小微|规上|规模以上|高新|专精特新|绿色|民营|制造业|夜间|居住场所|上市/;
/** The sentence says itself that one thing is counted more than once, or its parts are marks of one thing. */
export const overlaps = (statements: readonly Statement[]): boolean =>
  statements.slice(1).filter(({ subject }) => MARKED.test(subject)).length > 1 ||
  statements.some((each) => OVERLAP.test(each.after) || OVERLAP.test(each.subject));

/** 共, 总, 合计, 累计; 公共 and 总工会 are no totals, nor is 求助类共 one of more than its kind. */
export const saysTotal = ({ subject }: Statement): boolean =>
  /(?<![公类])共(?![青享建同产和])|总(?![工队站局厅])|合计|累计/.test(subject);

/** Pairs that leave no third. */
const DIRECT =
  /直办|直接办理|直接办结|即时办结|直接答复|直接解答|自行处理|在线(?:解答|办结|答复)|即时(?:答复|办结)|中心(?:直接)?(?:办理|答复)|座席/;
const PASSED_ON = /转办|派单|派发|交办|转派/;
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [DIRECT, PASSED_ON],
  [/(?<!未)(?:按期|按时|及时|期限内)/, /超期|超时|逾期|延期/],
  [/线上|网上|网络/, /线下|窗口|现场|实体/],
  [/男/, /女/],
  [/[上往]年.{0,4}(?:结转|遗留|未结)|旧存/, /新收|新立案|新受理/],
  [/城镇|城市|市区/, /农村|乡村/],
  [/已(?:办结|完成|整改)/, /未(?:办结|完成|整改)|正在|在办/],
  [/好评/, /差评/],
  [/自然人|公民|个人/, /法人|企业|组织|单位/],
  [/区直|县直/, /市直|乡镇|省直/],
  [/(?<!非)电话/, /非电话/],
];
const WHOLES: Readonly<Partial<Record<Concept, readonly Concept[]>>> = {
  spending: ['basic', 'project'],
  basic: ['personnel', 'operating'],
};

/** 两项合计即为全部来访: the text says itself that its parts are the whole. */
const SAID_ALL =
  /^[，,;；]?(?:以?上述?)?(?:[两二三四五六七八九]|\d{1,2})?(?:项|类|者|部分)?(?:合计|相加|之和|加总)(?:即|就|正好|恰好|等于|构成)+(?:是|为)?(?:全部|总[数量额]|上述总)/;

/** Is nothing left over by the meaning of the words? */
export function isClosed(whole: Statement, parts: readonly Statement[], opens: boolean): boolean {
  const subjects = parts.map((part) => tight(part.subject));
  if (SAID_ALL.test(parts.at(-1)?.behind ?? '')) return true;
  // Without 其中 or 共 the first of a list looks like its whole.
  const said = opens || saysTotal(whole);
  if (said && subjects.slice(1).some((subject) => /^(?:其他|其它|其余)/.test(coreName(subject)))) return true;
  const need = WHOLES[conceptOf(tight(whole.subject)) ?? 'staff'];
  if (opens && SETS.some((set) => isWholeSet(subjects, set))) return true;
  const all = need?.every((concept) => subjects.some((subject) => conceptOf(subject) === concept)) === true;
  if (all && parts.length === need?.length) return true;
  if (parts.length === 2 && opens && areOpposite(parts)) return true;
  if (parts.length === 2 && opens) return PAIRS.some(([a, b]) => leavesNone(subjects, a, b));
  if (/(?:分为|由.{0,20}(?:组成|构成))/.test(subjects[0] ?? '')) return true;
  return /分别(?:是|为)/.test(subjects[0] ?? '') && isFilled(whole, parts);
}

/**
 * 分别 puts figures in order and does not say that they are all: a selection (检查420家，其中一般、重大隐患分别为60家、3家)
 * stays far below what it was selected from, a division with a slip comes near it.
 */
const isFilled = (whole: Statement, parts: readonly Statement[]): boolean => {
  const together = sum(parts.map(({ figure }) => figure.value));
  return (
    !areHonours(parts, whole) &&
    compare(times(together, fraction(10)), times(whole.figure.value, fraction(9))) >= 0
  );
};

/** 已进驻, 未进驻: what is done and what is not. */
function areOpposite(parts: readonly Statement[]): boolean {
  const names = parts.map(({ subject }) => coreName(subject).replace(/^其中[:：]?/, ''));
  return names.some((name) => {
    const done = /^[尚仍]?[未没]有?(.{2,6})$/.exec(name)?.[1];
    return done !== undefined && names.some((other) => other === done || other === `已${done}`);
  });
}

/** Divisions the trade knows no other member of. */
const SETS: readonly (readonly RegExp[])[] = [
  [/中央/, /省/, /市/, /县|区/],
  [/货物/, /工程/, /服务/],
  [/咨询/, /求助/, /投诉/, /举报/, /建议/],
  [/投入|决策/, /过程|管理/, /产出/, /效果|效益/],
];
const isWholeSet = (subjects: readonly string[], set: readonly RegExp[]): boolean =>
  subjects.length === set.length &&
  set.every((name) => subjects.filter((subject) => name.test(subject)).length === 1);

const leavesNone = (subjects: readonly string[], a: RegExp, b: RegExp): boolean =>
  subjects.some((subject) => a.test(subject)) &&
  subjects.some((subject) => b.test(subject) && !a.test(subject));

/** 直接答复 beside 转办. */
export const isHandedOrPassed = (first: Statement, second: Statement): boolean =>
  DIRECT.test(tight(first.subject)) &&
  PASSED_ON.test(tight(second.subject)) &&
  !DIRECT.test(tight(second.subject));
