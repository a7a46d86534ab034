import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find, holding, rows } from '#lib/action/need.ts';
import { permit } from '#lib/action/permission.ts';
import { refuse } from '#lib/refusal.ts';
import { effectiveOn } from '../dates.ts';
import { On, Reference, RegionCode } from '../fields.ts';
import { organisationTree } from '../held-tree.ts';
import { maybeOrganisationNamed, regionNamed } from '../needs.ts';
import { organisation } from './organisation.ts';
import { refuseTakenName } from './siblings.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const may = { 'organisations.keeper': 'region' } as const;

/**
 * 调整隶属 — puts an organisation below another, or directly into a region. Whoever moves it must be in charge of both
 * places; nothing may come to lie below itself.
 */
export const moveOrganisation = action(organisation, {
  name: 'move',
  title: '调整隶属',
  may,
  from: ['active'],
  to: ['active'],
  input: Type.Object({
    region: RegionCode('所在区划'),
    parent: Type.Optional(Reference('organisation', '上级单位（直属区划时不填）')),
    on: Type.Optional(On('调整日期')),
  }),
  needs: {
    place: regionNamed('region'),
    above: maybeOrganisationNamed('parent'),
    tree: holding(organisationTree),
    parent: find(organisation, ({ input }: { input: { parent?: string | undefined } }) => ({
      id: input.parent ?? NOBODY,
    })),
    named: rows(organisation, ({ row, input }: { row: { name: string }; input: { region: string } }) => ({
      region: input.region,
      name: row.name,
      state: 'active',
    })),
  },
  decide({ organisation: mine, place, parent, tree, named, input, by, now }) {
    effectiveOn(input.on, mine.establishedOn, now);
    if (permit(may, by, { region: place.code }, tree) !== 'allowed')
      refuse('organisations.outside-scope', { name: place.name });
    if (parent && tree.within(mine.id, parent.id))
      refuse('organisations.circle', { parent: parent.name, name: mine.name });
    refuseTakenName(mine.name, parent?.id ?? null, named, mine.id);
    return [
      { state: 'active', region: place.code, parent: parent?.id ?? null },
      ...(parent ? [change(organisation, parent, {})] : []),
    ];
  },
});
