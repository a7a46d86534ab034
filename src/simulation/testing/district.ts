import { applicants } from '#applicants/index.ts';
import { calendar, seedCalendar } from '#calendar/index.ts';
import { cases, seedThemes } from '#cases/index.ts';
import { catalogue, seedCatalogue } from '#catalogue/index.ts';
import { documents } from '#documents/module.ts';
import { hotline, seedTopics } from '#hotline/index.ts';
import { ledger } from '#ledger/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { ScopeTree } from '#lib/action/person.ts';
import type { Assembled } from '#lib/assemble.ts';
import { testApp } from '#lib/testing/app.ts';
import type { Instant } from '#lib/time.ts';
import { organisations, organisationTree, seedOrganisations } from '#organisations/index.ts';
import { people } from '#people/index.ts';
import { settings } from '#settings/index.ts';
import { simulation } from '../index.ts';

/** The district's hotline with nothing in it, on a fresh database. */
export async function openDistrict(): Promise<Assembled> {
  const app = await testApp([ledger, settings, calendar, organisations, people, hotline, simulation], {
    scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
  });
  await seedOrganisations(app);
  await seedCalendar(app);
  await seedTopics(app);
  return app;
}

/** The district's counters with the items of the demonstration and nothing else, on a fresh database. */
export async function openCounters(choices: { readonly now?: () => Instant } = {}): Promise<Assembled> {
  const app = await testApp(
    [ledger, settings, calendar, organisations, people, documents, applicants, catalogue, cases, simulation],
    { scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree, ...choices },
  );
  await seedOrganisations(app);
  await seedCalendar(app);
  await seedCatalogue(app);
  await seedThemes(app);
  return app;
}

/** A hundredth of the year: 112 orders, 3 letters, one of every rare thing. */
export const SMALL = { year: 2020, scale: 0.01, seed: 7 } as const;
