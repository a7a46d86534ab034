import { fromHeld, type Need } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationTree } from './held-tree.ts';
import type { OrganisationNode, OrganisationTree, RegionNode } from './tree.ts';
import './refusals.ts';

type Asking<F extends string> = { readonly input: { readonly [K in F]: string } };
type MayAsk<F extends string> = { readonly input: { readonly [K in F]?: string | undefined } };

const faultAt = (path: string, message: string) => ({ fields: [{ path, message }] });

/** The active organisation with this id, or the refusal at the field that named it. */
function getOrganisation(tree: OrganisationTree, id: string, field: string): OrganisationNode {
  const found = tree.organisations.get(id);
  return found?.isActive
    ? found
    : refuse('organisations.no-organisation', {}, faultAt(field, '没有这个单位，或它已撤销'));
}
/** The active region with this code, or the refusal at the field that named it. */
function getRegion(tree: OrganisationTree, code: string, field: string): RegionNode {
  const found = tree.regions.get(code);
  return found?.isActive
    ? found
    : refuse('organisations.no-region', {}, faultAt(field, '没有这个行政区划，或它已撤销'));
}

/** The active organisation named by a field of the input: `needs: { handler: organisationNamed('handler') }`. */
export const organisationNamed = <F extends string>(field: F): Need<Asking<F>, OrganisationNode> =>
  fromHeld(organisationTree, (tree, { input }) => getOrganisation(tree, input[field], field));

/** The same for a field that may be left out: null then. */
export const maybeOrganisationNamed = <F extends string>(
  field: F,
): Need<MayAsk<F>, OrganisationNode | null> =>
  fromHeld(organisationTree, (tree, { input }) => {
    const id = input[field];
    return id === undefined ? null : getOrganisation(tree, id, field);
  });

/** The active region named by a field of the input. */
export const regionNamed = <F extends string>(field: F): Need<Asking<F>, RegionNode> =>
  fromHeld(organisationTree, (tree, { input }) => getRegion(tree, input[field], field));

/** The same for a field that may be left out: null then. */
export const maybeRegionNamed = <F extends string>(field: F): Need<MayAsk<F>, RegionNode | null> =>
  fromHeld(organisationTree, (tree, { input }) => {
    const code = input[field];
    return code === undefined ? null : getRegion(tree, code, field);
  });
