/* Results handed over before anybody wrote down whether in time: the year counts them all the same. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import { withClient } from '#lib/db/index.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { recountRound } from './recount-delivered.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

/** Decided on Monday 11 May, so to be handed over by Monday 25 May; handed over on the day said. */
async function handedOver(on: string, n: number): Promise<string> {
  hall.set('2020-05-11T09:00+08:00');
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01'));
  await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
  await hall.act(hall.decider, 'case-file.grant', {}, row.id);
  await hall.act(hall.sealer, 'case-file.issue', { resultNumber: `君水许〔2020〕${n}号` }, row.id);
  hall.set(`${on}T09:00+08:00`);
  await hall.act(hall.clerk, 'case-file.deliver', { way: 'counter', proof: '甲某' }, row.id);
  return row.id;
}

test('by the end of its ten days it was in time, after it was not; once, and by nobody’s hand', async () => {
  const [soon, late] = [await handedOver('2020-05-25', 1), await handedOver('2020-05-26', 2)];
  await foldAll(hall.app);
  // As the rows of an older installation stand.
  await withClient(hall.app.database, { as: 'owner' }, (client) =>
    client.query('update case_file set is_delivered_in_time = null'),
  );
  await recountRound(hall.app);
  await recountRound(hall.app);
  const stands = async (id: string) =>
    (await hall.app.query('select state, is_delivered_in_time as is from case_file where id = $1', [id]))[0];
  expect(await stands(soon)).toEqual({ state: 'completed', is: true });
  expect(await stands(late)).toEqual({ state: 'completed', is: false });
  const told = await hall.app.query(
    "select person_name from ledger_entry where action = 'recount-delivered'",
    [],
  );
  expect(told).toEqual([{ person_name: '系统' }, { person_name: '系统' }]);
  await foldAll(hall.app);
  const year = new Map(
    (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
  );
  expect(year.get('cases.completed')).toBe('2');
});
