import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { holding } from '#lib/action/need.ts';
import { permit } from '#lib/action/permission.ts';
import { refuse } from '#lib/refusal.ts';
import { maybeOrganisationNamed, organisationTree } from '#organisations/index.ts';
import { DisplayName, OrganisationId, Phone } from '../fields.ts';
import { account, MAY } from './account.ts';

/** 修改资料 — what is left out stays. Moving a person needs both organisations in one's scope. */
export const amendAccount = action(account, {
  name: 'amend',
  title: '修改账号资料',
  may: MAY,
  from: ['invited', 'active', 'locked', 'disabled'],
  to: ['invited', 'active', 'locked', 'disabled'],
  input: Type.Object({
    name: Type.Optional(DisplayName),
    phone: Type.Optional(Phone),
    organisation: Type.Optional(OrganisationId),
  }),
  needs: { office: maybeOrganisationNamed('organisation'), tree: holding(organisationTree) },
  decide({ account: mine, input, office, tree, by }) {
    if (office && permit(MAY, by, { organisation: office.id }, tree) !== 'allowed')
      refuse('people.beyond-own');
    return {
      state: mine.state,
      name: input.name ?? mine.name,
      phone: input.phone === undefined ? mine.phone : { plain: input.phone },
      organisation: office?.id ?? mine.organisation,
    };
  },
});
