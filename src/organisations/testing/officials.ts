import type { Held } from '#lib/action/need.ts';
import type { ScopeTree } from '#lib/action/person.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { ledgerTables } from '#lib/testing/world.ts';
import type { Instant } from '#lib/time.ts';
import { organisations, organisationTree, type OrganisationTree } from '../index.ts';
import type { Seed } from '../seed/read.ts';

export const keeper = someone('机构员', ['organisations.keeper', '430611']);
export const townKeeper = someone('镇机构员', ['organisations.keeper', '430611101']);
export const stranger = someone('无权者');

/** A district with two towns, three bureaux and a hall: small enough to count on one hand. */
export const SMALL: Seed = {
  root: '430611',
  regions: [
    ['430611', '君山区'],
    ['430611001', '柳林洲街道'],
    ['430611101', '广兴洲镇'],
    ['430611101200', '洪市村'],
  ],
  organisations: [
    {
      name: '审批局',
      shortName: '审批局',
      kind: 'department',
      below: [{ name: '政务中心', shortName: '政务中心', kind: 'institution' }],
    },
    { name: '城管局', shortName: '城管', kind: 'department' },
    { name: '广兴洲镇人民政府', shortName: '广兴洲镇', kind: 'town', region: '430611101' },
  ],
  sites: [
    {
      name: '大厅',
      kind: 'hall',
      organisation: '政务中心',
      windows: [['A01', '无差别综合窗口', '政务中心']],
    },
  ],
};

/** The program with this module alone; the clock stands still at noon of 10 November 2026 in Shanghai. */
export async function openOffice() {
  const app = await testApp([ledgerTables, organisations], {
    scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
    now: () => '2026-11-10T04:00:00.000Z' as Instant,
  });
  const tree = (): OrganisationTree => app.scopes() as OrganisationTree;
  const idOf = (name: string): string =>
    [...tree().organisations.values()].find((each) => each.name === name)!.id;
  return { app, act: acting(app), tree, idOf };
}
