import type { OrganisationNode, OrganisationTree } from '#organisations/index.ts';
import { qualifiedName } from '../unit-name.ts';

/** 湖南省岳阳市: what a full title puts before the division this program serves. */
const ABOVE = /^(?:[\u4e00-\u9fff]{2,8}省)?(?:[\u4e00-\u9fff]{2,8}[市州])?$/;

/** 君山区, and for a town 许市镇, 君山区许市镇: every way to name a region, the shortest first. */
function regionNames(tree: OrganisationTree, code: string): readonly string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = tree.regions.get(code); at && !seen.has(at.code); at = tree.regions.get(at.parent ?? '')) {
    seen.add(at.code);
    names.push(at.name + (names.at(-1) ?? ''));
  }
  return names;
}

function isNamed(tree: OrganisationTree, each: OrganisationNode, unit: string): boolean {
  const own = [each.name, each.shortName, ...each.formerNames];
  if (own.includes(unit)) return true;
  const [shortest = '', ...longer] = regionNames(tree, each.region);
  return [shortest, ...longer].some((region) =>
    own.some((name) => {
      const full = qualifiedName(name, shortest, region);
      return unit.endsWith(full) && ABOVE.test(unit.slice(0, -full.length));
    }),
  );
}

/**
 * The active organisation of a region that a paper names: by its own, short or former name, alone or after the names of
 * its divisions. 云溪区行政审批服务局 is nobody here, and a name that fits two is nobody's either.
 */
export function organisationNamed(
  tree: OrganisationTree,
  region: string,
  unit: string,
): OrganisationNode | undefined {
  const plain = unit.replace(/\s/g, '');
  const all = [...tree.organisations.values()].filter(
    (each) => each.isActive && each.kind !== 'section' && tree.within(region, each.region),
  );
  const fitting = all.filter((each) => isNamed(tree, each, plain));
  return fitting.length === 1 ? fitting[0] : undefined;
}
