import { compare, divide, fraction, sum as sumOf, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { conceptOf } from '../facts/concepts.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { listedName } from '../text/listed-name.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { sumCloseness } from './closeness.ts';
import { dividedTotals } from './divided-totals.ts';
import { sameUnit } from './growth-finding.ts';
import { groupsIn, type SumGroup } from './text-groups.ts';
import { isOfOneMeasure } from './one-measure.ts';
import { areAttributes } from './attributes.ts';
import { areHonours } from './honours.ts';
import { areNested } from './nested-parts.ts';
import { overlaps, saysTotal } from './part-words.ts';
import { placeOfStatement } from './places.ts';
import { isNamedBy, namedBase } from './share-bases.ts';
import { shareWord } from '../other-readings/words.ts';
import { shownName } from '../text/shown-name.ts';

/** Sums in sentences: 共…件，其中…件、…件. */
export function textSums(statements: readonly Statement[]): readonly Finding[] {
  const following = new Map(statements.map((each, at) => [each, statements[at + 1]] as const));
  const preceding = new Map(statements.map((each, at) => [each, statements[at - 1]] as const));
  const leading = new Set(statements.filter((each, at) => each.segment !== statements[at - 1]?.segment));
  return [...groupsIn(statements), ...dividedTotals(statements)].flatMap((group) =>
    groupFinding(withIncluded(group, following.get(group.whole)), { following, preceding, leading }),
  );
}

/** 收入90万元（含上年结转10万元），其中…: what the bracket includes is a part, if with it the sum holds. */
function withIncluded(group: SumGroup, next: Statement | undefined): SumGroup {
  const { whole } = group;
  const included =
    next?.paragraph === whole.paragraph &&
    next.sentence === whole.sentence &&
    next.depth === whole.depth + 1 &&
    !group.parts.includes(next) &&
    sameUnit(next.figure, whole.figure) &&
    /[(](?:其中)?(?:包含|包括|含)/.test(next.text.slice(0, Math.min(30, next.start)));
  if (!included) return group;
  const parts = [next, ...group.parts];
  const figures = parts.map((part) => part.figure);
  return sumCloseness(whole.figure, figures).verdict === 'contradiction' ? group : { ...group, parts };
}

/** 应结案18件，结案12件: what was due and what came of it are no parts of one thing, though they add up. */
const areDueAndDone = (parts: readonly Statement[]): boolean => {
  const names = parts.map(({ subject }) => coreName(subject));
  return names.some((name) => {
    const done = /^应当?(.{2,6})$/.exec(name)?.[1];
    return done !== undefined && names.some((other) => other !== name && other.endsWith(done));
  });
};

/** What can be counted in several parts at once. */
const PEOPLE = /^(?:万|千|百)?(?:人次|人|名|位)$/;

interface Around {
  readonly following: ReadonlyMap<Statement, Statement | undefined>;
  readonly preceding: ReadonlyMap<Statement, Statement | undefined>;
  /** The first figures of their clauses. */
  readonly leading: ReadonlySet<Statement>;
}

function groupFinding(group: SumGroup, around: Around): readonly Finding[] {
  const { whole, parts } = group;
  if (areDueAndDone(parts)) return [];
  const { verdict, sum } = sumCloseness(
    whole.figure,
    parts.map((part) => part.figure),
  );
  // 2021年4.2万亩，其中节水0.3万亩；2020年3.8万亩: another year's figure that nearly fits is an accident.
  const another = parts.some((part) => part.period !== whole.period && part.period !== '');
  if (verdict === 'rounding' && another) return [];
  // Hectares and kilometres are never added.
  if (parts.some((part) => !isOfOneMeasure(part.figure, whole.figure))) return [];
  if (verdict !== 'contradiction') return [sumFinding(group, { verdict, sum, ask: '' })];
  if ([whole, ...parts].some((each) => each.figure.approximate) || overlaps([whole, ...parts])) return [];
  // 意向2344人；其中线上65场: measure words tell whose parts they are.
  if (!parts.every((part) => sameUnit(part.figure, whole.figure))) return [];
  if (areNested(parts) || !isOneList(group, around)) return [];
  const over = compare(sum, whole.figure.value) > 0;
  if (group.exhaustive) return [sumFinding(group, { verdict: 'contradiction', sum, ask: '' })];
  if (areHonours(parts, whole)) return [];
  const isAboveAll = parts.some((part) => isAbove(part, whole));
  if (PEOPLE.test(whole.figure.unit.text) && areAttributes(parts) && !isAboveAll) return [];
  if (over) {
    if (!group.parallel) return [];
    // One person is a woman, a member and a graduate at once; a case comes by one way. A part above the whole is neither.
    const isSure = group.opens && (!PEOPLE.test(whole.figure.unit.text) || isAboveAll);
    return [
      sumFinding(group, {
        verdict: isSure ? 'contradiction' : 'doubtful',
        sum,
        ask: isSure ? '' : '；请说明各项是否有交叉',
      }),
    ];
  }
  // 其中 need not name everything; a small remainder is worth a question.
  const rest = compare(times10(minusOf(whole.figure.value, sum)), whole.figure.value) <= 0;
  return rest &&
    saysAll(whole) &&
    parts.length >= 2 &&
    group.opens &&
    group.parallel &&
    !goesOn(group, around)
    ? [sumFinding(group, { verdict: 'doubtful', sum, ask: '；其余部分文中未列，请说明' })]
    : [];
}

/** 共受理1000件: all of it; 总诊疗人次 and 各类补贴 name what is counted. */
const saysAll = ({ subject }: Statement): boolean =>
  /(?<!公)共(?![青享建同产和有])|合计|总计|累计/.test(subject);

const THE_REST = /[，,、;；](?:其余|其他|其它|剩余|余下)/;

/** 其中咨询1396件、报修612件，投诉类仅3件; 讲座36场、展览18场，其余为培训: the list goes on behind another mark. */
function goesOn({ whole, parts }: SumGroup, { following }: Around): boolean {
  const last = parts.at(-1);
  const next = last && following.get(last);
  if (last && THE_REST.test(last.text.slice(-10))) return true;
  return (
    next?.role === 'level' &&
    next.segment === last?.segment &&
    next.depth === last.depth &&
    !next.opens &&
    sameUnit(next.figure, whole.figure)
  );
}

/**
 * 收入52亿元，其中税收33亿元；支出167亿元: a semicolon ends a list, unless it stands between all its members. 受理30件；
 * 三年申请量分别为8件、9件、10件: without 其中 the whole stands in the clause of its parts.
 */
function isOneList(group: SumGroup, { following, preceding, leading }: Around): boolean {
  const { whole, parts, opens } = group;
  const [first, second] = parts;
  const beyond = parts.filter((part) => part.segment !== first?.segment);
  if (!opens && first && whole.segment !== first.segment && /分别/.test(first.subject)) return false;
  if (beyond.length > 0 && second?.segment === first?.segment) return false;
  if (beyond.length > 0 && opens && !isListedByClauses(group)) return false;
  // 总仓容9.6万吨，其中完好8.7万吨；低温3.2万吨；机械通风7.1万吨: qualities, which no slip of the pen makes so much more.
  if (beyond.length > 0 && isFarAbove(parts, whole)) return false;
  if (first && beyond.length > 0 && hasOwnRate(first, following.get(first))) return false;
  if (parts.some((part) => isOfOther(part, group, following.get(part)))) return false;
  // 甲820万元，占26.5%；乙1200万元，占38.8%: a member like the others.
  if (!opens && following.get(whole)?.role === 'share') return false;
  if (isInterrupted(parts, preceding)) return false;
  // 教师410人，其中小学190人、中学180人，在校学生6200人，其中寄宿1500人: far above the whole and divided, a whole of its own.
  if (parts.some((part) => isFarAbove([part], whole) && following.get(part)?.opens === true)) return false;
  if (parts.slice(0, -1).some(({ subject }) => /^(?:其他|其它|其余)/.test(coreName(subject)))) return false;
  return beyond.every(
    (part) => leading.has(part) && !isAbove(part, whole) && following.get(part)?.opens !== true,
  );
}

/** 其中完好仓容8.7万吨，完好率90.6%；低温仓容3.2万吨: a quality that is rated, beside another quality of the same. */
const hasOwnRate = (part: Statement, next: Statement | undefined): boolean =>
  next?.segment === part.segment &&
  next.role === 'level' &&
  next.figure.unit.dimension === 'rate' &&
  coreName(next.subject).endsWith('率') &&
  shareWord(coreName(next.subject), coreName(part.subject));

/** 劳动类387件，其中欠薪251件；城建类352件: the next clause is no part but a neighbour of the whole, unless 其中: or a total says more. */
const isListedByClauses = ({ whole, parts: [first, second, ...others] }: SumGroup): boolean =>
  (others.length === 0 && /男/.test(first?.subject ?? '') && /女/.test(second?.subject ?? '')) ||
  saysTotal(whole) ||
  /其中[:：]/.test(first?.text ?? '') ||
  ['income', 'spending'].includes(conceptOf(tight(whole.subject)) ?? '');

/** 保费72万元，其中财政57.6万元、农户14.4万元，理赔236笔、金额86.4万元: a count of something else ends a list of amounts. */
function isInterrupted(parts: readonly Statement[], preceding: Around['preceding']): boolean {
  const breaks = parts.map((part) => {
    const before = preceding.get(part);
    return (
      before?.role === 'level' && before.segment === part.segment && !sameUnit(before.figure, part.figure)
    );
  });
  return breaks[1] === false && breaks.slice(2).includes(true);
}

/** 中小企业合同162万元，小微企业合同108万元，占中小企业合同的66.67%: its share says that it is a part of the other. */
function isOfOther(part: Statement, { whole, parts }: SumGroup, share: Statement | undefined): boolean {
  if (share?.role !== 'share' || share.sentence !== part.sentence) return false;
  const base = namedBase(share);
  if (base.name === '' || isNamedBy(whole, base)) return false;
  return parts.some(
    (other) => other !== part && (isNamedBy(other, base) || base.name.includes(coreName(other.subject))),
  );
}

const isFarAbove = (parts: readonly Statement[], whole: Statement): boolean =>
  compare(divide(sumOf(parts.map(({ figure }) => figure.value)), fraction('1.8')), whole.figure.value) > 0;
const isAbove = (part: Statement, whole: Statement): boolean =>
  compare(part.figure.value, whole.figure.value) > 0;
const times10 = (value: Fraction): Fraction => ({ num: value.num * 10n, den: value.den });
const minusOf = (a: Fraction, b: Fraction): Fraction => ({
  num: a.num * b.den - b.num * a.den,
  den: a.den * b.den,
});

interface Outcome {
  readonly verdict: Finding['verdict'];
  readonly sum: Fraction;
  readonly ask: string;
}

function sumFinding({ whole, parts }: SumGroup, { verdict, sum, ask }: Outcome): Finding {
  const { unit } = whole.figure;
  const terms = parts.map((part) => `${shortName(part)}${said(part.figure)}`).join(' + ');
  const calc = `${shortName(whole)}${said(whole.figure)}；${terms} = ${inUnit(sum, unit)}${unit.text}${ask}`;
  const severity = verdict === 'doubtful' ? 'minor' : undefined;
  return finding({
    kind: 'sum',
    verdict,
    ...(severity ? { severity } : {}),
    a: whole.figure.value,
    b: sum,
    unit,
    calc,
    where: [whole, ...parts].map(placeOfStatement),
  });
}

const shortName = (statement: Statement): string => shownName(listedName(statement));
