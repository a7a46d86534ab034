import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#lib/db/index.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import { numberGapsView } from './number-gaps.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

interface Answer {
  readonly drawn: number;
  readonly missing: number;
  readonly births: number;
  readonly vanished: number;
  readonly holes: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly why: string;
    readonly before: { readonly number: string; readonly seq: string } | null;
    readonly after: { readonly number: string } | null;
  }[];
}
const read = async (year = '2020'): Promise<Answer> =>
  (await numberGapsView.read({ query: { year }, app: office.app } as never)) as Answer;
const asOwner = (statement: string, values: readonly unknown[] = []): Promise<unknown> =>
  withClient(office.app.database, { as: 'owner' }, (client) => client.query(statement, [...values]));
const register = async (): Promise<{ readonly id: string; readonly n: number }> => {
  const { row } = await office.act(office.agent, 'work-order.register', lampOrder());
  return { id: row.id, n: Number(row.number.slice('GD2020'.length)) };
};
const numbered = (n: number): string => `GD2020${String(n).padStart(6, '0')}`;

test('every number that no order has is listed with the orders beside it and with why; none was taken away', async () => {
  // A process that had taken five numbers and ended: the counter is past them, nobody was given one.
  const first = await register();
  await asOwner("update public_number set n = n + 5 where series = 'GD2020'");
  const given = [first.n];
  // More than the process had taken ahead, so that the five lie between two orders.
  while (given.length < 40) given.push((await register()).n);
  const told = await read();
  const expected: (readonly [number, number])[] = [];
  for (const [index, n] of given.entries()) {
    const before = given[index - 1] ?? 0;
    if (n - before > 1) expected.push([before + 1, n - 1]);
  }
  expect(expected.some(([from, to]) => to - from === 4)).toBe(true);
  if (told.drawn > given.at(-1)!) expected.push([given.at(-1)! + 1, told.drawn]);
  expect(told.holes.map(({ from, to }) => [from, to])).toEqual(
    expected.map(([from, to]) => [numbered(from), numbered(to)]),
  );
  expect([told.births, told.vanished, told.missing]).toEqual([40, 0, told.drawn - 40]);
  const five = told.holes.find(({ count }) => count === 5)!;
  expect(five.why).toContain('取号后没有形成工单');
  expect(five.before!.number < five.from && five.to < five.after!.number).toBe(true);
  const [birth] = await office.app.query(
    'select e.seq from ledger_entry e join work_order w on w.id = e.subject where w.number = $1',
    [five.before!.number],
  );
  expect(five.before!.seq).toBe(String(birth!['seq']));
});

test('an order that was taken away behind the program is no innocent hole', async () => {
  await register();
  const { id, n } = await register();
  await register();
  await asOwner('delete from work_order where id = $1', [id]);
  const told = await read();
  expect(told.vanished).toBe(1);
  expect(told.holes.find(({ from }) => from <= numbered(n))!.why).toContain('须立即核查');
});

test('a year without orders has no holes', async () => {
  expect(await read('2019')).toMatchObject({ drawn: 0, missing: 0, holes: [] });
});
