import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { birth, change } from '#lib/action/action.ts';
import { find, rows } from '#lib/action/need.ts';
import { beganOn } from '../dates.ts';
import { Name, On, Phone, Reference, RegionCode, Remit } from '../fields.ts';
import { maybeOrganisationNamed, regionNamed } from '../needs.ts';
import { CreditCode, refuseWrongCode } from './credit-code.ts';
import { ORGANISATION_KINDS, organisation } from './organisation.ts';
import { refuseTakenName } from './siblings.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** 设立单位. The parent's version is guarded, so that it cannot be closed in the same moment. */
export const establishOrganisation = birth(organisation, {
  name: 'establish',
  title: '设立单位',
  may: { 'organisations.keeper': 'region' },
  to: ['active'],
  input: Type.Object({
    name: Name('名称'),
    shortName: Type.Optional(Name('简称', 20)),
    kind: oneOf(ORGANISATION_KINDS, '类别'),
    region: RegionCode('所在区划'),
    parent: Type.Optional(Reference('organisation', '上级单位')),
    creditCode: Type.Optional(CreditCode),
    remit: Type.Optional(Remit),
    phone: Type.Optional(Phone),
    on: Type.Optional(On('设立日期（不详可空）')),
  }),
  needs: {
    place: regionNamed('region'),
    above: maybeOrganisationNamed('parent'),
    parent: find(organisation, ({ input }: { input: { parent?: string | undefined } }) => ({
      id: input.parent ?? NOBODY,
    })),
    named: rows(organisation, ({ input }: { input: { region: string; name: string } }) => ({
      region: input.region,
      name: input.name,
      state: 'active',
    })),
  },
  decide({ input, place, parent, named, now }) {
    refuseWrongCode(input.creditCode);
    refuseTakenName(input.name, parent?.id ?? null, named);
    return [
      {
        state: 'active',
        name: input.name,
        shortName: input.shortName ?? input.name,
        kind: input.kind,
        creditCode: input.creditCode ?? null,
        region: place.code,
        parent: parent?.id ?? null,
        remit: input.remit ?? [],
        phone: input.phone ?? null,
        establishedOn: beganOn(input.on, now),
        formerNames: [],
      },
      ...(parent ? [change(organisation, parent, {})] : []),
    ];
  },
});
