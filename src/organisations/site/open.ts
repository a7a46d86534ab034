import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { birth } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { beganOn } from '../dates.ts';
import { Name, On, Phone, Reference, RegionCode } from '../fields.ts';
import { organisationNamed, regionNamed } from '../needs.ts';
import { Address, Area, OpeningHours } from './fields.ts';
import { SITE_KINDS, site } from './site.ts';

/** 启用场所. */
export const openSite = birth(site, {
  name: 'open',
  title: '启用办事场所',
  may: { 'organisations.keeper': 'region' },
  to: ['open'],
  input: Type.Object({
    name: Name('名称'),
    kind: oneOf(SITE_KINDS, '类别'),
    organisation: Reference('organisation', '管理单位'),
    region: RegionCode('所在区划'),
    address: Type.Optional(Address),
    phone: Type.Optional(Phone),
    openingHours: Type.Optional(OpeningHours),
    areaSquareMetres: Type.Optional(Area),
    on: Type.Optional(On('启用日期（不详可空）')),
  }),
  needs: {
    keeper: organisationNamed('organisation'),
    place: regionNamed('region'),
    named: rows(site, ({ input }: { input: { region: string; name: string } }) => ({
      region: input.region,
      name: input.name,
    })),
  },
  decide({ input: { on, ...given }, keeper, place, named, now }) {
    if (named.some((each) => each.state !== 'closed'))
      refuse('organisations.name-taken', { name: given.name });
    return {
      state: 'open',
      address: null,
      phone: null,
      openingHours: null,
      areaSquareMetres: null,
      ...given,
      organisation: keeper.id,
      region: place.code,
      openedOn: beganOn(on, now),
    };
  },
});
