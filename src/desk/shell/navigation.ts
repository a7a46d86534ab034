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

const link = (noun: NounShown): NavLink => ({ title: pageTitle(noun), to: listPage(noun) });

/** The menu of what this person may see at all; what most people come for first, a group without anything left out. */
export function navigation(program: Program, roles: ReadonlySet<string>): readonly NavGroup[] {
  const of = (isOffice: boolean): readonly NounShown[] =>
    program.nouns
      .filter(({ name }) => OFFICE.has(name) === isOffice && !HOTLINE_NOUNS.has(name))
      .filter(({ name }) => !CATALOGUE_NOUNS.has(name) && !CASE_NOUNS.has(name))
      .toSorted((a, b) => rank(a) - rank(b));
  const isFinance = [...roles].some((role) => role.startsWith('finance.'));
  const groups: readonly NavGroup[] = [
    {
      title: '工作',
      links: [
        { title: '我的待办', to: '/' },
        ...of(false).map(link),
        ...(isFinance ? [{ title: '各单位同一指标', to: '/across' }] : []),
      ],
    },
    {
      title: '办件',
      links: [
        ...caseDesksOf(roles),
        ...(isOfCases(roles) ? program.nouns.filter(({ name }) => CASE_NOUNS.has(name)).map(link) : []),
      ],
    },
    {
      title: '事项目录',
      links: [
        ...cataloguePagesOf(roles),
        ...program.nouns.filter(({ name }) => CATALOGUE_NOUNS.has(name)).map(link),
      ],
    },
    {
      title: '热线',
      links: isOfHotline(roles)
        ? [
            ...desksOf(roles),
            ...figurePagesOf(roles),
            ...program.nouns.filter(({ name }) => HOTLINE_NOUNS.has(name)).map(link),
          ]
        : [],
    },
    {
      title: '核查',
      links: [
        { title: '报告核查', to: '/audit' },
        { title: '统计指标', to: '/measures' },
        ...(roles.has(AUDITOR) ? [{ title: '操作账本', to: '/ledger' }] : []),
      ],
    },
    {
      title: '管理',
      links: [
        ...of(true).map(link),
        { title: '角色与权限', to: '/administration/roles' },
        { title: '我的账号', to: '/administration/me' },
      ],
    },
  ];
  return groups.filter((group) => group.links.length > 0);
}
