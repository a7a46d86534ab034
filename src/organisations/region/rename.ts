import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { effectiveOn } from '../dates.ts';
import { Name, On } from '../fields.ts';
import { region } from './region.ts';

/** 区划更名 — the code stays; the former name is kept with the day it ended. */
export const renameRegion = action(region, {
  name: 'rename',
  title: '区划更名',
  may: { 'organisations.keeper': 'number' },
  from: ['active'],
  to: ['active'],
  input: Type.Object({ name: Name('新名称'), on: Type.Optional(On('更名日期')) }),
  decide({ region: mine, input, now }) {
    const until = effectiveOn(input.on, mine.establishedOn, now);
    return {
      state: 'active',
      name: input.name,
      formerNames: [...mine.formerNames, { name: mine.name, until }],
    };
  },
});
