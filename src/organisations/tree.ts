import type { ScopeTree } from '#lib/action/person.ts';
import type { OrganisationKind } from './organisation/organisation.ts';
import type { RegionKind } from './region/region.ts';

export interface RegionNode {
  readonly code: string;
  readonly name: string;
  readonly kind: RegionKind;
  readonly parent: string | null;
  readonly successor: string | null;
  readonly isActive: boolean;
}
export interface OrganisationNode {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly shortName: string;
  readonly formerNames: readonly string[];
  readonly kind: OrganisationKind;
  readonly region: string;
  readonly parent: string | null;
  readonly successor: string | null;
  readonly remit: readonly string[];
  readonly isActive: boolean;
}

/**
 * Regions and organisations as one order of scopes. An organisation lies below its parent *and* below its region, and
 * what has ended lies below its successor, so that old records stay in sight of those who took over.
 */
export interface OrganisationTree extends ScopeTree {
  readonly regions: ReadonlyMap<string, RegionNode>;
  readonly organisations: ReadonlyMap<string, OrganisationNode>;
  /** The division the tenant stands for: the one without a parent; null before the first is established. */
  readonly root: RegionNode | null;
  /** Whether the scope is that of the whole tenant. */
  readonly isWhole: (scope: string) => boolean;
  /** What a scope value is called; the value itself when unknown. */
  readonly nameOf: (scope: string) => string;
}

type Edges = ReadonlyMap<string, readonly string[]>;

function upward(regions: readonly RegionNode[], organisations: readonly OrganisationNode[]): Edges {
  const edges = new Map<string, readonly string[]>();
  const known = (values: readonly (string | null)[]): readonly string[] =>
    values.filter((value) => value !== null);
  for (const each of regions) edges.set(each.code, known([each.parent, each.successor]));
  for (const each of organisations) edges.set(each.id, known([each.parent, each.region, each.successor]));
  return edges;
}

/** Everything a value lies within, itself included. A circle (two moves at once could make one) ends where it began. */
function ancestors(value: string, edges: Edges): ReadonlySet<string> {
  const seen = new Set([value]);
  for (const each of seen) for (const above of edges.get(each) ?? []) seen.add(above);
  return seen;
}

/** The tree over these rows; `within` and `below` answer from sets made once. */
export function buildTree(
  regions: readonly RegionNode[],
  organisations: readonly OrganisationNode[],
): OrganisationTree {
  const edges = upward(regions, organisations);
  const above = new Map<string, ReadonlySet<string>>();
  const below = new Map<string, string[]>();
  for (const value of edges.keys()) {
    const all = ancestors(value, edges);
    above.set(value, all);
    for (const scope of all) {
      const under = below.get(scope);
      if (under) under.push(value);
      else below.set(scope, [value]);
    }
  }
  const byCode = new Map(regions.map((each) => [each.code, each]));
  const byId = new Map(organisations.map((each) => [each.id, each]));
  const root = regions.find((each) => each.parent === null && each.isActive) ?? null;
  return {
    regions: byCode,
    organisations: byId,
    root,
    isWhole: (scope) => scope === '' || scope === root?.code,
    nameOf: (scope) => (scope === '' ? '全部' : (byCode.get(scope)?.name ?? byId.get(scope)?.name ?? scope)),
    // A value that is no node (a person's id) still lies within itself.
    within: (scope, value) => scope === value || (above.get(value)?.has(scope) ?? false),
    below: (scope) => below.get(scope) ?? [scope],
  };
}
