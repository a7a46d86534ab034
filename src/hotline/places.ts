import { fromHeld, type Need } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import {
  organisationTree,
  shortRegionCode,
  type OrganisationTree,
  type RegionNode,
} from '#organisations/index.ts';

/** The active place meant by a code or a name, or the refusal at its field. Names that several share are refused. */
export function placeNamed(tree: OrganisationTree, said: string): RegionNode {
  const text = said.normalize('NFKC').trim();
  const byCode = tree.regions.get(text) ?? tree.regions.get(shortRegionCode(text));
  const named = byCode
    ? [byCode]
    : [...tree.regions.values()].filter((each) => each.name === text && each.isActive);
  if (named.length === 1 && named[0]!.isActive) return named[0]!;
  const message =
    named.length > 1
      ? `有 ${named.length} 个地方叫“${text}”，请填写代码：${named.map((each) => each.code).join('、')}`
      : '没有这个行政区划，或它已撤销；请填写本区的区划代码或名称';
  return refuse('hotline.no-place', { place: text }, { fields: [{ path: 'place', message }] });
}

type Asking = { readonly input: { readonly place: string } };
/** `needs: { place: placeOf }` gives the division named in the input. */
export const placeOf: Need<Asking, RegionNode> = fromHeld(organisationTree, (tree, { input }: Asking) =>
  placeNamed(tree, input.place),
);
