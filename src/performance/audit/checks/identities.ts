import { compare, minus, plus, zero } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { conceptName, type Concept } from '../facts/concepts.ts';
import type { Fact } from '../facts/fact.ts';
import { factOf } from '../facts/store.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
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

/** Sums that the classification of a department's money demands, wherever the figures stand. */
export function accountingIdentities(facts: readonly Fact[], done: ReadonlySet<string>): readonly Finding[] {
  return [...IDENTITIES.flatMap((identity) => identityFinding(identity, facts, done)), ...balance(facts)];
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

/** What came in less what went out is what is left; what was carried in counts once, inside the income or beside it. */
function balance(facts: readonly Fact[]): readonly Finding[] {
  const income = factOf(facts, 'income');
  const spending = factOf(facts, 'spending');
  const surplus = factOf(facts, 'surplus');
  if (!income || !spending || !surplus || !sameMoney([income.figure, spending.figure, surplus.figure]))
    return [];
  const carried = factOf(facts, 'carriedIn');
  const left = minus(income.figure.value, spending.figure.value);
  const negative: Figure = { ...spending.figure, value: minus(zero, spending.figure.value) };
  const inside = sumCloseness(surplus.figure, [income.figure, negative]);
  const beside = carried ? sumCloseness(surplus.figure, [income.figure, negative, carried.figure]) : inside;
  const best = inside.verdict !== 'contradiction' ? inside : beside;
  const extra =
    best === beside && best !== inside && carried
      ? ` + ${conceptName('carriedIn')}${said(carried.figure)}`
      : '';
  const verdict = best.verdict === 'contradiction' && !isOfThisYear(surplus) ? 'doubtful' : best.verdict;
  const b = extra && carried ? plus(left, carried.figure.value) : left;
  const working = `收入合计${said(income.figure)}${extra} − 支出合计${said(spending.figure)} = ${inUnit(b, surplus.figure.unit)}${surplus.figure.unit.text}`;
  const calc = `${surplus.name}${said(surplus.figure)}；${working}${verdict === 'doubtful' ? '；请说明是否另有结转或分配' : ''}`;
  const where = [surplus, income, spending, ...(extra && carried ? [carried] : [])].map((fact) => fact.place);
  return [
    finding({ kind: 'sum', verdict, a: surplus.figure.value, b, unit: surplus.figure.unit, calc, where }),
  ];
}

const isOfThisYear = (surplus: Fact): boolean =>
  /当年|本年|收支/.test(surplus.name) && surplus.source === 'table';
const sameMoney = (figures: readonly Figure[]): boolean =>
  figures.every((figure) => figure.unit.dimension === figures[0]?.unit.dimension);
