import type { NounShown, Program } from '#desk/api/program.ts';
import { CASE_NOUNS, caseDesksOf, isOfCases } from '#desk/cases/menu.ts';
import { CATALOGUE_NOUNS, cataloguePagesOf } from '#desk/catalogue/menu.ts';
import { desksOf, HOTLINE_NOUNS, isOfHotline } from '#desk/hotline/menu.ts';
import { figurePagesOf } from '#desk/hotline-figures/menu.ts';
import { listPage, pageTitle } from '#desk/records/pages.ts';

export interface NavLink {
  readonly title: string;
  readonly to: string;
}
export interface NavGroup {
  readonly title: string;
  readonly links: readonly NavLink[];
  /** Opened by whoever looks for it. */
  readonly isFolded?: boolean;
}

/** Nouns that the running of the office needs, as against its work. */
const OFFICE: ReadonlySet<string> = new Set([
  'account',
  'token',
  'organisation',
  'region',
  'site',
  'window',
  'setting',
  'calendar-day',
  'calendar-notice',
  'moved-deadline',
]);
/** What most people come for stands first. */
const FIRST: readonly string[] = ['evaluation', 'received-report', 'query-letter'];
const rank = ({ name }: NounShown): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
const AUDITOR = 'ledger.auditor';

const AUDIT: NavLink = { title: '报告核查', to: '/audit' };
const ROLES: NavLink = { title: '角色与权限', to: '/administration/roles' };

const link = (noun: NounShown): NavLink => ({ title: pageTitle(noun), to: listPage(noun) });

/** Looked up by whoever works with something else: they stand in the menu without anything to be done to them. */
const LOOKED_UP: ReadonlySet<string> = new Set([
  'work-order',
  'case-file',
  'item',
  'knowledge-entry',
  'precedent',
  'framework',
  'evaluation',
]);
/** Everybody may see these and has nothing to do with them, or only for themselves. */
const BACKGROUND: ReadonlySet<string> = new Set([
  ...OFFICE,
  ...CATALOGUE_NOUNS,
  'theme',
  'hotline-topic',
  'simulated-year',
]);
/** Whose work is reading what others do. */
const READERS: readonly string[] = [AUDITOR, 'cases.inspector', 'hotline.supervisor'];
const AUDITED_BY = ['performance.', 'finance.', 'ledger.'];

/** Whether a kind of record is this person's work: acted upon, looked up for it, or read because reading is the work. */
function isWork({ name }: NounShown, { actions }: Program, roles: ReadonlySet<string>): boolean {
  if (name === 'token') return roles.has('people.administrator');
  if (LOOKED_UP.has(name) || actions.some((action) => action.noun === name)) return true;
  return !BACKGROUND.has(name) && READERS.some((role) => roles.has(role));
}

/** What this person works with, by trade; what most people come for first. */
function workOf(program: Program, roles: ReadonlySet<string>): readonly NavGroup[] {
  const nouns = program.nouns.filter((noun) => isWork(noun, program, roles));
  const of = (isOffice: boolean): readonly NounShown[] =>
    nouns
      .filter(({ name }) => OFFICE.has(name) === isOffice && !HOTLINE_NOUNS.has(name))
      .filter(({ name }) => !CATALOGUE_NOUNS.has(name) && !CASE_NOUNS.has(name))
      .toSorted((a, b) => rank(a) - rank(b));
  const among = (names: ReadonlySet<string>): readonly NavLink[] =>
    nouns.filter(({ name }) => names.has(name)).map(link);
  const isOf = (...starts: readonly string[]): boolean =>
    [...roles].some((role) => starts.some((start) => role.startsWith(start)));
  return [
    {
      title: '工作',
      links: [
        { title: '我的待办', to: '/' },
        ...of(false).map(link),
        ...(isOf('finance.') ? [{ title: '各单位同一指标', to: '/across' }] : []),
      ],
    },
    { title: '办件', links: isOfCases(roles) ? [...caseDesksOf(roles), ...among(CASE_NOUNS)] : [] },
    { title: '事项目录', links: [...cataloguePagesOf(roles), ...among(CATALOGUE_NOUNS)] },
    {
      title: '热线',
      links:
        isOfHotline(roles) || roles.has(AUDITOR)
          ? [...desksOf(roles), ...figurePagesOf(roles), ...among(HOTLINE_NOUNS)]
          : [],
    },
    {
      title: '核查',
      links: [
        ...(isOf(...AUDITED_BY) ? [AUDIT] : []),
        { title: '统计指标', to: '/measures' },
        ...(roles.has(AUDITOR) ? [{ title: '操作账本', to: '/ledger' }] : []),
      ],
    },
    {
      title: '管理',
      links: [
        ...of(true).map(link),
        ...(roles.has('people.administrator') ? [ROLES] : []),
        { title: '我的账号', to: '/administration/me' },
      ],
    },
  ];
}

/**
 * The menu: what this person works with, by trade, and folded below it whatever else the person may see. A group without
 * anything is left out; nothing is left out of both.
 */
export function navigation(program: Program, roles: ReadonlySet<string>): readonly NavGroup[] {
  const groups = workOf(program, roles).filter((group) => group.links.length > 0);
  const shown = new Set(groups.flatMap(({ links }) => links.map(({ to }) => to)));
  const others = [...program.nouns.map(link), AUDIT, ROLES].filter(({ to }) => !shown.has(to));
  return others.length === 0 ? groups : [...groups, { title: '其他记录', links: others, isFolded: true }];
}
