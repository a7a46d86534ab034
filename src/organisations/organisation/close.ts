import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { effectiveOn } from '../dates.ts';
import { On } from '../fields.ts';
import { belowIt, refuseUnlessEmpty } from './below.ts';
import { organisation } from './organisation.ts';

/** 撤销单位 — without a successor; only when nothing hangs on it any more. */
export const closeOrganisation = action(organisation, {
  name: 'close',
  title: '撤销单位',
  may: { 'organisations.keeper': 'region' },
  from: ['active'],
  to: ['closed'],
  input: Type.Object({ on: Type.Optional(On('撤销日期')) }),
  needs: belowIt,
  decide({ organisation: mine, children, sites, windows, input, now }) {
    refuseUnlessEmpty(mine.name, { children, sites, windows });
    return { state: 'closed', endedOn: effectiveOn(input.on, mine.establishedOn, now) };
  },
});
