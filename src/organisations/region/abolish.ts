import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { holding, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { effectiveOn } from '../dates.ts';
import { On, RegionCode } from '../fields.ts';
import { organisationTree } from '../held-tree.ts';
import { maybeRegionNamed } from '../needs.ts';
import { organisation } from '../organisation/organisation.ts';
import { site } from '../site/site.ts';
import { region } from './region.ts';

/**
 * 撤销区划 — ends a division, usually merged into a neighbour (合村并居). Old records keep its code and stay in sight
 * of whoever looks after the successor.
 */
export const abolishRegion = action(region, {
  name: 'abolish',
  title: '撤销区划',
  may: { 'organisations.keeper': 'number' },
  from: ['active'],
  to: ['abolished'],
  input: Type.Object({
    successor: Type.Optional(RegionCode('并入区划')),
    on: Type.Optional(On('撤销日期')),
  }),
  needs: {
    successor: maybeRegionNamed('successor'),
    tree: holding(organisationTree),
    below: rows(region, ({ row }: { row: { number: string } }) => ({ parent: row.number, state: 'active' })),
    housed: rows(organisation, ({ row }: { row: { number: string } }) => ({
      region: row.number,
      state: 'active',
    })),
    sites: rows(site, ({ row }: { row: { number: string } }) => ({ region: row.number })),
  },
  decide({ region: mine, successor, tree, below, housed, sites, input, now }) {
    const { name } = mine;
    const on = effectiveOn(input.on, mine.establishedOn, now);
    if (successor && tree.within(mine.number, successor.code)) refuse('organisations.own-successor');
    if (below.length > 0) refuse('organisations.not-empty', { name, what: `${below.length} 个下级区划` });
    if (housed.length > 0) refuse('organisations.not-empty', { name, what: `${housed.length} 个单位` });
    if (sites.some((each) => each.state !== 'closed'))
      refuse('organisations.not-empty', { name, what: '未关闭的办事场所' });
    return { state: 'abolished', abolishedOn: on, successor: successor?.code ?? null };
  },
});
