import type { Program } from '#desk/api/program.ts';

export interface NavLink {
  readonly title: string;
  readonly to: string;
}
export interface NavGroup {
  readonly title: string;
  readonly links: readonly NavLink[];
}

/** Nouns that have a page of their own, so that the generic list need not be offered beside it. */
const OWN_PAGE: Readonly<Record<string, string>> = {
  evaluation: '/evaluations',
  'received-report': '/received',
};
/** Nouns behind the scenes of the whole program. */
const ADMINISTRATION = new Set(['account', 'organisation', 'region', 'site', 'window', 'api-token', 'token']);

/** The menu of what this person may see at all; a group without anything is not shown. */
export function navigation(program: Program, roles: ReadonlySet<string>): readonly NavGroup[] {
  const link = (noun: Program['nouns'][number]): NavLink => ({
    title: noun.title,
    to: OWN_PAGE[noun.name] ?? `/records/${noun.path}`,
  });
  const of = (isAdministration: boolean): readonly NavLink[] =>
    program.nouns.filter((noun) => ADMINISTRATION.has(noun.name) === isAdministration).map(link);
  const isAdministrator = [...roles].some(
    (role) => role.includes('administrator') || role.endsWith('.admin'),
  );
  const groups: readonly NavGroup[] = [
    { title: '工作', links: [{ title: '我的待办', to: '/' }, ...of(false)] },
    {
      title: '核查',
      links: [
        { title: '报告核查', to: '/audit' },
        { title: '操作账本', to: '/ledger' },
      ],
    },
    {
      title: '管理',
      links: [
        ...of(true),
        { title: '工作日历', to: '/administration/calendar' },
        ...(isAdministrator ? [{ title: '角色与权限', to: '/administration/roles' }] : []),
      ],
    },
  ];
  return groups.filter((group) => group.links.length > 0);
}
