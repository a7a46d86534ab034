import { refuse } from '#lib/refusal.ts';
import type { Organisation } from './organisation.ts';

/** Refuses a name that another active organisation already has under the same parent in the same region. */
export function refuseTakenName(
  name: string,
  parent: string | null,
  named: readonly Organisation[],
  own?: string,
): void {
  if (named.some((each) => each.parent === parent && each.id !== own))
    refuse('organisations.name-taken', { name }, { fields: [{ path: 'name', message: '名称已被使用' }] });
}
