import { compare } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { conceptName, type Concept } from '../facts/concepts.ts';
import type { Fact } from '../facts/fact.ts';
import { factOf } from '../facts/store.ts';
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
  return [
    ...IDENTITIES.flatMap((identity) => identityFinding(identity, facts, done)),
    ...balance(facts, saysNothingElse),
  ];
}

function identityFinding(
  { total, parts, closed }: Identity,
  facts: readonly Fact[],
  done: ReadonlySet<string>,
): readonly Finding[] {
  const whole = factOf(facts, total);
  const found = parts.flatMap((part) => factOf(facts, part) ?? []);
  if (!whole || found.length < 2 || !sameMoney([whole, ...found].map((fact) => fact.figure))) return [];
  const places = [whole, ...found].map((fact) => fact.place);
  if (
    done.has(
      places
        .map((place) => place.line)
        .toSorted((a, b) => a - b)
        .join(),
    )
  )
    return [];
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
  const plain = verdict !== 'contradiction' || over || (closed && complete);
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
