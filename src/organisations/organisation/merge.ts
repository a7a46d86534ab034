import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find, holding, rows } from '#lib/action/need.ts';
import { permit } from '#lib/action/permission.ts';
import { refuse } from '#lib/refusal.ts';
import { effectiveOn } from '../dates.ts';
import { On, Reference } from '../fields.ts';
import { organisationTree } from '../held-tree.ts';
import { organisationNamed } from '../needs.ts';
import { site } from '../site/site.ts';
import { serviceWindow } from '../window/window.ts';
import { belowIt, living } from './below.ts';
import { organisation } from './organisation.ts';

const may = { 'organisations.keeper': 'region' } as const;
type Into = { readonly input: { readonly into: string } };

/**
 * 合并 — an organisation becomes part of another: its sub-units, sites and windows go over in the same moment, and its
 * old records stay in sight of the successor.
 */
export const mergeOrganisation = action(organisation, {
  name: 'merge',
  title: '并入其他单位',
  may,
  from: ['active'],
  to: ['merged'],
  input: Type.Object({
    into: Reference('organisation', '承接单位'),
    on: Type.Optional(On('合并日期')),
  }),
  needs: {
    ...belowIt,
    successor: organisationNamed('into'),
    into: find(organisation, ({ input }: Into) => ({ id: input.into })),
    there: rows(organisation, ({ input }: Into) => ({ parent: input.into, state: 'active' })),
    tree: holding(organisationTree),
  },
  decide({ organisation: mine, children, sites, windows, into, there, tree, input, by, now }) {
    if (into?.state !== 'active') return refuse('organisations.no-organisation');
    if (tree.within(mine.id, into.id)) refuse('organisations.own-successor');
    if (permit(may, by, into, tree) !== 'allowed') refuse('organisations.outside-scope', { name: into.name });
    const twin = children.find((child) => there.some((each) => each.name === child.name));
    if (twin) refuse('organisations.name-taken', { name: twin.name });
    const below = living({ children, sites, windows });
    return [
      { state: 'merged', endedOn: effectiveOn(input.on, mine.establishedOn, now), successor: into.id },
      change(organisation, into, {}),
      ...below.children.map((each) => change(organisation, each, { parent: into.id })),
      ...below.sites.map((each) => change(site, each, { organisation: into.id })),
      ...below.windows.map((each) => change(serviceWindow, each, { organisation: into.id })),
    ];
  },
});
