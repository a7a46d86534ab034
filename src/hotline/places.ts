import { fromHeld, type Need } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import {
  organisationTree,
  regionsCalled,
  unclearPlace,
  type OrganisationTree,
  type RegionNode,
} from '#organisations/index.ts';

/** The active place meant by a code or a name, or the refusal at its field. Names that several share are refused. */
export function placeNamed(tree: OrganisationTree, said: string): RegionNode {
  const meant = regionsCalled(tree, said);
  if (meant.length === 1) return meant[0]!;
  const message = unclearPlace(said, meant);
  return refuse(
    'hotline.no-place',
    { place: said.normalize('NFKC').trim() },
    { fields: [{ path: 'place', message }] },
  );
}

type Asking = { readonly input: { readonly place: string } };
/** `needs: { place: placeOf }` gives the division named in the input. */
export const placeOf: Need<Asking, RegionNode> = fromHeld(organisationTree, (tree, { input }: Asking) =>
  placeNamed(tree, input.place),
);
