import { fromHeld, type Need } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import {
  organisationTree,
  REGION_KINDS,
  shortRegionCode,
  type OrganisationNode,
  type OrganisationTree,
  type RegionNode,
} from '#organisations/index.ts';
import type { StandLevel } from '../words.ts';

type Placed = { readonly input: { readonly place: string } };
/** `needs: { place: standingAt }` gives the division the applicant stands in, by its code or its own name. */
export const standingAt: Need<Placed, RegionNode> = fromHeld(organisationTree, (tree, { input }: Placed) => {
  const said = input.place.normalize('NFKC').trim();
  const byCode = tree.regions.get(said) ?? tree.regions.get(shortRegionCode(said));
  const named = byCode ? [byCode] : [...tree.regions.values()].filter((each) => each.name === said);
  const active = named.filter((each) => each.isActive);
  if (active.length === 1) return active[0]!;
  const message =
    active.length > 1
      ? `有 ${active.length} 个地方叫“${said}”，请填写代码`
      : '没有这个行政区划，或它已撤销；请填写区划代码或名称';
  return refuse('organisations.no-region', {}, { fields: [{ path: 'place', message }] });
});

/** 受理层级 of a division: village and town counters are theirs, everything above is the district’s hall. */
export const levelOf = ({ kind }: RegionNode): StandLevel => {
  const { level } = REGION_KINDS[kind];
  return level === 'town' || level === 'village' ? level : 'district';
};

const isCalled = (unit: OrganisationNode, name: string): boolean =>
  unit.name === name || unit.shortName === name || unit.formerNames.includes(name);

/** The active organisation called so, or nothing. */
export const unitCalled = (tree: OrganisationTree, name: string): OrganisationNode | undefined =>
  [...tree.organisations.values()].find((unit) => unit.isActive && isCalled(unit, name.trim()));
