import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { instant, instantOf, millis } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import {
  DELEGATED,
  DELEGATION_DOCUMENT,
  HALL_TYPES,
  MORE_WINDOWS,
  OTHERS,
  SEALS,
  SECTIONS,
  UNDIFFERENTIATED,
} from './bodies.ts';
import { offersOf, type Offer } from './offers.ts';

type Seeding = Pick<App, 'actions' | 'engine' | 'query' | 'scopes'>;
type Input = Readonly<Record<string, unknown>>;
interface Window {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly organisation: string;
  readonly region: string;
}

/** All of it is written as of one morning before the simulated year, second by second. */
const BEGAN = millis(instant('2019-12-02T09:00+08:00'));
const LETTER_SINCE = '2019-09-02';

/** Does one act as the system, and answers the id of its row. */
type Act = (action: string, input: Input, id?: string) => Promise<string>;
function actor(app: Seeding): Act {
  let acts = 0;
  return async (name, input, id) => {
    const [noun = '', verb = ''] = name.split('.');
    const { row } = await app.engine.perform({
      action: getAction(app, noun, verb),
      id: id ?? null,
      input,
      by: SYSTEM,
      now: instantOf(BEGAN + 1000 * acts++),
      key: null,
      ifMatch: null,
    });
    return row.id;
  };
}

const column = async (app: Seeding, statement: string): Promise<ReadonlySet<string>> =>
  new Set((await app.query(statement, [])).map((row) => String(row['value'])));

const tree = (app: Seeding): OrganisationTree => app.scopes() as OrganisationTree;
const towns = (app: Seeding) =>
  [...tree(app).organisations.values()].filter(({ kind, isActive }) => kind === 'town' && isActive);
function idOf(app: Seeding, name: string): string {
  const found = [...tree(app).organisations.values()].find((each) => each.name === name);
  if (!found) throw new Error(`no organisation ${name}`);
  return found.id;
}

async function seedBodies(app: Seeding, act: Act): Promise<void> {
  const there = await column(app, 'select name as value from organisation');
  const region = tree(app).root!.code;
  await Promise.all(
    OTHERS.filter(({ name }) => !there.has(name)).map((each) =>
      act('organisation.establish', { ...each, region }),
    ),
  );
}

async function seedItems(app: Seeding, act: Act, offers: readonly Offer[]): Promise<number> {
  const there = await app.query('select id, number, state from item where is_own', []);
  const known = new Map(there.map((row) => [row['number'], row]));
  const place = tree(app).root!.code;
  const published = offers.map(async ({ code, elements }) => {
    const before = known.get(code);
    if (before && before['state'] !== 'draft') return 0;
    const id =
      (before?.['id'] as string | undefined) ?? (await act('item.record', { code, place, elements }));
    await act('item.publish', {}, id);
    return 1;
  });
  return (await Promise.all(published)).reduce<number>((sum, each) => sum + each, 0);
}

async function seedAuthority(app: Seeding, act: Act): Promise<void> {
  const [sectioned, lettered, sealed] = await Promise.all(
    ['approval_section', 'authority_letter', 'approval_seal'].map((table) =>
      column(app, `select organisation as value from ${table}`),
    ),
  );
  for (const [n, [name, chief]] of SECTIONS.entries()) {
    const organisation = idOf(app, name);
    if (sectioned!.has(organisation) || lettered!.has(organisation)) continue;
    const section = await act('approval-section.establish', {
      organisation,
      chief,
      isAtHall: true,
      establishedOn: LETTER_SINCE,
    });
    const document = `${name}首席代表授权书〔2019〕${n + 1}号`;
    await act('authority-letter.record', { section, coversAll: true, startsOn: LETTER_SINCE, document });
  }
  const missing = SEALS.map((name) => idOf(app, name)).filter((id) => !sealed!.has(id));
  await Promise.all(
    missing.map((organisation) =>
      act('approval-seal.engrave', { organisation, engravedOn: LETTER_SINCE, inUseFrom: LETTER_SINCE }),
    ),
  );
}

async function windowsOf(app: Seeding): Promise<readonly Window[]> {
  const rows = await app.query(
    `select id, label, name, organisation, region from service_window where state <> 'closed' order by region, label`,
    [],
  );
  return rows as readonly unknown[] as readonly Window[];
}

async function openMore(app: Seeding, act: Act): Promise<void> {
  const root = tree(app).root!.code;
  const there = new Set(
    (await windowsOf(app)).filter(({ region }) => region === root).map(({ label }) => label),
  );
  const [hall] = await app.query(
    `select id from site where kind = 'hall' and state = 'open' order by number`,
    [],
  );
  if (!hall) return;
  const organisation = idOf(app, '区政务中心');
  for (const [label, name] of MORE_WINDOWS)
    if (!there.has(label)) await act('window.open', { site: hall['id'], label, name, organisation });
}

/** What a window takes: by its label in the hall, by its name in a town. */
function listOf(app: Seeding, window: Window, offers: readonly Offer[]): Input | null {
  const { label, name, organisation, region } = window;
  const codes = (isTaken: (offer: Offer) => boolean) => offers.filter(isTaken).map(({ code }) => code);
  if (region !== tree(app).root!.code) {
    const items = name === '综合窗口' ? codes(({ isNearby }) => isNearby) : [];
    return { kind: 'town', townWindow: name, departments: [organisation], items };
  }
  const kind =
    MORE_WINDOWS.find(([of]) => of === label)?.[2] ?? HALL_TYPES[label.charAt(0) as keyof typeof HALL_TYPES];
  if (kind === undefined) return null;
  if (kind === 'department') return { kind };
  const ofCity = ({ elements }: Offer): boolean => elements.level === '3';
  if (kind === 'general') return { kind, items: codes((each) => each.isNearby || ofCity(each)) };
  const departments = kind === 'undifferentiated' ? UNDIFFERENTIATED.map((each) => idOf(app, each)) : [];
  return { kind, departments, items: codes(({ windows }) => windows.includes(kind)) };
}

async function seedWindows(app: Seeding, act: Act, offers: readonly Offer[]): Promise<void> {
  await openMore(app, act);
  const there = await column(app, 'select service_window as value from window_list');
  const missing = (await windowsOf(app)).filter(({ id }) => !there.has(id));
  await Promise.all(
    missing.map(async (window) => {
      const list = listOf(app, window, offers);
      if (list) await act('window-list.assign', { window: window.id, startsOn: '2019-12-02', ...list });
    }),
  );
}

/** 赋权: what the list calls an item of a town or of its villages, that town or they handle themselves. */
async function seedDelegations(app: Seeding, act: Act, offers: readonly Offer[]): Promise<void> {
  const there = await column(app, 'select code as value from delegation');
  const ids = new Map(
    (await app.query(`select id, number from item where is_own and state = 'published'`, [])).map((row) => [
      row['number'],
      row['id'],
    ]),
  );
  const regions = new Map(towns(app).map(({ name, region }) => [name, region]));
  const missing = offers.flatMap(({ code, elements: { body, level } }) => {
    const region = regions.get(body ?? '');
    const lowest = DELEGATED[level ?? ''];
    const item = ids.get(code);
    return region && lowest && item && !there.has(code) ? [{ item, level: lowest, places: [region] }] : [];
  });
  await Promise.all(
    missing.map((each) =>
      act('delegation.delegate', { ...each, startsOn: '2019-12-02', document: DELEGATION_DOCUMENT }),
    ),
  );
}

/**
 * The catalogue of the demonstration by the ordinary actions: bodies, items with full elements, sections with letters of
 * authority, seals, the lists of the windows and what towns and villages handle themselves. What is there stays as it is; an interrupted start is completed by the
 * next. Returns how many items were published.
 */
export async function seedCatalogue(app: Seeding): Promise<number> {
  const act = actor(app);
  await seedBodies(app, act);
  const offers = offersOf(towns(app).map(({ name }) => name));
  const count = await seedItems(app, act, offers);
  await seedAuthority(app, act);
  await seedWindows(app, act, offers);
  await seedDelegations(app, act, offers);
  return count;
}
