import { compare } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { conceptName, type Concept } from '../facts/concepts.ts';
import type { Fact } from '../facts/fact.ts';
import { mayDiffer, WHOLE } from '../facts/scope.ts';
import { factOf, isOfWhole, scopeKey } from '../facts/store.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { balance } from './balance.ts';
import { sumCloseness } from './closeness.ts';

interface Identity {
  readonly total: Concept;
  readonly parts: readonly Concept[];
  /** No other part exists in the classification of departmental spending. */
  readonly closed: boolean;
}
const IDENTITIES: readonly Identity[] = [
  { total: 'basic', parts: ['personnel', 'operating'], closed: true },
  { total: 'spending', parts: ['basic', 'project'], closed: false },
  { total: 'threePublic', parts: ['reception', 'vehicles', 'abroad'], closed: true },
  { total: 'threePublic', parts: ['reception', 'vehicleRunning', 'vehicleBuying', 'abroad'], closed: true },
  { total: 'vehicles', parts: ['vehicleRunning', 'vehicleBuying'], closed: true },
];

/** 没有结余分配和使用非财政拨款结余: neither given away nor brought in. */
const NOTHING_ELSE =
  /(?:没有|无|未发生|未进行|不涉及|不存在)(?:结余分配[^，,。;]{0,4}(?:使用|动用)(?:非财政拨款|专用)?结余|(?:使用|动用)(?:非财政拨款|专用)?结余[^，,。;]{0,4}结余分配)/;

/** Sums that the classification of a department's money demands, wherever the figures stand. */
export function accountingIdentities(
  facts: readonly Fact[],
  done: ReadonlySet<string>,
  paragraphs: readonly Paragraph[] = [],
): readonly Finding[] {
  const saysNothingElse = paragraphs.some(({ text }) => NOTHING_ELSE.test(text));
  const groups = [facts, ...sections(facts)];
  const known = new Set(done);
  const sums = groups.flatMap((group) =>
    IDENTITIES.flatMap((identity) => identityFinding(identity, group)).filter((each) => {
      const key = keyOfSum(each);
      const isNew = !known.has(key);
      known.add(key);
      return isNew;
    }),
  );
  return [...sums, ...balance(facts, saysNothingElse)];
}

/** What tells one sum from another that stands in the same lines. */
export const keyOfSum = ({ a, where }: Finding): string =>
  `${a}|${where
    .map(({ line }) => line)
    .toSorted((one, other) => one - other)
    .join()}`;

// A report has a dozen sections that narrow.
const MOST_SECTIONS = 60;

/**
 * What one section says of a part, of one fund, or of the plan, as if it were the whole document: its parts must make up
 * its own total.
 */
function sections(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const [section] = fact.spots ?? [];
    const isPlan = fact.aspect === 'budget';
    if (fact.source !== 'text' || !fact.concept || section === undefined) continue;
    if (!isPlan && (fact.aspect !== 'actual' || isOfWhole(fact))) continue;
    const key = `${section}|${scopeKey(fact)}|${fact.aspect}`;
    const group = groups.get(key) ?? [];
    group.push({ ...fact, aspect: 'actual', scope: WHOLE });
    groups.set(key, group);
  }
  return [...groups.values()].filter(isOneAccount).slice(0, MOST_SECTIONS);
}

/** No concept has two figures: what is said of several in turn is no account. */
const isOneAccount = (group: readonly Fact[]): boolean =>
  new Set(group.map(({ concept }) => concept)).size === group.length && group.length >= 3;

function identityFinding({ total, parts, closed }: Identity, facts: readonly Fact[]): readonly Finding[] {
  const whole = factOf(facts, total);
  const found = parts.flatMap((part) => factOf(facts, part) ?? []);
  if (!whole || found.length < 2 || !sameMoney([whole, ...found].map((fact) => fact.figure))) return [];
  const places = [whole, ...found].map((fact) => fact.place);
  const complete = found.length === parts.length;
  const { verdict, sum } = sumCloseness(
    whole.figure,
    found.map((fact) => fact.figure),
  );
  // A bare 支出 further up may be that of one project: the one its parts make up is meant.
  const others = facts.filter((fact) => fact.concept === total && fact.aspect === 'actual' && fact !== whole);
  if (verdict === 'contradiction' && others.some((other) => isMadeUpOf(other, found))) return [];
  const over = compare(sum, whole.figure.value) > 0;
  if (verdict === 'contradiction' && !complete && !over) return [];
  // What stands below headings of other matters may be of other things.
  const isOneMatter = found.every(({ scope }) => !mayDiffer(scope, whole.scope));
  const plain = verdict !== 'contradiction' || (isOneMatter && (over || (closed && complete)));
  const working = found.map((fact) => `${fact.name}${said(fact.figure)}`).join(' + ');
  const calc = `${conceptName(total)}${said(whole.figure)}；${working} = ${inUnit(sum, whole.figure.unit)}${whole.figure.unit.text}${plain ? '' : '；请说明其余部分'}`;
  return [
    finding({
      kind: 'sum',
      verdict: plain ? verdict : 'doubtful',
      a: whole.figure.value,
      b: sum,
      unit: whole.figure.unit,
      calc,
      where: places,
    }),
  ];
}

const isMadeUpOf = (whole: Fact, parts: readonly Fact[]): boolean =>
  sameMoney([whole, ...parts].map(({ figure }) => figure)) &&
  sumCloseness(
    whole.figure,
    parts.map(({ figure }) => figure),
  ).verdict !== 'contradiction';
const sameMoney = (figures: readonly Figure[]): boolean =>
  figures.every((figure) => figure.unit.dimension === figures[0]?.unit.dimension);
