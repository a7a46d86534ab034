import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { holding, made, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { organisationTree } from '#organisations/index.ts';
import { RoleName, Scope, Until } from '../fields.ts';
import { checkGrant, holds } from '../grants.ts';
import { declaredRoles, type Roles } from '../roles.ts';
import { account, MAY } from './account.ts';
import { refuseLast, refuseOwn } from './administrators.ts';

const roles = made<unknown, Roles>(() => Promise.resolve(declaredRoles()));
const active = rows<unknown, typeof account>(account, () => ({ state: 'active' }));

/**
 * 授权 — a role within a scope, for ever or until a day. An administrator gives any role, but only within the scope
 * they administer, and nobody gives to themselves.
 */
export const grantRole = action(account, {
  name: 'grant',
  title: '授予角色',
  may: MAY,
  from: ['invited', 'active', 'locked'],
  to: ['invited', 'active', 'locked'],
  input: Type.Object({ role: RoleName, scope: Type.Optional(Scope), until: Type.Optional(Until) }),
  needs: { tree: holding(organisationTree), roles },
  decide({ account: mine, input, tree, roles: all, by, now }) {
    const wanted = { role: input.role, scope: input.scope ?? '' };
    refuseOwn(mine, by, '授予角色');
    checkGrant(wanted, all, tree);
    if (!holds(by.grants, { role: 'people.administrator', scope: wanted.scope }, tree))
      refuse('people.beyond-own');
    const others = mine.grants.filter((each) => each.role !== wanted.role || each.scope !== wanted.scope);
    return {
      state: mine.state,
      grants: [...others, { ...wanted, from: dayOf(now), until: input.until ?? null }],
    };
  },
});

/** 撤销授权 — takes effect at once, also for the tokens that came from it. */
export const revokeRole = action(account, {
  name: 'revoke',
  title: '撤销角色',
  may: MAY,
  from: ['invited', 'active', 'locked', 'disabled'],
  to: ['invited', 'active', 'locked', 'disabled'],
  input: Type.Object({ role: RoleName, scope: Type.Optional(Scope) }),
  needs: { active, tree: holding(organisationTree) },
  decide({ account: mine, input, active, tree, by }) {
    const scope = input.scope ?? '';
    if (!holds(by.grants, { role: 'people.administrator', scope }, tree)) refuse('people.beyond-own');
    const left = mine.grants.filter((each) => each.role !== input.role || each.scope !== scope);
    if (left.length === mine.grants.length) refuse('people.not-granted');
    if (input.role === 'people.administrator') refuseLast(mine, active, tree);
    return { state: mine.state, grants: left };
  },
});
