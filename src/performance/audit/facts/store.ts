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
  return (
    found.find((fact) => fact.source === 'table') ?? found.find((fact) => fact.source === 'pair') ?? found[0]
  );
}
