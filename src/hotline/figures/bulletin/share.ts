import { sight } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { workOrder } from '../../order/work-order.ts';

const MOST_NAMED = 3;

/**
 * Whose part of the whole a person's bulletin shows: `区水利局` for its handler, `区水利局等 5 个单位` for one of many, null for
 * whoever sees all. A paper of one unit must not look like that of the district.
 */
export function findShare(by: Person, tree: OrganisationTree): string | null {
  if (sight(workOrder.see, by, tree) === 'all') return null;
  const held = by.grants
    .filter(({ role }) => role === '*' || Object.hasOwn(workOrder.see, role))
    .map(({ scope }) => scope);
  const scopes = [...new Set(held)].filter(
    (scope) => !held.some((other) => other !== scope && tree.within(other, scope)),
  );
  const names = scopes.map((scope) => tree.nameOf(scope)).sort((a, b) => a.localeCompare(b, 'zh-CN'));
  if (names.length <= MOST_NAMED) return names.join('、');
  return `${names.slice(0, MOST_NAMED).join('、')}等 ${names.length} 处`;
}
