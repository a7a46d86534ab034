import type { Grant } from '#lib/action/person.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { refuse } from '#lib/refusal.ts';
import type { Day } from '#lib/time.ts';
import type { Roles } from './roles.ts';

/** A grant as an account keeps it; `until` is its last day, null for ever. */
export interface HeldGrant extends Grant {
  readonly from: Day;
  readonly until: Day | null;
}

/** What holds on that day. */
export const effective = (grants: readonly HeldGrant[], on: Day): readonly Grant[] =>
  grants
    .filter((each) => each.from <= on && (each.until === null || on <= each.until))
    .map(({ role, scope }) => ({ role, scope }));

/** Whether one of the grants gives this role over this whole scope; the root division stands for everything. */
export const holds = (grants: readonly Grant[], wanted: Grant, tree: OrganisationTree): boolean =>
  grants.some(
    (each) =>
      (each.role === wanted.role || each.role === '*') &&
      (tree.isWhole(each.scope) || (wanted.scope !== '' && tree.within(each.scope, wanted.scope))),
  );

/**
 * A role and scope that can be granted at all: the role exists, the scope is a region or an organisation or everything,
 * and a role over the tenant is not granted over a part of it (it would silently be over all).
 */
export function checkGrant(wanted: Grant, roles: Roles, tree: OrganisationTree): void {
  const role = roles.get(wanted.role);
  if (!role)
    return refuse(
      'people.no-role',
      { role: wanted.role },
      { fields: [{ path: 'role', message: '没有这个角色' }] },
    );
  const { scope } = wanted;
  if (scope !== '' && !tree.regions.has(scope) && !tree.organisations.has(scope))
    refuse('people.no-scope', { scope }, { fields: [{ path: 'scope', message: '没有这个范围' }] });
  if (role.scope === 'tenant' && !tree.isWhole(scope)) refuse('people.whole-only', { role: role.title });
}
