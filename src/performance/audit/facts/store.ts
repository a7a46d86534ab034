import type { Concept } from './concepts.ts';
import type { Aspect, Fact } from './fact.ts';

/** The fact a document is taken to mean by a concept: a table speaks before a pair, a pair before the narrative. */
export function factOf(
  facts: readonly Fact[],
  concept: Concept,
  aspect: Aspect = 'actual',
): Fact | undefined {
  const found = facts.filter(
    (fact) => fact.concept === concept && fact.aspect === aspect && fact.whole && !fact.figure.approximate,
  );
  // 收入总计 holds what was carried over; the year's own comes first.
  const own = found.filter((fact) => !fact.name.includes('总计'));
  return (
    [...own, ...found].find((fact) => fact.source === 'table') ??
    [...own, ...found].find((fact) => fact.source === 'pair') ??
    own[0] ??
    found[0]
  );
}
