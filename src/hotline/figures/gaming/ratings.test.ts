import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { CITIZEN } from '../../index.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../../testing/office.ts';
import { gamingView } from './gaming-view.ts';

const WATER = '区水利局';
const CITY = '区城市管理和综合执法局';
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

const MONDAY = '2020-05-11';
const set = (time: string): void => office.clock.set(`${MONDAY}T${time}+08:00`);
const act = (by: Person, name: string, input: object, id: string | null) =>
  office.act(by, `work-order.${name}`, input as never, id);
/** An order of this caller that the unit has answered and the office has let go at this time. */
async function answered(phone: string, at: string, unit = WATER): Promise<string> {
  set('09:00:00');
  const { id } = (await act(office.agent, 'register', lampOrder({ caller: { name: '甲某', phone } }), null))
    .row;
  await act(office.dispatcher, 'dispatch', { handler: office.unit(unit) }, id);
  const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
  await act(office.handlerOf(unit), 'reply', { text: `已修好，编号 ${id}。`, contacted }, id);
  set(at);
  await act(office.dispatcher, 'approve-reply', {}, id);
  return id;
}
async function rated(id: string, at: string, result = 'satisfied'): Promise<void> {
  set(at);
  await act(CITIZEN, 'rate', { result, solved: true }, id);
}
interface Line {
  readonly n: number;
  readonly orders: readonly { readonly id: string }[];
}
/** The lines of a clue that speak of one of these orders, each as its orders. */
async function linesOf(name: string, of: readonly string[]): Promise<readonly (readonly string[])[]> {
  const query = { from: MONDAY, to: MONDAY };
  const asked = { db: office.app.db, query, by: office.supervisor, app: office.app } as never;
  const { clues } = (await gamingView.read(asked)) as {
    readonly clues: readonly { readonly name: string; readonly lines: readonly Line[] }[];
  };
  return clues
    .find((each) => each.name === name)!
    .lines.map(({ orders }) => orders.map(({ id }) => id).toSorted())
    .filter((ids) => ids.some((id) => of.includes(id)));
}

test('satisfied within a minute of the answer being let go is listed; a minute later, or dissatisfied at once, is not', async () => {
  const ids = [
    await answered('13900000001', '10:00:00'),
    await answered('13900000002', '10:00:00'),
    await answered('13900000003', '10:00:00'),
  ];
  await rated(ids[0]!, '10:00:59');
  await rated(ids[1]!, '10:01:00');
  await rated(ids[2]!, '10:00:30', 'dissatisfied');
  expect(await linesOf('rated-at-once', ids)).toEqual([[ids[0]]]);
});

test('three satisfied ratings of one unit within one minute are one line; two, or three over two minutes or units, are none', async () => {
  const three = [
    await answered('13900000011', '11:00:00'),
    await answered('13900000012', '11:00:00'),
    await answered('13900000013', '11:00:00'),
  ];
  for (const [n, id] of three.entries()) await rated(id, `14:00:${10 + n}`);
  const spread = [
    await answered('13900000014', '11:00:00'),
    await answered('13900000015', '11:00:00'),
    await answered('13900000016', '11:00:00'),
    await answered('13900000017', '11:00:00', CITY),
  ];
  for (const [n, at] of ['14:10:58', '14:10:59', '14:11:00', '14:10:59'].entries())
    await rated(spread[n]!, at);
  expect(await linesOf('ratings-in-minute', [...three, ...spread])).toEqual([three.toSorted()]);
});

test('five satisfied ratings of one unit from one number are one line; four are none, and who keeps silent is nobody', async () => {
  const ratedAll = async (phone: string, count: number, from: number): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let n = 0; n < count; n++) {
      const id = await answered(phone, '12:00:00');
      await rated(id, `${from + n}:30:00`);
      ids.push(id);
    }
    return ids.toSorted();
  };
  const five = await ratedAll('13900000021', 5, 15);
  const four = await ratedAll('13900000022', 4, 15);
  expect(await linesOf('ratings-of-one-caller', [...five, ...four])).toEqual([five]);
});
