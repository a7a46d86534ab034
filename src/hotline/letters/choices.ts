import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { organisationTree, type OrganisationTree, type RegionNode } from '#organisations/index.ts';
import { heldTopics, type Topics } from '../topics/held-topics.ts';

interface Choice {
  readonly value: string;
  readonly title: string;
}
/** A town with its villages, itself first for whoever cannot say which village. */
interface Town {
  readonly title: string;
  readonly options: readonly Choice[];
}
/** What a letter's form offers: the first level of topics, and places down to the village, by town. */
export interface LetterChoices {
  readonly topics: readonly Choice[];
  readonly places: readonly (Town | Choice)[];
}

function townOf(tree: OrganisationTree, town: RegionNode): Town | Choice {
  const villages = childrenOf(tree, town.code);
  const own = { value: town.code, title: town.name };
  if (villages.length === 0) return own;
  return {
    title: town.name,
    options: [
      { ...own, title: `${town.name}（不在下列村、社区，或说不清）` },
      ...villages.map(({ code, name }) => ({ value: code, title: `${town.name} ${name}` })),
    ],
  };
}
const childrenOf = (tree: OrganisationTree, code: string | undefined): readonly RegionNode[] =>
  [...tree.regions.values()]
    .filter((each) => each.isActive && each.parent === code)
    .sort((a, b) => a.code.localeCompare(b.code));

export function letterChoices(app: Pick<App, 'held'>): LetterChoices {
  const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const { paths } = app.held.value(heldTopics as Held<unknown>) as Topics;
  const { root } = tree;
  return {
    topics: [...paths].filter((path) => !path.includes('/')).map((path) => ({ value: path, title: path })),
    places: [
      ...childrenOf(tree, root?.code).map((town) => townOf(tree, town)),
      ...(root ? [{ value: root.code, title: `${root.name}（说不清哪个镇、街道）` }] : []),
    ],
  };
}
