import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { effectiveOn } from '../dates.ts';
import { On, Reason } from '../fields.ts';
import { serviceWindow } from '../window/window.ts';
import { site } from './site.ts';

/** 关闭场所 — for good, together with its windows. */
export const closeSite = action(site, {
  name: 'close',
  title: '关闭办事场所',
  may: { 'organisations.keeper': 'region' },
  from: ['open', 'suspended'],
  to: ['closed'],
  input: Type.Object({ reason: Reason, on: Type.Optional(On('关闭日期')) }),
  needs: {
    windows: rows(serviceWindow, ({ row }: { row: { id: string } }) => ({ site: row.id })),
  },
  decide({ site: mine, windows, input, now }) {
    const closedOn = effectiveOn(input.on, mine.openedOn, now);
    const left = windows.filter((each) => each.state !== 'closed');
    return [
      { state: 'closed', closedOn, closedBecause: input.reason },
      ...left.map((each) => change(serviceWindow, each, { state: 'closed' })),
    ];
  },
});
