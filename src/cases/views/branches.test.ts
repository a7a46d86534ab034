import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { cases } from '../index.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

const [FIELDS, LAND] = ['区农业农村局', '区自然资源局'];
let hall: Hall;
let head: Person;
const ids: Record<string, string> = {};

async function asked(name: string, by: Person, query: object): Promise<unknown> {
  const found = cases.views.find((each) => each.name === name)!;
  const { app, now } = hall;
  const told = await found.read({ db: app.db, app, by, now: now(), scopes: app.scopes(), query } as never);
  return JSON.parse((told as { readonly json: string }).json);
}
interface Shown {
  readonly id: string;
  readonly department: string;
  readonly state: string;
}
const listed = async (by: Person, query: object) =>
  ((await asked('cases.case-branches', by, query)) as { readonly items: readonly Shown[] }).items;
const departments = async (by: Person, caseId: string) =>
  (await listed(by, { caseId })).map(({ department }) => department).toSorted();
const ofCase = async (caseId: string, department: string) =>
  (
    await hall.app.query('select id from case_branch where case_id = $1 and department = $2', [
      caseId,
      hall.unit(department),
    ])
  )[0]!['id'] as string;

beforeAll(async () => {
  hall = await serviceHall();
  head = someone('局长', ['cases.head', hall.unit(WATER)]);
  const step = (department: string) => ({ stage: 1, department, task: '核对', days: 3 });
  await hall.offer('QS-01', { ...waterPermit, steps: [WATER, FIELDS, LAND].map(step) });
  // Decided by another department, with a branch of the water bureau.
  await hall.offer('QS-02', {
    ...waterPermit,
    name: '农业用地审核',
    body: FIELDS,
    basicCode: '430119002000',
    implementingCode: '11000000000000000U4430119002000',
    steps: [WATER, LAND].map(step),
  });
  for (const item of ['QS-01', 'QS-02']) {
    const { id } = (await hall.act(hall.clerk, 'case-file.apply', application(item))).row;
    await hall.act(hall.clerk, 'case-file.accept', {}, id);
    ids[item] = id;
  }
});
afterAll(() => hall.close());
const units = (...names: readonly string[]) => names.map((name) => hall.unit(name)).toSorted();

test('who decides a case sees the branches of all departments, side by side', async () => {
  for (const each of [hall.approverOf(WATER), hall.decider, head])
    expect(await departments(each, ids['QS-01']!)).toEqual(units(WATER, FIELDS, LAND));
});

test('with state, opinion, day and department, to be read and not answered', async () => {
  const theirs = await ofCase(ids['QS-01']!, FIELDS);
  const opinion = '同意，灌区用水不受影响';
  await hall.act(hall.approverOf(FIELDS), 'case-branch.agree', { opinion }, theirs);
  for (const each of [hall.decider, head]) {
    expect(await asked('cases.case-branch', each, { key: theirs })).toMatchObject({
      department: hall.unit(FIELDS),
      state: 'agreed',
      opinion,
      answeredAt: '2020-05-11T01:00:00.000Z',
      actions: [],
    });
  }
  const open = await ofCase(ids['QS-01']!, LAND);
  expect(await asked('cases.case-branch', hall.decider, { key: open })).toMatchObject({ actions: [] });
  await expect(hall.act(hall.decider, 'case-branch.agree', { opinion }, open)).rejects.toMatchObject({
    code: 'lib.not-found',
  });
});

test('of a case that another department decides a department sees its own branch alone, as before', async () => {
  expect(await departments(hall.decider, ids['QS-02']!)).toEqual(units(WATER));
  const theirs = await ofCase(ids['QS-02']!, LAND);
  for (const each of [hall.decider, head])
    await expect(asked('cases.case-branch', each, { key: theirs })).rejects.toMatchObject({
      code: 'lib.not-found',
    });
  expect(await departments(hall.approverOf(LAND), ids['QS-01']!)).toEqual(units(LAND));
});

test('the list of a department without a case is its own inbox still', async () => {
  const seen = await listed(hall.decider, { limit: '100' });
  expect(new Set(seen.map(({ department }) => department))).toEqual(new Set(units(WATER)));
});
