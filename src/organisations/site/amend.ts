import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { Name, Phone } from '../fields.ts';
import { Address, Area, OpeningHours } from './fields.ts';
import { site } from './site.ts';

/** 更正场所资料 — name, address, hours; what is left out stays as it is. */
export const amendSite = action(site, {
  name: 'amend',
  title: '更正场所资料',
  may: { 'organisations.keeper': 'region', 'organisations.hall-manager': 'region' },
  from: ['open', 'suspended'],
  to: ['open', 'suspended'],
  input: Type.Object({
    name: Type.Optional(Name('名称')),
    address: Type.Optional(Address),
    phone: Type.Optional(Phone),
    openingHours: Type.Optional(OpeningHours),
    areaSquareMetres: Type.Optional(Area),
  }),
  needs: {
    named: rows(
      site,
      ({ row, input }: { row: { region: string; name: string }; input: { name?: string | undefined } }) => ({
        region: row.region,
        name: input.name ?? row.name,
      }),
    ),
  },
  decide({ site: mine, input, named }) {
    if (named.some((each) => each.id !== mine.id && each.state !== 'closed'))
      refuse('organisations.name-taken', { name: input.name ?? mine.name });
    return { state: mine.state, ...input };
  },
});
