import type { Finding, FindingKind } from '../audit.ts';
import { conceptName, type Concept } from '../facts/concepts.ts';
import type { Fact } from '../facts/fact.ts';
import { mayDiffer } from '../facts/scope.ts';
import { scopeKey } from '../facts/store.ts';
import { finding } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { oneName } from './one-name.ts';
import { sectionsApart, type Apart } from './sections-apart.ts';
import { twiceCloseness } from './closeness.ts';
import { areOfTwoTimes, areSwapped, saysAll, sureConcept, sureName, unitSlip } from './one-thing.ts';

/** The same quantity stated in two places: table against narrative, or one sentence against another. */
export function sameTwice(facts: readonly Fact[]): readonly Finding[] {
  const apart = sectionsApart(facts);
  return onceAsked([...byConcept(facts, apart), ...byName(facts, apart), ...bySwapping(facts, apart)]);
}

type AreApart = (a: Fact, b: Fact) => Apart;

/** A finding with what it rests on. */
interface Told {
  readonly found: Finding;
  /** The two places, where it is only asked whether they speak of one thing. */
  readonly asks: string | undefined;
}

/** Two places that differ in many figures are asked about once. */
function onceAsked(told: readonly Told[]): readonly Finding[] {
  const asked = new Set<string>();
  return told.flatMap(({ found, asks }) => {
    if (asks === undefined) return [found];
    if (asked.has(asks)) return [];
    asked.add(asks);
    return [found];
  });
}

function byConcept(facts: readonly Fact[], apart: AreApart): readonly Told[] {
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
    const key = `${fact.concept}:${fact.aspect}:${scopeKey(fact)}`;
    groups.set(key, [...(groups.get(key) ?? []).slice(0, 30), fact]);
  }
  return [...groups.values()].flatMap((group) =>
    againstFirst(group, { nameOf: (fact) => conceptName(fact.concept as Concept), apart }),
  );
}

const isAmount = (figure: Figure): boolean => ['money', 'count', 'none'].includes(figure.unit.dimension);

const GENERIC =
  /^(?:受理|办理|办结|回访|满意|投诉|咨询|收到|接收|完成|其他|其它|总|共|新增|发布|公开|信息|资金|经费|支出|收入|投入|工单|诉求|事项|业务|人员|项目|综合窗口|将)*$/;

/** Sentences repeated word for word: the name must be long enough to mean one thing, or stand in the same company. */
function byName(facts: readonly Fact[], apart: AreApart): readonly Told[] {
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
      const key = `${name}:${fact.aspect}:${unit}:${scopeKey(fact)}`;
      keep(groups, key, fact);
    }
  }
  return [...groups.values()].flatMap((group) =>
    againstFirst(group, { nameOf: (fact) => fact.name || '该数', apart }),
  );
}

const MOST_OF_NAME = 13;
function keep(groups: Map<string, Fact[]>, key: string, fact: Fact): void {
  const known = groups.get(key);
  if (!known) groups.set(key, [fact]);
  else if (known.length < MOST_OF_NAME) known.push(fact);
}

/** 办结8137件 here, 办结8173件 there: names too common to mean one thing, whose digits do. */
function bySwapping(facts: readonly Fact[], apart: AreApart): readonly Told[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const { name, aspect, figure, source } = fact;
    if (fact.concept || source !== 'text' || aspect !== 'actual' || !isComparable(figure)) continue;
    if (name.length < 2 || isTelling(name)) continue;
    const key = `${name}:${figure.unit.text}:${scopeKey(fact)}`;
    keep(groups, key, fact);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((fact, at) => {
      const first = group.slice(0, at).find((other) => areSwapped(other.figure, fact.figure));
      return first
        ? pairFinding(first, fact, { name: fact.name, apart: apart(first, fact), asks: true })
        : [];
    }),
  );
}

const isComparable = (figure: Figure): boolean =>
  !figure.approximate && figure.unit.text !== '' && !['time', 'score'].includes(figure.unit.dimension);

/** Long enough to mean one thing. */
const isTelling = (name: string): boolean =>
  name.length >= 4 && name.length <= 40 && !GENERIC.test(name) && !name.endsWith('的');

/** 此类工单, 该项资金, 上述事项: what stands before says of what. */
const POINTING = /[此该][类项批]|^[此该]|上述|前述|^以上|(?:^|的)其(?![他它余中])/;

function namesOf({ name, company }: Fact): readonly string[] {
  if (POINTING.test(name)) return [];
  const own = isTelling(name) ? [oneName(name)] : [];
  return own.length > 0 ? own : (company ?? []).map((each) => `${name}|${oneName(each)}`);
}

/** Every place against the first table, or the first place; equal figures in the same place are not two. */
function againstFirst(
  group: readonly Fact[],
  { nameOf, apart }: { readonly nameOf: (fact: Fact) => string; readonly apart: AreApart },
): readonly Told[] {
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
    return pairFinding(first, fact, { name: nameOf(fact), apart: apart(first, fact) });
  });
}

const rank = (fact: Fact): number =>
  fact.source === 'table' || fact.source === 'goal' ? 0 : fact.source === 'pair' ? 1 : 2;
const all = (fact: Fact): number => (fact.name.includes('总计') ? 1 : 0);
const comparable = (a: Figure, b: Figure): boolean =>
  a.unit.dimension === b.unit.dimension ||
  (a.unit.dimension === 'none' && b.unit.dimension === 'count') ||
  (a.unit.dimension === 'count' && b.unit.dimension === 'none');

function pairFinding(
  first: Fact,
  fact: Fact,
  {
    name,
    apart,
    asks: isAsked = false,
  }: { readonly name: string; readonly apart: Apart; readonly asks?: boolean },
): readonly Told[] {
  const sameUnit = first.figure.unit.dimension === fact.figure.unit.dimension;
  const close = twiceCloseness(first.figure, fact.figure);
  const slip = close === 'contradiction' && sameUnit ? unitSlip(first.figure, fact.figure) : undefined;
  const sure = fact.concept ? sureConcept(first, fact) : sureName(first, fact);
  const differs = close === 'contradiction';
  if (differs && (sure === 'no' || apart === 'apart' || areOfTwoTimes(first, fact))) return [];
  const apartly = apart === 'perhaps' && !(saysAll(first) && saysAll(fact));
  const isOpen =
    isAsked || sure === 'perhaps' || apartly || (apart !== 'same' && mayDiffer(first.scope, fact.scope));
  const verdict = differs && isOpen ? 'doubtful' : close;
  const crossing = (first.source === 'text') !== (fact.source === 'text');
  const kind: FindingKind = slip ? 'unit' : crossing ? 'cross' : 'equal';
  const remark = slip
    ? `；两处相差${slip}倍，请核对计量单位`
    : verdict === 'doubtful'
      ? '；请说明两处口径是否相同'
      : '';
  const calc = `${name}：${first.place.place}为${said(first.figure)}，${fact.place.place}为${said(fact.figure)}${remark}`;
  const found = finding({
    kind,
    verdict,
    ...(verdict === 'doubtful' ? { severity: 'minor' as const } : {}),
    a: fact.figure.value,
    b: first.figure.value,
    unit: fact.figure.unit,
    calc,
    where: [fact.place, first.place],
  });
  const asks = differs && apartly ? `${first.place.place}\n${fact.place.place}` : undefined;
  return [{ found, asks }];
}
