import { equal } from '#lib/fraction.ts';
import type { Fact } from './fact.ts';

const OF_FUND = /财政拨款|一般公共预算|政府性基金/;

/**
 * 财政拨款支出827万元，其中基本支出…: where the unit's whole spending is another amount, what follows in that paragraph
 * is of the grant alone. A unit that has nothing but its grant may call it either.
 */
export function withoutFunds(facts: readonly Fact[]): readonly Fact[] {
  const totals = facts.filter(
    ({ concept, whole, aspect, name }) =>
      concept === 'spending' && whole && aspect === 'actual' && !OF_FUND.test(name),
  );
  const opens = (fact: Fact): boolean =>
    fact.source === 'text' && fact.concept === 'spending' && OF_FUND.test(fact.name) && isOther(fact, totals);
  let line = -1;
  return facts.map((fact) => {
    if (opens(fact)) line = fact.place.line;
    else if (fact.place.line !== line || (fact.concept === 'spending' && fact.name === '支出')) line = -1;
    return line === -1 ? fact : { ...fact, whole: false };
  });
}

const isOther = (fund: Fact, totals: readonly Fact[]): boolean =>
  fund.aspect === 'actual' &&
  totals.some(
    ({ figure, place }) => place.line !== fund.place.line && !equal(figure.value, fund.figure.value),
  );
