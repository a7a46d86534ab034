import { expect, test } from 'vitest';
import type { Program } from '#desk/api/program.ts';
import { navigation } from './navigation.ts';

const noun = (name: string) => ({
  name,
  path: `${name}s`,
  title: name,
  states: {},
  filters: [],
  isSearchable: false,
  holdsFiles: true,
  columns: {},
});
/** These may be seen, and what stands before the colon may be done to those after it. */
const programOf = (seen: readonly string[], acted: readonly string[]) =>
  ({
    modules: [],
    nouns: seen.map(noun),
    actions: acted.map((of) => ({ noun: of, name: 'do' })),
    roles: {},
  }) as unknown as Program;
const SEEN = [
  'setting',
  'region',
  'token',
  'item',
  'item-edition',
  'basis-check',
  'case-file',
  'case-objection',
  'theme',
];
const titlesOf = (acted: readonly string[], ...roles: readonly string[]) =>
  Object.fromEntries(
    navigation(programOf(SEEN, acted), new Set(roles)).map(({ title, links }) => [
      title,
      links.map((each) => each.title),
    ]),
  );

test('a clerk at a counter finds the counter; the catalogue’s inner records and the office’s are folded away', () => {
  expect(titlesOf(['token', 'case-file'], 'cases.clerk')).toEqual({
    工作: ['我的待办'],
    办件: ['收件', '出件', 'case-file'],
    事项目录: ['item'],
    核查: ['统计指标'],
    管理: ['我的账号'],
    其他记录: [
      'setting',
      'region',
      'token',
      'item-edition',
      'basis-check',
      'case-objection',
      'theme',
      '报告核查',
      '角色与权限',
    ],
  });
});

test('an editor of the catalogue has its records, an inspector reads what others do', () => {
  expect(titlesOf(['item', 'item-edition', 'basis-check'], 'catalogue.editor')['事项目录']).toEqual([
    '目录检查',
    '目录比对',
    '导入导出事项',
    'item',
    'item-edition',
    'basis-check',
  ]);
  expect(titlesOf(['case-file'], 'cases.inspector')['办件']).toEqual([
    '红黄牌',
    '办理用时',
    'case-file',
    'case-objection',
  ]);
});

test('whatever may be seen is in the menu once, folded or not', () => {
  for (const role of [
    'cases.clerk',
    'hotline.handler',
    'ledger.auditor',
    'people.administrator',
    'catalogue.editor',
  ]) {
    const links = navigation(programOf(SEEN, ['token']), new Set([role])).flatMap((group) => group.links);
    const records = links.map(({ title }) => title).filter((title) => SEEN.includes(title));
    expect(records.toSorted()).toEqual(SEEN.toSorted());
    expect(new Set(links.map(({ to }) => to)).size).toBe(links.length);
  }
});
