import { calendarOf, type CalendarTable } from '#calendar/index.ts';
import {
  courseOf,
  organisationOf,
  windowTakes,
  type Course,
  type Elements,
  type WindowType,
} from '#catalogue/index.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { day } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { Group } from './targets.ts';
import { groupOf, themesOf, type Theme } from './bundle/themes.ts';
import '../year/refusals.ts';

/** An item that can be applied for, with what a case of it goes through. */
export interface Offered {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly elements: Elements;
  readonly course: Course;
}
/** A counter where somebody stands. */
export interface Counter {
  readonly window: string | null;
  readonly windowType: WindowType | null;
  readonly place: string;
}
/** What may be applied for where. */
export interface Choice {
  readonly counter: Counter;
  readonly item: Offered;
}
/** What the year stands on: the tenant's own places, units, items, windows and calendar. */
export interface Ground {
  readonly district: string;
  readonly districtName: string;
  readonly calendar: CalendarTable;
  readonly tree: OrganisationTree;
  readonly choices: Readonly<Record<Group, readonly Choice[]>>;
  readonly themes: readonly Theme[];
}
interface Listed {
  readonly serviceWindow: string;
  readonly region: string;
  readonly kind: WindowType;
  readonly departments: readonly string[];
  readonly items: readonly string[];
  readonly startsOn: ReturnType<typeof day>;
  readonly endedOn: null;
}
interface Found extends Omit<Offered, 'course'> {
  readonly basicCode: string | null;
}

async function itemsOf(
  app: Pick<App, 'query'>,
  tree: OrganisationTree,
): Promise<readonly (Offered & Found)[]> {
  const rows = (await app.query(
    `select number as code, name, body, basic_code as "basicCode", elements from item
      where is_own and state = 'published' and is_on_application order by number`,
    [],
  )) as readonly unknown[] as readonly (Found & { readonly body: string })[];
  return rows.flatMap(({ body, ...row }) => {
    const department = organisationOf(tree, body);
    return department === null ? [] : [{ ...row, department, course: courseOf(row.elements) }];
  });
}

async function listsOf(app: Pick<App, 'query'>): Promise<readonly Listed[]> {
  const rows = await app.query(
    `select service_window as "serviceWindow", region, kind, departments, items, starts_on as "startsOn", null as "endedOn"
      from window_list where state = 'in-use' order by region, number`,
    [],
  );
  return rows as readonly unknown[] as readonly Listed[];
}

/** Every village with the counter that stands there. */
const villageCounters = (tree: OrganisationTree): readonly (Counter & { readonly town: string })[] =>
  [...tree.regions.values()]
    .filter(({ isActive, kind }) => isActive && (kind === 'village' || kind === 'community'))
    .map(({ code, parent }) => ({
      window: null,
      windowType: 'village' as const,
      place: code,
      town: parent ?? '',
    }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));

/** Whose towns: by the division the department stands in. */
const regionOf = (tree: OrganisationTree, organisation: string): string =>
  tree.organisations.get(organisation)?.region ?? '';

function choicesOf(
  tree: OrganisationTree,
  items: readonly (Offered & Found)[],
  lists: readonly Listed[],
): Ground['choices'] {
  const today = day('2999-12-31');
  const takes = (list: Listed, item: Offered & Found): boolean =>
    windowTakes(list, { ...item, number: item.code, organisation: item.department }, today);
  const counterOf = ({ serviceWindow, kind, region }: Listed): Counter => ({
    window: serviceWindow,
    windowType: kind,
    place: region,
  });
  const at = (kind: WindowType, is: (item: Offered) => boolean): readonly Choice[] =>
    lists
      .filter((list) => list.kind === kind)
      .flatMap((list) =>
        items
          .filter((item) => is(item) && takes(list, item))
          .map((item) => ({ counter: counterOf(list), item })),
      );
  const level =
    (...levels: readonly string[]) =>
    ({ elements }: Offered): boolean =>
      levels.includes(elements.level ?? '4');
  const villages = villageCounters(tree);
  const below = (town: string) => villages.filter((each) => each.town === town);
  const nearby = at('town', (item) => level('4')(item) && !item.course.isInstant);
  return {
    undifferentiated: at('undifferentiated', level('4')),
    turnedAway: at('undifferentiated', (item) => level('4')(item) && !item.course.isInstant),
    engineering: at('engineering', level('4')),
    utilities: at('utilities', level('4')),
    department: at('department', level('4')),
    resumption: at('resumption', (item) => level('4')(item) && item.course.isInstant),
    town: at('town', level('5')),
    village: items
      .filter(level('6'))
      .flatMap((item) => below(regionOf(tree, item.department)).map((counter) => ({ counter, item }))),
    handedDistrict: nearby.flatMap(({ counter, item }) => [
      { counter, item },
      ...below(counter.place).map((village) => ({ counter: village, item })),
    ]),
    handedCity: at('general', level('3')),
  };
}

/** Whether one kind of window of the hall takes all items of a theme. */
const isTakenWhole =
  (choices: Ground['choices']) =>
  (theme: Theme): boolean =>
    theme.items.every(({ code }) => choices[groupOf(theme)].some(({ item }) => item.code === code));

/** What there is to stand on. Refuses a tenant in which a group of the year would have nothing to apply for. */
export async function groundOf(app: Pick<App, 'scopes' | 'held' | 'now' | 'query'>): Promise<Ground> {
  const tree = app.scopes() as OrganisationTree;
  if (tree.root === null) return refuse('simulation.no-places');
  const [items, lists] = [await itemsOf(app, tree), await listsOf(app)];
  const choices = choicesOf(tree, items, lists);
  if (Object.values(choices).some(({ length }) => length === 0)) refuse('simulation.no-items');
  const { code, name } = tree.root;
  const themes = (await themesOf(app, code, items)).filter(isTakenWhole(choices));
  return { district: code, districtName: name, calendar: calendarOf(app), tree, choices, themes };
}
