import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { holding, made } from '#lib/action/need.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { MS_PER_DAY } from '#lib/time.ts';
import { organisationTree } from '#organisations/index.ts';
import { later } from '../account/link.ts';
import { Digest, RoleName, Scope } from '../fields.ts';
import { checkGrant, holds } from '../grants.ts';
import { declaredRoles, SELF, type Roles as KnownRoles } from '../roles.ts';
import { token } from './token.ts';

export const Roles = Type.Array(RoleName, { title: '角色', minItems: 1, maxItems: 20, uniqueItems: true });
export const Days = Type.Integer({ title: '有效天数', minimum: 1, maximum: 366 });
export const Purpose = Type.String({ title: '用途', minLength: 2, maxLength: 60 });

/** 签发令牌 — roles within one scope, never beyond what the issuer holds. Only the token's digest comes here. */
export const issueAction = birth(token, {
  name: 'issue',
  title: '签发令牌',
  hidden: true,
  may: { [SELF]: 'account' },
  to: ['active'],
  input: Type.Object({ name: Purpose, roles: Roles, scope: Scope, days: Days, digest: Digest }),
  needs: {
    tree: holding(organisationTree),
    known: made<unknown, KnownRoles>(() => Promise.resolve(declaredRoles())),
  },
  decide({ input, tree, known, by, now }) {
    const { name, roles, scope, days, digest } = input;
    for (const role of roles) {
      checkGrant({ role, scope }, known, tree);
      if (!holds(by.grants, { role, scope }, tree)) refuse('people.beyond-own');
    }
    const account = by.id === SYSTEM.id ? null : by.id;
    return { state: 'active', name, account, digest, roles, scope, expiresAt: later(now, days * MS_PER_DAY) };
  },
});
