import { compare, divide, fraction, times, type Fraction } from '#lib/fraction.ts';
import type { Finding, FindingKind } from '../audit.ts';
import { conceptName, type Concept } from '../facts/concepts.ts';
import type { Fact } from '../facts/fact.ts';
import { finding } from '../finding.ts';
import { half, said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { timeOf } from '../text/period.ts';
import { oneName } from './one-name.ts';
import { twiceCloseness } from './closeness.ts';

/** The same quantity stated in two places: table against narrative, or one sentence against another. */
export function sameTwice(facts: readonly Fact[]): readonly Finding[] {
  return [...byConcept(facts), ...byName(facts)];
}

/** Names that different forms use for different totals; only the same words mean the same amount. */
const LOOSE: ReadonlySet<Concept> = new Set([
  'income',
  'spending',
  'surplus',
  'project',
  'carriedIn',
  'publicBudget',
  'procurement',
]);

function byConcept(facts: readonly Fact[]): readonly Finding[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (
      !fact.concept ||
      !fact.whole ||
      fact.aspect === 'other' ||
      fact.figure.approximate ||
      !isAmount(fact.figure)
    )
      continue;
    const key = `${fact.concept}:${fact.aspect}`;
    groups.set(key, [...(groups.get(key) ?? []).slice(0, 30), fact]);
  }
  return [...groups.values()].flatMap((group) =>
    againstFirst(group, (fact) => conceptName(fact.concept as Concept)),
  );
}

const isAmount = (figure: Figure): boolean => ['money', 'count', 'none'].includes(figure.unit.dimension);

const GENERIC =
  /^(?:受理|办理|办结|回访|满意|投诉|咨询|收到|接收|完成|其他|其它|总|共|新增|发布|公开|信息|资金|经费|支出|收入|投入|工单|诉求|事项|业务|人员|项目|综合窗口|将)*$/;

/** Sentences repeated word for word: the name must be long enough to mean one thing, or stand in the same company. */
function byName(facts: readonly Fact[]): readonly Finding[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (
      fact.concept ||
      (fact.source !== 'text' && fact.source !== 'goal') ||
      fact.aspect === 'other' ||
      !isComparable(fact.figure)
    )
      continue;
    const unit = fact.figure.unit.dimension === 'money' ? 'money' : fact.figure.unit.text;
    for (const name of namesOf(fact)) {
      const key = `${name}:${fact.aspect}:${unit}`;
      groups.set(key, [...(groups.get(key) ?? []).slice(0, 12), fact]);
    }
  }
  return [...groups.values()].flatMap((group) => againstFirst(group, (fact) => fact.name || '该数'));
}

const isComparable = (figure: Figure): boolean =>
  !figure.approximate && figure.unit.text !== '' && !['time', 'score'].includes(figure.unit.dimension);

function namesOf({ name, company }: Fact): readonly string[] {
  const own =
    name.length >= 4 && name.length <= 40 && !GENERIC.test(name) && !name.endsWith('的')
      ? [oneName(name)]
      : [];
  return own.length > 0 ? own : (company ?? []).map((each) => `${name}|${oneName(each)}`);
}

/** Every place against the first table, or the first place; equal figures in the same place are not two. */
function againstFirst(group: readonly Fact[], nameOf: (fact: Fact) => string): readonly Finding[] {
  const [first] = group.toSorted((a, b) => rank(a) - rank(b) || all(a) - all(b));
  if (!first) return [];
  const seen = new Set<string>();
  return group.flatMap((fact) => {
    const spot = `${fact.figure.printed}${fact.figure.unit.text}`;
    if (
      fact === first ||
      (fact.place.line === first.place.line && fact.place.place === first.place.place) ||
      (seen.has(spot) && fact.source !== 'table')
    )
      return [];
    if (!comparable(first.figure, fact.figure)) return [];
    seen.add(spot);
    return pairFinding(first, fact, nameOf(fact));
  });
}

const rank = (fact: Fact): number =>
  fact.source === 'table' || fact.source === 'goal' ? 0 : fact.source === 'pair' ? 1 : 2;
const all = (fact: Fact): number => (fact.name.includes('总计') ? 1 : 0);
const comparable = (a: Figure, b: Figure): boolean =>
  a.unit.dimension === b.unit.dimension ||
  (a.unit.dimension === 'none' && b.unit.dimension === 'count') ||
  (a.unit.dimension === 'count' && b.unit.dimension === 'none');

/** 一、一季度情况 and 二、二季度情况: what stands below them is of two times. */
function areOfTwoTimes(first: Fact, fact: Fact): boolean {
  const [a, b] = [first, fact].map(({ source, place }) =>
    source === 'text' ? timeOf(place.place.replace(/\s/g, '')) : undefined,
  );
  return a !== undefined && b !== undefined && a !== b;
}

function pairFinding(first: Fact, fact: Fact, name: string): readonly Finding[] {
  if (areOfTwoTimes(first, fact)) return [];
  const sameUnit = first.figure.unit.dimension === fact.figure.unit.dimension;
  const close = twiceCloseness(first.figure, fact.figure);
  const slip = close === 'contradiction' && sameUnit ? unitSlip(first.figure, fact.figure) : undefined;
  const sure = fact.concept ? sureConcept(first, fact) : sureName(first, fact);
  if (close === 'contradiction' && sure === 'no') return [];
  const verdict = close === 'contradiction' && sure === 'perhaps' ? 'doubtful' : close;
  const crossing = (first.source === 'text') !== (fact.source === 'text');
  const kind: FindingKind = slip ? 'unit' : crossing ? 'cross' : 'equal';
  const remark = slip
    ? `；两处相差${slip}倍，请核对计量单位`
    : verdict === 'doubtful'
      ? '；请说明两处口径是否相同'
      : '';
  const calc = `${name}：${first.place.place}为${said(first.figure)}，${fact.place.place}为${said(fact.figure)}${remark}`;
  return [
    finding({
      kind,
      verdict,
      ...(verdict === 'doubtful' ? { severity: 'minor' as const } : {}),
      a: fact.figure.value,
      b: first.figure.value,
      unit: fact.figure.unit,
      calc,
      where: [fact.place, first.place],
    }),
  ];
}

type Sure = 'yes' | 'perhaps' | 'no';

function sureConcept(first: Fact, fact: Fact): Sure {
  if (isYearAndAll(first.name, fact.name) || isYearAndAll(fact.name, first.name)) return 'no';
  if (isFlowAndStock(first, fact) || isFlowAndStock(fact, first)) return 'no';
  return !fact.concept ||
    !LOOSE.has(fact.concept) ||
    (plainName(first.name) === plainName(fact.name) &&
      isOfTheYear(first) &&
      isOfTheYear(fact) &&
      !isFar(first.figure, fact.figure))
    ? 'yes'
    : 'perhaps';
}

/** 结余8.6万元 of one project and 结余23.5万元 of another: a sentence must say that it speaks of the whole. */
const isOfTheYear = (fact: Fact): boolean =>
  fact.source !== 'text' ||
  /合计|总|全年|本年|年末|年终|期末|当年|年度|部门|整体|财政|项目|决算/.test(clauseBefore(fact)) ||
  isBesideBudget(fact);

/** 全年预算数1800万元，实际支出1710万元: what is spent of the year's budget is the year's spending. */
const isBesideBudget = ({ neighbours = [], concept }: Fact): boolean =>
  concept === 'spending' &&
  neighbours.some((each) =>
    /^(?:全年|年度|部门|年初|调整后?|全年调整)?(?:总)?预算(?:数|总额|额)?\d/.test(each),
  );

/** The words of its own clause before a figure. */
function clauseBefore({ figure, place }: Fact): string {
  const text = place.text.replace(/(\d)[,，](?=\d{3})/g, '$1');
  const at = text.lastIndexOf(figure.printed.slice(0, 3));
  return (at < 0 ? text : text.slice(0, at)).split(/[，,。;；]/).at(-1) ?? '';
}

/** 本年收入合计 and 收入总计 of the final accounts: what is carried over lies between them. */
const isYearAndAll = (year: string, all: string): boolean => /总计/.test(all) && !/总计/.test(year);

/** 本年收支结余 is what the year left, 年末结转 all that is left. */
const isFlowAndStock = (flow: Fact, stock: Fact): boolean =>
  flow.concept === 'surplus' &&
  /当年|本年|收支/.test(flow.name) &&
  !/当年|本年|收支/.test(stock.name) &&
  /年末|年终|期末|滚存|累计|结转/.test(stock.name);

/**
 * Do two equal names mean one thing? In the same company they do, and where both say that they speak of all there is;
 * 开展执法检查15次 for food and 8次 for drugs are two.
 */
function sureName(first: Fact, fact: Fact): Sure {
  const shared = (first.neighbours ?? []).some((each) => fact.neighbours?.includes(each) === true);
  const ofGoal = fact.source === 'goal' || first.source === 'goal';
  if (shared || (ofGoal && fact.name.length >= 5)) return 'yes';
  if (isDetail(first) !== isDetail(fact) && isFar(first.figure, fact.figure)) return 'no';
  if (isOfAll(first) && isOfAll(fact) && (fact.name.length >= 8 || fact.name.length < 4)) return 'yes';
  return fact.name.length >= 6 || isInLikeCompany(first, fact) ? 'perhaps' : 'no';
}

/** 处理46人，其中给予处分29人 beside 给予处分204人: of that whole alone. */
const isDetail = (fact: Fact): boolean => clauseBefore(fact).includes('其中');

/** 项目预算资金260万元，实际支出247万元; 项目资金260万元，实际支出274万元: perhaps one project, perhaps two of one size. */
const isInLikeCompany = (first: Fact, fact: Fact): boolean =>
  first.figure.unit.dimension === 'money' &&
  (first.company ?? []).some((each) => fact.company?.some((other) => oneName(other) === oneName(each)));

/** （一）上半年, （二）甲镇: 累计 below it is all of that. */
const NARROW = /半年|季度|\d月|(?:[镇乡村科股站所队]|街道|社区|中心|学校|医院|公司)$/;
const isOfAll = (fact: Fact): boolean =>
  !NARROW.test(tight(fact.place.place)) &&
  /全[县市区省州旗镇乡年]|累计|共|总|截至|合计/.test(clauseBefore(fact));

/** Amounts so far apart are hardly of one thing, whatever they are called. */
const isFar = (a: Figure, b: Figure): boolean =>
  unitSlip(a, b) === undefined &&
  (compare(times(a.value, fraction(5)), b.value) < 0 || compare(times(b.value, fraction(5)), a.value) < 0);

const plainName = (name: string): string =>
  tight(name)
    .replace(/^(?:其中|本年|当年|全年)+/, '')
    .replace(/[:：]/g, '')
    .replace(/(?:为|共|达)$/, '');

const FACTORS = [10, 100, 1000, 10_000, 100_000_000];
/** Off by a power of ten that a unit explains: 元 for 万元. */
function unitSlip(a: Figure, b: Figure): string | undefined {
  if (a.unit.dimension !== 'money' || a.value.num === 0n || b.value.num === 0n) return undefined;
  const [big, small, coarse] =
    compare(a.value, b.value) > 0 ? [a.value, b.value, half(b)] : [b.value, a.value, half(a)];
  const factor = FACTORS.find((each) => near(divide(big, fraction(each)), small, coarse));
  return factor === undefined ? undefined : String(factor);
}

const near = (a: Fraction, b: Fraction, slack: Fraction): boolean =>
  compare({ num: a.num * b.den - b.num * a.den, den: a.den * b.den }, slack) <= 0 &&
  compare({ num: b.num * a.den - a.num * b.den, den: a.den * b.den }, slack) <= 0;
