import { held } from '#lib/action/need.ts';
import type { Reader } from '#lib/db/reader.ts';
import type { FormerName } from './dates.ts';
import { buildTree, type OrganisationNode, type OrganisationTree, type RegionNode } from './tree.ts';

/** The tree as the database has it now. */
export async function loadTree(db: Reader): Promise<OrganisationTree> {
  const regions = await db
    .selectFrom('region')
    .select(['number', 'name', 'kind', 'parent', 'successor', 'state'])
    .orderBy('number')
    .execute();
  const organisations = await db
    .selectFrom('organisation')
    .select([
      'id',
      'number',
      'name',
      'shortName',
      'formerNames',
      'kind',
      'region',
      'parent',
      'successor',
      'remit',
      'state',
    ])
    .orderBy('id')
    .execute();
  return buildTree(
    regions.map(
      ({ number, state, ...rest }) => ({ ...rest, code: number, isActive: state === 'active' }) as RegionNode,
    ),
    organisations.map(
      ({ state, formerNames, ...rest }) =>
        ({
          ...rest,
          formerNames: (formerNames as unknown as readonly FormerName[]).map((each) => each.name),
          isActive: state === 'active',
        }) as unknown as OrganisationNode,
    ),
  );
}

/** Regions and organisations, in memory of every process. */
export const organisationTree = held<OrganisationTree>({
  name: 'organisation-tree',
  load: loadTree,
  reloadOn: ['region', 'organisation'],
});
