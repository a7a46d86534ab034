import type { NounShown, Program } from '#desk/api/program.ts';
import { hasOwnPage, listPage, pageTitle } from '#desk/records/pages.ts';

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
const AUDITOR = 'ledger.auditor';

const link = (noun: NounShown): NavLink => ({ title: pageTitle(noun), to: listPage(noun) });

/** The menu of what this person may see at all; nouns with pages of their own first, a group without anything left out. */
export function navigation(program: Program, roles: ReadonlySet<string>): readonly NavGroup[] {
  const [office, work] = [true, false].map((isOffice) =>
    program.nouns
      .filter((noun) => OFFICE.has(noun.name) === isOffice)
      .toSorted((a, b) => Number(hasOwnPage(b)) - Number(hasOwnPage(a))),
  );
  const isFinance = [...roles].some((role) => role.startsWith('finance.'));
  const groups: readonly NavGroup[] = [
    {
      title: '工作',
      links: [
        { title: '我的待办', to: '/' },
        ...work!.map(link),
        ...(isFinance ? [{ title: '各单位同一指标', to: '/across' }] : []),
      ],
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
        ...office!.map(link),
        { title: '角色与权限', to: '/administration/roles' },
        { title: '我的账号', to: '/administration/me' },
      ],
    },
  ];
  return groups.filter((group) => group.links.length > 0);
}
