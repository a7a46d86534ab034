import { Type } from 'typebox';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { App } from '#lib/app.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import type { Item } from '../item/item.ts';
import { itemsOf } from '../views/items-of.ts';
import { WINDOW_TYPES, type WindowType } from '../words.ts';
import { townWindows } from './kinds.ts';
import { windowList, type WindowList } from './list.ts';
import { windowTakes } from './takes.ts';

async function listsInUse(app: Pick<App, 'query'>): Promise<readonly WindowList[]> {
  const found = await app.query(selectRows(windowList, "where r.state = 'in-use' order by r.id"), []);
  return found.map((record) => readRow(windowList, record) as WindowList);
}

interface TownCentre {
  readonly id: string;
  readonly name: string;
}
async function townCentres(app: Pick<App, 'query'>): Promise<readonly TownCentre[]> {
  const found = await app.query(
    "select id, name, region from site where kind = 'town-centre' and state <> 'closed' order by region, name",
    [],
  );
  return found as unknown as readonly TownCentre[];
}
const siteOf = async (app: Pick<App, 'query'>): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await app.query('select id, site from service_window', [])).map(({ id, site }) => [
      id as string,
      site as string,
    ]),
  );

/** How many windows of a type there are, and what they take together: items on application, each once. */
function summary(
  kind: WindowType,
  lists: readonly WindowList[],
  asked: { items: readonly Item[]; on: ReturnType<typeof dayOf> },
) {
  const own = lists.filter((list) => list.kind === kind);
  const taken = asked.items.filter((item) => own.some((list) => windowTakes(list, item, asked.on)));
  const departments = new Set(taken.flatMap(({ organisation }) => organisation ?? []));
  return {
    kind,
    title: WINDOW_TYPES[kind],
    windows: own.length,
    departments: departments.size,
    items: taken.length,
  };
}

/**
 * 窗口设置情况 — per type the windows, departments and items they take (无差别: 14 departments, about 300 items); per town
 * centre the mandatory windows it lacks; windows without a list; codes on lists that name no item.
 */
export const setUpView = view({
  name: 'catalogue.windows',
  title: '窗口设置情况',
  path: '/window-lists/set-up',
  may: windowList.see,
  query: Type.Object({}),
  read: async ({ app, now }) => {
    const [lists, all, centres, sites] = await Promise.all([
      listsInUse(app),
      itemsOf(app, null),
      townCentres(app),
      siteOf(app),
    ]);
    const items = all.filter(({ isOwn, isOnApplication }) => isOwn === true && isOnApplication);
    const codes = new Set(all.flatMap(({ number, basicCode }) => [number, basicCode]));
    const mandatory = settingOf(app, townWindows).filter(({ isMandatory }) => isMandatory);
    const listed = new Set(lists.map(({ serviceWindow }) => serviceWindow));
    const names = (centre: TownCentre): readonly (string | null)[] =>
      lists
        .filter(({ serviceWindow }) => sites.get(serviceWindow) === centre.id)
        .map(({ townWindow }) => townWindow);
    return {
      types: (Object.keys(WINDOW_TYPES) as WindowType[]).map((kind) =>
        summary(kind, lists, { items, on: dayOf(now) }),
      ),
      towns: centres.map((centre) => ({
        ...centre,
        missing: mandatory.filter(({ name }) => !names(centre).includes(name)).map(({ name }) => name),
      })),
      windowsWithoutList: [...sites.keys()].filter((id) => !listed.has(id)).length,
      unknownCodes: [...new Set(lists.flatMap((list) => list.items))].filter((code) => !codes.has(code)),
    };
  },
});
