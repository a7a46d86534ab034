import type { Action } from '#lib/action/action.ts';
import type { Noun } from '#lib/action/noun.ts';
import { permit, type Rights } from '#lib/action/permission.ts';
import { flatScopes, type Person } from '#lib/action/person.ts';
import type { Module } from '#lib/module.ts';

/** The program itself; nobody is granted it. */
const PROGRAM = 'system';
const INSIDE = '430611';
const OUTSIDE = '430602';

/** How far a role reaches: not at all, where a column of the row lies in the scope, or everywhere. */
export type Reach = '' | `按 ${string}` | '全部';

const holder = (role: string): Person => ({ id: 'p', name: '', grants: [{ role, scope: INSIDE }] });
const rowOf = (noun: Noun | null, value: string): Record<string, string> =>
  Object.fromEntries(['id', 'number', ...Object.keys(noun?.columns ?? {})].map((name) => [name, value]));

/** Found by asking `permit` itself, about rows inside and outside the scope and one column at a time. */
function reachOf(rights: Rights, role: string, noun: Noun | null): Reach {
  const asks = (row: object): boolean => permit(rights, holder(role), row, flatScopes) === 'allowed';
  if (asks(rowOf(noun, OUTSIDE))) return '全部';
  const columns = Object.keys(rowOf(noun, INSIDE)).filter((name) =>
    asks({ ...rowOf(noun, OUTSIDE), [name]: INSIDE }),
  );
  if (columns.length === 0) return '';
  return `按 ${columns.map((name) => noun?.columns[name]?.title ?? (name === 'id' ? '本人' : '编号')).join('、')}`;
}

/** What only the program does (hidden) may name a role that nobody can be granted; it is all the same one. */
function rightsOf(action: Action, titles: ReadonlyMap<string, string>): Rights {
  if (!action.hidden) return action.may;
  const rights = Object.entries(action.may).map(([role, column]) => [
    titles.has(role) ? role : PROGRAM,
    column,
  ]);
  return Object.fromEntries(rights) as Rights;
}

/** A role that no module declares, on an action for people, is a slip of the pen: found when the table is made. */
function rolesIn(rights: Rights, titles: ReadonlyMap<string, string>, where: string): readonly string[] {
  const roles = Object.keys(rights);
  const unknown = roles.find((role) => role !== PROGRAM && !titles.has(role));
  if (unknown) throw new Error(`${where} names the role ${unknown}, which no module declares`);
  return roles;
}

interface Line {
  readonly what: string;
  readonly code: string;
  readonly rights: Rights;
}
const table = (noun: Noun | null, lines: readonly Line[], titles: ReadonlyMap<string, string>): string => {
  const used = new Set(lines.flatMap((line) => rolesIn(line.rights, titles, line.code)));
  const roles = [...titles.keys(), PROGRAM].filter((role) => used.has(role));
  const head = ['操作', '代码', ...roles.map((role) => titles.get(role) ?? '程序')];
  const rows = lines.map(({ what, code, rights }) => [
    what,
    `\`${code}\``,
    ...roles.map((role) => reachOf(rights, role, noun)),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

function nounPart(module: Module, noun: Noun, titles: ReadonlyMap<string, string>): string {
  const actions = module.actions.filter((action) => action.noun === noun);
  const lines: readonly Line[] = [
    { what: '查看', code: noun.name, rights: noun.see },
    ...actions.map((action) => ({
      what: action.title,
      code: `${noun.name}.${action.name}`,
      rights: rightsOf(action, titles),
    })),
  ];
  return `### ${noun.title}\n\n${table(noun, lines, titles)}`;
}

function viewPart(module: Module, titles: ReadonlyMap<string, string>): string {
  const said = { public: '公开', 'signed-in': '登录即可' } as const;
  const rows = module.views.map(({ name, title, may }) => {
    const who =
      typeof may === 'string'
        ? said[may]
        : rolesIn(may, titles, name)
            .map((role) => titles.get(role) ?? '程序')
            .join('、');
    return `| ${title} | \`${name}\` | ${who} |`;
  });
  return ['### 查询', '', '| 查询 | 代码 | 谁可以看 |', '| --- | --- | --- |', ...rows].join('\n');
}

const SCOPES = { region: '区划', organisation: '单位', tenant: '全部' } as const;

/** Who may do what, as Markdown: every role × every action, sight and view, decided by the permission function itself. */
export function permissionMatrix(modules: readonly Module[]): string {
  const roles = modules.flatMap((module) => Object.entries(module.roles));
  const titles = new Map(roles.map(([name, { title }]) => [name, title]));
  const list = roles.map(([name, { title, scope }]) => `| ${title} | \`${name}\` | ${SCOPES[scope]} |`);
  const parts = modules
    .filter((module) => module.nouns.length + module.views.length > 0)
    .map((module) =>
      [
        `## ${module.title}`,
        ...module.nouns.map((noun) => nounPart(module, noun, titles)),
        ...(module.views.length > 0 ? [viewPart(module, titles)] : []),
      ].join('\n\n'),
    );
  return [
    '# 权限表',
    'Generated from the declarations by `src/people/permissions/matrix.ts`; a test compares it. 空白：不允许。按某列：该列须在授权范围之内。',
    ['| 角色 | 代码 | 授权范围 |', '| --- | --- | --- |', ...list].join('\n'),
    ...parts,
    '',
  ].join('\n\n');
}
