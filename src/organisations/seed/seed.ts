import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { JUNSHAN, kindOfCode, parentCode, type Seed } from './read.ts';

export type Seeding = Pick<App, 'actions' | 'engine' | 'query' | 'now'>;
/** How many records the seed brought; nothing but zeros when all was there. */
export interface Seeded {
  readonly regions: number;
  readonly organisations: number;
  readonly sites: number;
  readonly windows: number;
}
type Input = Readonly<Record<string, unknown>>;

/** Does a birth as the system person and answers the id of the new row. */
async function born(app: Seeding, noun: string, name: string, input: Input): Promise<string> {
  const action = getAction(app, noun, name);
  const { row } = await app.engine.perform({
    action,
    id: null,
    input,
    by: SYSTEM,
    now: app.now(),
    key: null,
    ifMatch: null,
  });
  return row.id;
}

async function seedRegions(app: Seeding, { regions, root }: Seed): Promise<number> {
  const there = new Set((await app.query('select number from region', [])).map((row) => row['number']));
  const missing = regions.filter(([code]) => !there.has(code));
  // Level by level, a level at once: the engine writes it in one batch.
  for (const [, level] of [...Map.groupBy(missing, ([code]) => code.length)].sort(([a], [b]) => a - b))
    await Promise.all(
      level.map(([code, name]) =>
        born(app, 'region', 'establish', {
          code,
          name,
          kind: kindOfCode(code),
          ...(code === root ? {} : { parent: parentCode(code) }),
        }),
      ),
    );
  return missing.length;
}

type Known = Map<string, string>;
const keyOf = (name: string, parent: string | null): string => `${parent ?? ''}/${name}`;

async function seedOrganisation(
  app: Seeding,
  known: Known,
  one: Seed['organisations'][number],
  under: { readonly region: string; readonly parent: string | null },
): Promise<number> {
  const { below = [], ...given } = one;
  const region = given.region ?? under.region;
  const key = keyOf(one.name, under.parent);
  const before = known.get(key);
  const input = { ...given, region, ...(under.parent ? { parent: under.parent } : {}) };
  const id = before ?? (await born(app, 'organisation', 'establish', input));
  known.set(key, id).set(one.name, id);
  let count = before ? 0 : 1;
  for (const each of below) count += await seedOrganisation(app, known, each, { region, parent: id });
  return count;
}

async function seedSite(
  app: Seeding,
  known: Known,
  site: Seed['sites'][number],
  root: string,
): Promise<{ readonly sites: number; readonly windows: number }> {
  const region = site.region ?? root;
  const [there] = await app.query('select id from site where region = $1 and name = $2', [region, site.name]);
  const { windows, ...given } = site;
  const input = { ...given, region, organisation: known.get(site.organisation)! };
  const id = (there?.['id'] as string | undefined) ?? (await born(app, 'site', 'open', input));
  const labels = await app.query('select label from service_window where site = $1', [id]);
  const missing = windows.filter(([label]) => !labels.some((row) => row['label'] === label));
  for (const [label, name, organisation] of missing)
    await born(app, 'window', 'open', {
      site: id,
      label,
      name,
      organisation: known.get(organisation)!,
      isUndifferentiated: name === '无差别综合窗口',
    });
  return { sites: there ? 0 : 1, windows: missing.length };
}

/** Rows are never deleted, only ended or renamed: once so many are there, the seed has done its work. */
async function isComplete(app: Seeding, seed: Seed): Promise<boolean> {
  const count = (all: Seed['organisations']): number =>
    all.reduce((sum, each) => sum + 1 + count(each.below ?? []), 0);
  const [there] = await app.query(
    `select (select count(*) from region) as regions, (select count(*) from organisation) as organisations,
            (select count(*) from site) as sites, (select count(*) from service_window) as windows`,
    [],
  );
  return (
    Number(there!['regions']) >= seed.regions.length &&
    Number(there!['organisations']) >= count(seed.organisations) &&
    Number(there!['sites']) >= seed.sites.length &&
    Number(there!['windows']) >= seed.sites.reduce((sum, each) => sum + each.windows.length, 0)
  );
}

async function knownOrganisations(app: Seeding): Promise<Known> {
  const known: Known = new Map();
  for (const row of await app.query('select id, name, parent from organisation', [])) {
    const { id, name, parent } = row as { id: string; name: string; parent: string | null };
    known.set(keyOf(name, parent), id).set(name, id);
  }
  return known;
}

/**
 * Brings the divisions, departments, sites and windows of the tenant into being, by the same actions as anybody.
 * A start interrupted half-way is completed by the next; a finished seed is never repeated, whatever was renamed since.
 */
export async function seedOrganisations(app: Seeding, seed: Seed = JUNSHAN): Promise<Seeded> {
  if (await isComplete(app, seed)) return { regions: 0, organisations: 0, sites: 0, windows: 0 };
  const regions = await seedRegions(app, seed);
  const known = await knownOrganisations(app);
  let organisations = 0;
  for (const each of seed.organisations)
    organisations += await seedOrganisation(app, known, each, { region: seed.root, parent: null });
  let sites = 0;
  let windows = 0;
  for (const each of seed.sites) {
    const added = await seedSite(app, known, each, seed.root);
    sites += added.sites;
    windows += added.windows;
  }
  return { regions, organisations, sites, windows };
}
