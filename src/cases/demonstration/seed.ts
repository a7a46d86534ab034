import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { instant, instantOf, millis } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { THEMES, type DemoTheme } from './themes.ts';

type Seeding = Pick<App, 'actions' | 'engine' | 'query' | 'scopes'>;

/** The morning on which the catalogue of the demonstration was published, an hour after it. */
const BEGAN = millis(instant('2019-12-02T10:00+08:00'));

function planOf({ steps, handed, isJoint, ...said }: DemoTheme, codeOf: (name: string) => string) {
  return {
    ...said,
    isJoint: isJoint === true,
    items: steps.map(({ name, stage }) => ({ code: codeOf(name), stage })),
    feeds: handed.map(({ from, to, material }) => ({ from: codeOf(from), to: codeOf(to), material })),
  };
}

/**
 * 一件事主题 of the demonstration by the ordinary actions, out of the items it published (`seedCatalogue`). What is there
 * stays as it is; an interrupted start is completed by the next. Returns how many were published.
 */
export async function seedThemes(app: Seeding): Promise<number> {
  const place = (app.scopes() as OrganisationTree).root!.code;
  const [items, themes] = await Promise.all([
    app.query(`select number, name from item where is_own and state = 'published' and place = $1`, [place]),
    app.query('select id, name, state from theme', []),
  ]);
  const codes = new Map(items.map(({ name, number }) => [name as string, number as string]));
  const known = new Map(themes.map(({ id, name, state }) => [name, { id: id as string, state }]));
  let acts = 0;
  const act = async (
    verb: string,
    input: Readonly<Record<string, unknown>>,
    id: string | null,
  ): Promise<string> => {
    const { row } = await app.engine.perform({
      action: getAction(app, 'theme', verb),
      id,
      input,
      by: SYSTEM,
      now: instantOf(BEGAN + 1000 * acts++),
      key: null,
      ifMatch: null,
    });
    return row.id;
  };
  // What the office took off its catalogue is not made a theme of again.
  const possible = THEMES.filter(({ steps }) => steps.every(({ name }) => codes.has(name)));
  const missing = possible.filter(({ name }) => (known.get(name)?.state ?? 'draft') === 'draft');
  for (const theme of missing) {
    const plan = planOf(theme, (name) => codes.get(name)!);
    const id = known.get(theme.name)?.id ?? (await act('draft', { ...plan, place }, null));
    await act('publish', {}, id);
  }
  return missing.length;
}
