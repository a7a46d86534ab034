import { figureOf } from '../text/figure.ts';
import type { Concept } from './concepts.ts';
import type { Fact } from './fact.ts';
import { factOf } from './store.ts';

/** What the money of a year is made of, as far as the document says; several of a kind are several readings. */
export interface Account {
  readonly surplus: Fact;
  readonly incomes: readonly Fact[];
  readonly spendings: readonly Fact[];
  /** 年初结转和结余. */
  readonly carried: readonly Fact[];
  /** 使用非财政拨款结余: neither this year's income nor carried in. */
  readonly used: readonly Fact[];
  /** 结余分配: neither spent nor left. */
  readonly given: readonly Fact[];
  /** Other money in the same sentence or table. */
  readonly beside: readonly Fact[];
}

const USED =
  /^(?:使用|动用|用)(?:非财政拨款|专用|以前年度|历年)?(?:结转?结?余|结余|专用基金|事业基金)|弥补收支差额/;
const GIVEN = /^(?:结余分配|(?:上缴|上交|缴回|交回|缴还|收回)(?!前|后).{0,8}$)/;

/**
 * The account that the document's surplus closes. The figures beside it, in its sentence or its table, come first: a
 * 年末结转 of the whole unit is not reckoned with the income of one fund further down.
 */
export function accountOf(facts: readonly Fact[]): Account | undefined {
  const surplus = factOf(facts, 'surplus');
  if (!surplus) return undefined;
  const spot = spotOf(surplus);
  const near = facts.filter(
    (fact) =>
      !fact.figure.approximate && isMoney(fact) && spotOf(fact) === spot && isOfOneAccount(surplus, fact),
  );
  const all = (concept: Concept): readonly Fact[] => [
    ...new Set([
      ...near.filter((fact) => fact.concept === concept && isActual(fact)).toSorted(ownFirst),
      ...[factOf(facts, concept)].flatMap((fact) =>
        fact && isMoney(fact) && isOfOneAccount(surplus, fact) ? fact : [],
      ),
    ]),
  ];
  const named = (name: RegExp): readonly Fact[] =>
    near.filter((fact) => name.test(nameOf(fact)) && fact.aspect === 'actual').slice(0, 2);
  return inOneUnit({
    surplus,
    incomes: all('income').slice(0, 4),
    spendings: all('spending').slice(0, 4),
    carried: [...all('carriedIn'), ...carriedBelow(facts)].slice(0, 2),
    used: named(USED),
    given: named(GIVEN),
    beside: near.filter((fact) => fact !== surplus).slice(0, 40),
  });
}

/** In a table of units every row has its own account, in a table of items every column. */
const isOfOneAccount = ({ cell: own }: Fact, { cell }: Fact): boolean =>
  !own ||
  !cell ||
  own.table !== cell.table ||
  (own.across ? own.row === cell.row : cell.across || own.column === cell.column);

/** 收、支总计8496.98万元，其中年初结转和结余1286.45万元: a part of the total, and still what the year began with. */
const carriedBelow = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(
    (fact) =>
      fact.concept === 'carriedIn' &&
      fact.source === 'text' &&
      !fact.figure.approximate &&
      isMoney(fact) &&
      isActual(fact),
  );

const isMoney = ({ figure: { unit } }: Fact): boolean => unit.dimension === 'money' || unit.text === '';

/** A table that names no unit means the one the rest of the account is in. */
function inOneUnit({ surplus, ...others }: Account): Account {
  const { incomes, spendings, carried, used, given, beside } = others;
  const all = [surplus, ...incomes, ...spendings, ...carried, ...beside];
  const unit = all.find(({ figure }) => figure.unit.dimension === 'money')?.figure.unit;
  const asMoney = (fact: Fact): Fact =>
    unit && fact.figure.unit.text === '' ? { ...fact, figure: figureOf(fact.figure.printed, unit) } : fact;
  return {
    surplus: asMoney(surplus),
    incomes: incomes.map(asMoney),
    spendings: spendings.map(asMoney),
    carried: carried.map(asMoney),
    used: used.map(asMoney),
    given: given.map(asMoney),
    beside: beside.map(asMoney),
  };
}

/** What was carried in is last year's by name, and this year's account begins with it. */
const isActual = ({ aspect, concept }: Fact): boolean =>
  aspect === 'actual' || (concept === 'carriedIn' && aspect === 'last');

/** 收入总计 holds what was carried over; the year's own comes first. */
const ownFirst = (a: Fact, b: Fact): number => Number(isInTotal(a)) - Number(isInTotal(b));
export const isInTotal = ({ name }: Fact): boolean => name.includes('总计');

/** A row of a table whose name is no concept goes by its label. */
export const nameOf = ({ source, name, place }: Fact): string =>
  source === 'table' ? (place.place.split(' / ').at(-2) ?? name) : name;

/** A sentence's line, or a table by its title. */
const spotOf = ({ source, place }: Fact): string =>
  source === 'text' ? String(place.line) : (place.place.split(' / ', 1)[0] ?? '');
