import { calendar } from '#calendar/index.ts';
import { ledger } from '#ledger/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { Done } from '#lib/action/engine/engine.ts';
import type { View } from '#lib/view.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import type { Instant } from '#lib/time.ts';
import {
  organisations,
  organisationTree,
  seedOrganisations,
  type OrganisationTree,
} from '#organisations/index.ts';
import { people } from '#people/index.ts';
import { settings } from '#settings/index.ts';
import { catalogue } from '../index.ts';

export const DISTRICT = '430611';

/** The program with the district's offices and an empty catalogue, and hands to work with. Close it after. */
export async function catalogueOffice(now: Instant = '2026-11-23T01:00:00.000Z' as Instant) {
  const staff = [['people.staff']] as const;
  const editor = someone('编目员', ['catalogue.editor', DISTRICT], ...staff);
  const app = await testApp([ledger, settings, calendar, organisations, people, catalogue], {
    scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
    now: () => now,
    authenticate: () => () => Promise.resolve(editor),
  });
  await seedOrganisations(app);
  const act = acting(app);
  const publisher = someone('发布员', ['catalogue.publisher', DISTRICT], ...staff);
  const administrator = someone('管理员', ['system.administrator']);
  const tree = app.scopes() as OrganisationTree;
  const unit = (name: string): string =>
    [...tree.organisations.values()].find((each) => each.name === name)!.id;
  /** What a view answers, as it stands in the JSON. */
  const look = async <T>(view: View, query: object, by: Person = editor): Promise<T> => {
    const scopes = app.scopes();
    const shown = await view.read({ query, by, app, db: app.db, now: app.now(), scopes } as never);
    const isWritten = typeof shown === 'object' && shown !== null && 'json' in shown;
    return (isWritten ? JSON.parse(shown.json as string) : shown) as T;
  };
  const record = (code: string, elements: object, place: string = DISTRICT): Promise<Done> =>
    act(editor, 'item.record', {
      code,
      place,
      elements: { type: 'licence', body: '区住房和城乡建设局', ...elements },
    });
  return { app, act, look, record, unit, tree, editor, publisher, administrator, close: () => app.close() };
}
export type CatalogueOffice = Awaited<ReturnType<typeof catalogueOffice>>;
