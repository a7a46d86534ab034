import { fromHeld, type Need } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import {
  organisationTree,
  REGION_KINDS,
  regionsCalled,
  unclearPlace,
  type RegionNode,
} from '#organisations/index.ts';
import type { StandLevel } from '../words.ts';

type Placed = { readonly input: { readonly place: string } };
/** `needs: { place: standingAt }` gives the division the applicant stands in, by its code or its own name. */
export const standingAt: Need<Placed, RegionNode> = fromHeld(organisationTree, (tree, { input }: Placed) => {
  const meant = regionsCalled(tree, input.place);
  if (meant.length === 1) return meant[0]!;
  const message = unclearPlace(input.place, meant);
  return refuse('organisations.no-region', {}, { fields: [{ path: 'place', message }] });
});

/** 受理层级 of a division: village and town counters are theirs, everything above is the district’s hall. */
export const levelOf = ({ kind }: RegionNode): StandLevel => {
  const { level } = REGION_KINDS[kind];
  return level === 'town' || level === 'village' ? level : 'district';
};
