import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendar, seedCalendar } from '#calendar/index.ts';
import { hotline, seedTopics } from '#hotline/index.ts';
import { foldAll, ledger, measuresOfYear, recordsOfYear } from '#ledger/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { ScopeTree } from '#lib/action/person.ts';
import type { Assembled } from '#lib/assemble.ts';
import type { Part } from '#lib/measure-list.ts';
import { testApp } from '#lib/testing/app.ts';
import { organisations, organisationTree, seedOrganisations } from '#organisations/index.ts';
import { people } from '#people/index.ts';
import { settings } from '#settings/index.ts';
import { simulateHotline, simulation } from './index.ts';

let app: Assembled;
beforeAll(async () => {
  app = await testApp([ledger, settings, calendar, organisations, people, hotline, simulation], {
    scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
  });
  await seedOrganisations(app);
  await seedCalendar(app);
  await seedTopics(app);
  await simulateHotline(app, { year: 2020, scale: 0.01, seed: 7, scenario: 'plain' });
  await foldAll(app);
});
afterAll(() => app.close());

/** All pages of a list, by their numbers of records. */
async function listed(name: string, part: Part): Promise<readonly [count: number, ids: number]> {
  const ids = new Set<unknown>();
  let after: string | undefined;
  for (;;) {
    const page = await recordsOfYear(app, { year: 2020, name, part, limit: 50, after });
    for (const { id } of page.items) ids.add(id);
    if (page.next === null) return [page.count, ids.size];
    after = page.next;
  }
}

test('every measure that is shipped has as many records behind it as it says, both sides of every rate', async () => {
  const figures = await measuresOfYear(app, { year: 2020 });
  expect(figures.length).toBeGreaterThan(50);
  expect(figures.filter(({ numerator }) => numerator !== '0').length).toBeGreaterThan(30);
  for (const { name, numerator, denominator } of figures) {
    const count = Number(numerator);
    expect([name, ...(await listed(name, 'numerator'))]).toEqual([name, count, count]);
    if (denominator === null) continue;
    const whole = Number(denominator);
    expect([name, ...(await listed(name, 'denominator'))]).toEqual([name, whole, whole]);
  }
});

test('what a rate lacks to the whole is listed wherever its numerator lies within its denominator', async () => {
  const rates = (await measuresOfYear(app, { year: 2020 })).filter(({ denominator }) => denominator !== null);
  const told = await Promise.all(
    rates.map(async ({ name, numerator, denominator }) => {
      const rest = await listed(name, 'rest').catch((error: { readonly code?: string }) => error.code);
      return [name, rest, Number(denominator) - Number(numerator)] as const;
    }),
  );
  for (const [name, rest, lacking] of told)
    if (rest !== 'ledger.no-rest') expect([name, rest]).toEqual([name, [lacking, lacking]]);
  expect(told.filter(([, rest]) => rest !== 'ledger.no-rest').length).toBeGreaterThan(10);
});
