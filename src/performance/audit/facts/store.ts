import type { Concept } from './concepts.ts';
import type { Aspect, Fact } from './fact.ts';
import { keyOf, OF_ALL_KEY, WHOLE, type Scope } from './scope.ts';

/** Of what a fact is said, as far as that is known to narrow. */
export const scopeKey = ({ scope }: { readonly scope?: Scope }): string =>
  scope ? keyOf(scope) : OF_ALL_KEY;
/** Of the whole unit and the whole year, as far as headings say. */
export const isOfWhole = (fact: { readonly scope?: Scope }): boolean => scopeKey(fact) === OF_ALL_KEY;

/** The fact a document is taken to mean by a concept: a table speaks before a pair, a pair before the narrative. */
export function factOf(
  facts: readonly Fact[],
  concept: Concept,
  aspect: Aspect = 'actual',
): Fact | undefined {
  const said = facts.filter(
    (fact) => fact.concept === concept && fact.aspect === aspect && fact.whole && !fact.figure.approximate,
  );
  const all = said.filter(isOfWhole);
  const plain = all.filter(({ scope }) => !scope?.matter);
  const found = plain.length > 0 ? plain : all.length > 0 ? all : ofOnlyBudget(said);
  // 收入总计 holds what was carried over; the year's own comes first.
  const own = found.filter((fact) => !fact.name.includes('总计'));
  return (
    [...own, ...found].find((fact) => fact.source === 'table') ??
    [...own, ...found].find((fact) => fact.source === 'pair') ??
    own[0] ??
    found[0]
  );
}

/** A unit that has nothing but its general budget may say of that alone what it has. */
function ofOnlyBudget(said: readonly Fact[]): readonly Fact[] {
  const [first] = said;
  const isOnly =
    first !== undefined &&
    said.every((fact) => scopeKey(fact) === scopeKey(first)) &&
    scopeKey(first) === keyOf({ ...WHOLE, fund: '一般公共预算' });
  return isOnly ? said : [];
}
