import { refuse } from '#lib/refusal.ts';
import type { Person } from '#lib/action/person.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { holds } from '../grants.ts';
import type { Account } from './account.ts';

const ADMINISTRATOR = 'people.administrator';

/** Four eyes: nobody grants to, locks or disables the own account. */
export function refuseOwn(mine: Account, by: Person, title: string): void {
  if (mine.id === by.id) refuse('people.own-account', { title });
}

/** Somebody must remain who can let others in: an active account that administers everything. */
export function refuseLast(mine: Account, active: readonly Account[], tree: OrganisationTree): void {
  const administers = (each: Account): boolean =>
    each.grants.some(
      (grant) => grant.role === ADMINISTRATOR && tree.isWhole(grant.scope) && grant.until === null,
    );
  if (administers(mine) && !active.some((each) => each.id !== mine.id && administers(each)))
    refuse('people.last-administrator');
}

/** Who could sign in as somebody through a new link must administer everything that somebody may do. */
export function refuseBeyond(mine: Account, by: Person, tree: OrganisationTree): void {
  if (!mine.grants.every(({ scope }) => holds(by.grants, { role: ADMINISTRATOR, scope }, tree)))
    refuse('people.beyond-own');
}
