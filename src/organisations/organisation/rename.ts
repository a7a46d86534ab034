import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { effectiveOn } from '../dates.ts';
import { Name, On } from '../fields.ts';
import { organisation } from './organisation.ts';
import { refuseTakenName } from './siblings.ts';

/** 单位更名 — the former name is kept with the day it ended, so that old papers can still be matched. */
export const renameOrganisation = action(organisation, {
  name: 'rename',
  title: '单位更名',
  may: { 'organisations.keeper': 'region' },
  from: ['active'],
  to: ['active'],
  input: Type.Object({
    name: Name('新名称'),
    shortName: Type.Optional(Name('新简称', 20)),
    on: Type.Optional(On('更名日期')),
  }),
  needs: {
    named: rows(organisation, ({ row, input }: { row: { region: string }; input: { name: string } }) => ({
      region: row.region,
      name: input.name,
      state: 'active',
    })),
  },
  decide({ organisation: mine, input, named, now }) {
    refuseTakenName(input.name, mine.parent, named, mine.id);
    const until = effectiveOn(input.on, mine.establishedOn, now);
    return {
      state: 'active',
      name: input.name,
      shortName: input.shortName ?? input.name,
      formerNames: [...mine.formerNames, { name: mine.name, until }],
    };
  },
});
