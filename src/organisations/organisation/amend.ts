import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Name, Phone } from '../fields.ts';
import { CreditCode, refuseWrongCode } from './credit-code.ts';
import { organisation } from './organisation.ts';

/** 更正资料 — what is left out stays as it is. */
export const amendOrganisation = action(organisation, {
  name: 'amend',
  title: '更正资料',
  may: { 'organisations.keeper': 'region' },
  from: ['active'],
  to: ['active'],
  input: Type.Object({
    shortName: Type.Optional(Name('简称', 20)),
    creditCode: Type.Optional(CreditCode),
    phone: Type.Optional(Phone),
  }),
  decide({ input }) {
    refuseWrongCode(input.creditCode);
    return { state: 'active', ...input };
  },
});
