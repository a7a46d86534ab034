import type { Held } from '#lib/action/need.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';

type Establishing = Pick<App, 'actions' | 'engine' | 'held' | 'now'>;
const treeOf = (app: Pick<App, 'held'>): OrganisationTree =>
  app.held.value(organisationTree as Held<unknown>) as OrganisationTree;

/** Units of the tenant by every name they have or had: the id, or `several` where more than one is called so. */
export function unitsByName(app: Pick<App, 'held'>): ReadonlyMap<string, string | 'several'> {
  const known = new Map<string, string | 'several'>();
  for (const { id, name, shortName, formerNames, isActive } of treeOf(app).organisations.values()) {
    if (!isActive) continue;
    for (const each of new Set([name, shortName, ...formerNames]))
      known.set(each, known.has(each) ? 'several' : id);
  }
  return known;
}

/**
 * Brings the units that a source names and the tenant does not have into being, by the ordinary action, as other units of
 * the tenant's own division: what was answered elsewhere was answered by somebody.
 */
export async function establishUnits(app: Establishing, names: Iterable<string>): Promise<void> {
  const known = unitsByName(app);
  const { code: region } = treeOf(app).root ?? refuse('hotline.no-place', { place: '' });
  const action = getAction(app, 'organisation', 'establish');
  const missing = [...new Set(names)].filter((name) => !known.has(name));
  const establish = (name: string) =>
    app.engine.perform({
      action,
      id: null,
      // The short name is the name: a cut one might be somebody else's.
      input: { name, kind: 'other', region },
      by: SYSTEM,
      now: app.now(),
      key: null,
      ifMatch: null,
    });
  await Promise.all(missing.map(establish));
}
