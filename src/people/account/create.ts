import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { maybeOrganisationNamed } from '#organisations/index.ts';
import { AccountName, DisplayName, OrganisationId, Phone } from '../fields.ts';
import { account, MAY } from './account.ts';

/** 开户 — an account without password or roles; its holder gets a link, an administrator grants. */
export const createAccount = birth(account, {
  name: 'create',
  title: '新建账号',
  may: MAY,
  to: ['invited'],
  input: Type.Object({
    account: AccountName,
    name: DisplayName,
    phone: Type.Optional(Phone),
    organisation: Type.Optional(OrganisationId),
  }),
  needs: {
    office: maybeOrganisationNamed('organisation'),
    taken: find(account, ({ input }: { input: { account: string } }) => ({ number: input.account })),
  },
  decide({ input, office, taken }) {
    if (taken) refuse('people.account-taken', { account: input.account });
    return {
      state: 'invited',
      number: input.account,
      name: input.name,
      phone: input.phone === undefined ? null : { plain: input.phone },
      organisation: office?.id ?? null,
      grants: [],
      isDemo: false,
    };
  },
});
