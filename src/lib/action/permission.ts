import type { Grant, Person, ScopeTree } from './person.ts';

/** What may be done by whom: role → the column that must lie in the person's scope, or `anyone`. */
export type Rights = Readonly<Record<string, string>>;
/** `role`: the person lacks the role. `scope`: has it, but this row lies elsewhere. */
export type Verdict = 'allowed' | 'role' | 'scope';

const holds = (grant: Grant, role: string): boolean => grant.role === role || grant.role === '*';

function covers(grant: Grant, value: unknown, tree: ScopeTree): boolean {
  if (tree.isWhole(grant.scope)) return true;
  return typeof value === 'string' && tree.within(grant.scope, value);
}

/** Whether any role the person holds appears in the rights at all: enough to show a menu, not to act on a row. */
export const hasRole = (rights: Rights, person: Person): boolean =>
  Object.keys(rights).some((role) => person.grants.some((grant) => holds(grant, role)));

/**
 * The one permission decision: deny by default, pure, the same for actions, lists and details.
 * `row` is the row acted upon; for a birth, the row that would come into being.
 */
export function permit(rights: Rights, person: Person, row: object, tree: ScopeTree): Verdict {
  let sawRole = false;
  for (const role of Object.keys(rights)) {
    const column = rights[role]!;
    for (const grant of person.grants) {
      if (!holds(grant, role)) continue;
      sawRole = true;
      if (column === 'anyone' || covers(grant, (row as Record<string, unknown>)[column], tree))
        return 'allowed';
    }
  }
  return sawRole ? 'scope' : 'role';
}

/**
 * How far a person sees in a list: `all`, or for each column the values it may have (any one suffices).
 * Null when the person has none of the roles.
 */
export function sight(
  rights: Rights,
  person: Person,
  tree: ScopeTree,
): 'all' | ReadonlyMap<string, readonly string[]> | null {
  const seen = new Map<string, string[]>();
  let sawRole = false;
  for (const [role, column] of Object.entries(rights)) {
    for (const grant of person.grants.filter((each) => holds(each, role))) {
      sawRole = true;
      if (column === 'anyone' || tree.isWhole(grant.scope)) return 'all';
      seen.set(column, [...(seen.get(column) ?? []), ...tree.below(grant.scope)]);
    }
  }
  return sawRole ? seen : null;
}
