import { Type } from 'typebox';
import { view } from '#lib/view.ts';
import { loadTree } from '../held-tree.ts';
import type { OrganisationNode, OrganisationTree, RegionNode } from '../tree.ts';

/** A place in the tree; `value` is a scope: a region's code or an organisation's id. */
interface Branch {
  readonly value: string;
  readonly name: string;
  readonly kind: string;
  readonly children: readonly Branch[];
}

function branches(tree: OrganisationTree): readonly Branch[] {
  const regions = Map.groupBy(
    [...tree.regions.values()].filter((each) => each.isActive),
    (each) => each.parent,
  );
  // Grouped by parent or else region; a section in a town still hangs on its bureau.
  const organisations = Map.groupBy(
    [...tree.organisations.values()].filter((each) => each.isActive),
    (each) => each.parent ?? each.region,
  );
  const ofOrganisation = (each: OrganisationNode): Branch => ({
    value: each.id,
    name: each.name,
    kind: each.kind,
    children: (organisations.get(each.id) ?? []).map(ofOrganisation),
  });
  const ofRegion = (each: RegionNode): Branch => ({
    value: each.code,
    name: each.name,
    kind: each.kind,
    children: [
      ...(organisations.get(each.code) ?? []).map(ofOrganisation),
      ...(regions.get(each.code) ?? []).map(ofRegion),
    ],
  });
  return (regions.get(null) ?? []).map(ofRegion);
}

/** 区划与单位树 — nested, active ones only: `[{ value, name, kind, children }]`. */
export const treeView = view({
  name: 'organisation-tree',
  title: '区划与单位树',
  path: '/organisation-tree',
  may: 'signed-in',
  query: Type.Object({}),
  read: async ({ db }) => branches(await loadTree(db)),
});
