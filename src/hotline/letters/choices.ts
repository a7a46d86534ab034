import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { heldTopics, type Topics } from '../topics/held-topics.ts';

interface Choice {
  readonly value: string;
  readonly title: string;
}
/** What a letter's form offers: the first level of topics and the towns. Finer things are the dispatcher's to find. */
export interface LetterChoices {
  readonly topics: readonly Choice[];
  readonly places: readonly Choice[];
}

export function letterChoices(app: Pick<App, 'held'>): LetterChoices {
  const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const { paths } = app.held.value(heldTopics as Held<unknown>) as Topics;
  const root = tree.root;
  const towns = [...tree.regions.values()].filter((each) => each.isActive && each.parent === root?.code);
  return {
    topics: [...paths].filter((path) => !path.includes('/')).map((path) => ({ value: path, title: path })),
    places: [
      ...towns
        .sort((a, b) => a.code.localeCompare(b.code))
        .map((each) => ({ value: each.code, title: each.name })),
      ...(root ? [{ value: root.code, title: `${root.name}（说不清哪个镇、街道）` }] : []),
    ],
  };
}
