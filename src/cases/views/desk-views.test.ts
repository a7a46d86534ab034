import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { bareServer } from '#lib/http/server.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { caseFile } from '../file/case-file.ts';
import { cases } from '../index.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { branchFileRoutes } from './branch-case.ts';

const FIELDS = '区农业农村局';
let hall: Hall;
let id = '';
let branchId = '';

/** What a view answers to somebody. */
function asked(name: string, by: Person, query: Readonly<Record<string, string>>): Promise<unknown> {
  const found = cases.views.find((each) => each.name === name)!;
  const scopes = hall.app.scopes();
  return found.read({ db: hall.app.db, app: hall.app, by, now: hall.now(), scopes, query } as never);
}
async function toDeliver(
  q = '',
): Promise<readonly { readonly number: string; readonly light: string | null }[]> {
  const page = (await asked('cases.to-deliver', hall.clerk, { q })) as {
    readonly items: readonly { readonly number: string; readonly light: string | null }[];
  };
  return page.items;
}
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  await hall.offer('QS-02', {
    ...waterPermit,
    name: '河道管理范围内建设项目方案审批',
    implementingCode: '11000000000000000U4430119002000',
    basicCode: '430119002000',
    steps: [{ stage: 1, department: FIELDS, task: '核对灌区用水', days: 3 }],
  });
  // Monday 11 May 2020, at nine.
  const { row } = await hall.act(
    hall.clerk,
    'case-file.apply',
    application('QS-02', { matter: '修建引水渠' }),
  );
  id = row.id;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  const found = await hall.app.query('select id from case_branch where case_id = $1', [id]);
  branchId = found[0]!['id'] as string;
});
afterAll(() => hall.close());

test('two working days on, both clocks say what is used, what is left and why', async () => {
  hall.set('2020-05-13T09:00+08:00');
  const told = (await asked('cases.clocks', hall.clerk, { key: id })) as {
    readonly clocks: readonly { readonly lines: readonly string[] }[];
  };
  expect(told).toMatchObject({
    isOver: false,
    clocks: [
      {
        title: '法定时限',
        limit: '20个工作日',
        used: '2个工作日',
        left: '18个工作日',
        light: 'green',
        isLate: false,
      },
      { title: '承诺时限', limit: '10个工作日', used: '2个工作日', left: '8个工作日', isLate: false },
    ],
  });
  // Ten working days after 11 May: 12 to 15, 18 to 22, and Monday the 25th.
  expect(told.clocks[1]!.lines.at(-1)).toContain('5月25日');
});

test('a department reads through its branch what it may not see otherwise, and no other department does', async () => {
  const fields = hall.approverOf(FIELDS);
  await expect(getRow(caseFile, id, { by: fields, app: hall.app })).rejects.toThrow('lib.not-found');
  const seen = await asked('cases.branch-case', fields, { key: branchId });
  expect(seen).toMatchObject({
    itemName: '河道管理范围内建设项目方案审批',
    applicantName: '甲*',
    matter: '修建引水渠',
    files: [],
  });
  expect(seen).not.toHaveProperty('phone');
  const other = hall.approverOf('区教育局');
  await expect(asked('cases.branch-case', other, { key: branchId })).rejects.toThrow('lib.not-found');
});

test('a file of another case is not handed out through a branch', async () => {
  const app = { ...hall.app, authenticate: () => Promise.resolve(hall.approverOf(FIELDS)) };
  const server = bareServer(app);
  branchFileRoutes(server, app);
  const url = `/api/case-branches/${branchId}/files/${id}`;
  expect((await server.inject({ url })).statusCode).toBe(404);
  await server.close();
});

test('what is decided is found at the counter by number, whole name, phone or its last four digits', async () => {
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01'));
  await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
  const numbers = async (q: string): Promise<readonly string[]> =>
    (await toDeliver(q)).map(({ number }) => number);
  expect(await numbers('')).toEqual([]);
  await hall.act(hall.decider, 'case-file.grant', {}, row.id);
  // A certificate is not handed over before it is made and sealed.
  expect(await numbers('')).toEqual([]);
  await hall.act(hall.sealer, 'case-file.issue', { resultNumber: '取水〔2020〕1号' }, row.id);
  for (const words of ['', row.number, '甲某', '13800001234', '138-0000-1234', '1234', '取水'])
    expect([words, await numbers(words)]).toEqual([words, [row.number]]);
  for (const words of ['甲', '乙某', '4321', '0000', '13800001235'])
    expect([words, await numbers(words)]).toEqual([words, []]);
});

test('what is to be handed out comes by its due day with the light of the ten days', async () => {
  const decided = async (at: string, number: string): Promise<string> => {
    hall.set(at);
    const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01'));
    await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
    await hall.act(hall.decider, 'case-file.grant', {}, row.id);
    await hall.act(hall.sealer, 'case-file.issue', { resultNumber: number }, row.id);
    return row.number as string;
  };
  const before = await toDeliver();
  const first = await decided('2020-06-01T09:00+08:00', '取水〔2020〕11号');
  const second = await decided('2020-06-09T09:00+08:00', '取水〔2020〕12号');
  const mine = async () =>
    (await toDeliver())
      .filter(({ number }) => before.every((each) => each.number !== number))
      .map(({ number, light }) => [number, light]);
  // Ten working days from Monday 1 June end on Monday 15 June, from Tuesday 9 June on Tuesday 23 June.
  hall.set('2020-06-09T10:00+08:00');
  expect(await mine()).toEqual([
    [first, 'green'],
    [second, 'green'],
  ]);
  hall.set('2020-06-15T09:00+08:00');
  expect(await mine()).toEqual([
    [first, 'yellow'],
    [second, 'green'],
  ]);
  hall.set('2020-06-16T09:00+08:00');
  expect(await mine()).toEqual([
    [first, 'red'],
    [second, 'green'],
  ]);
});
