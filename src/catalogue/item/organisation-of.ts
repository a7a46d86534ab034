import type { OrganisationNode, OrganisationTree } from '#organisations/index.ts';

const known = new WeakMap<OrganisationTree, ReadonlyMap<string, string>>();

/** 君山区住房和城乡建设局 and 区住房和城乡建设局 are one: without the place's name and its kind. */
const bare = (name: string, place: string): string => {
  const text = name.trim();
  const own = text.startsWith(place) ? text.slice(place.length) : text;
  return own.replace(/^[区县市](?=.{3})/, '');
};

function namesOf(tree: OrganisationTree): ReadonlyMap<string, string> {
  const before = known.get(tree);
  if (before) return before;
  const place = tree.root?.name ?? '';
  const all = [...tree.organisations.values()].filter(({ isActive }) => isActive);
  const said = (
    name: (each: OrganisationNode) => readonly string[],
  ): readonly (readonly [string, string])[] =>
    all.flatMap((each) => name(each).map((text) => [bare(text, place), each.id] as const));
  // Names of today stand before what something was once called.
  const names = new Map([
    ...said(({ formerNames }) => formerNames),
    ...said(({ shortName }) => [shortName]),
    ...said(({ name }) => [name]),
  ]);
  known.set(tree, names);
  return names;
}

/** The department here that an item's 实施主体 names; null for nobody known. */
export const organisationOf = (tree: OrganisationTree, body: string): string | null =>
  namesOf(tree).get(bare(body, tree.root?.name ?? '')) ?? null;
