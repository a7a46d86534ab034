import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { find, made } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { AccountName, Digest, DisplayName, OrganisationId, Password, RoleName, Scope } from '../fields.ts';
import { hashPassword } from '../password/hashing.ts';
import { account } from './account.ts';
import { LINK_LASTS, later } from './link.ts';

/** 预置账号 — the first administrator (with a link) and the demo accounts (with a password), by the program itself. */
export const provisionAccount = birth(account, {
  name: 'provision',
  title: '预置账号',
  hidden: true,
  may: { system: 'anyone' },
  to: ['invited', 'active'],
  input: Type.Object({
    account: AccountName,
    name: DisplayName,
    organisation: Type.Optional(OrganisationId),
    grants: Type.Array(Type.Object({ role: RoleName, scope: Scope })),
    password: Type.Optional(Password('密码')),
    link: Type.Optional(Digest),
    isDemo: Type.Boolean(),
  }),
  needs: {
    taken: find(account, ({ input }: { input: { account: string } }) => ({ number: input.account })),
    hash: made(({ input }: { input: { password?: string | undefined } }) =>
      input.password === undefined ? Promise.resolve(null) : hashPassword(input.password),
    ),
  },
  decide({ input, taken, hash, now }) {
    if (taken) refuse('people.account-taken', { account: input.account });
    return {
      state: hash === null ? 'invited' : 'active',
      number: input.account,
      name: input.name,
      organisation: input.organisation ?? null,
      password: hash,
      passwordSetAt: hash === null ? null : now,
      grants: input.grants.map((each) => ({ ...each, from: dayOf(now), until: null })),
      link: input.link ?? null,
      linkEndsAt: input.link === undefined ? null : later(now, LINK_LASTS),
      isDemo: input.isDemo,
    };
  },
});
