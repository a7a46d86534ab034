import { afterAll, beforeAll, expect, test } from 'vitest';
import { getAction } from '#lib/app.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { file, ledgerTables, world } from '#lib/testing/world.ts';
import type { Row } from '../noun.ts';
import { opener } from './opened.ts';
import { rowFrom } from './plan.ts';

let app: Awaited<ReturnType<typeof testApp>>;
let act: ReturnType<typeof acting>;
const clerk = someone('甲', ['clerk', '430611']);
beforeAll(async () => {
  app = await testApp([ledgerTables, world]);
  act = acting(app);
});
afterAll(() => app.close());

const wish = (key: string, by = clerk, input = { region: '430611', title: '路灯', phone: '13800001234' }) =>
  app.engine.perform({
    action: getAction(app, 'world-file', 'start'),
    id: null,
    input,
    by,
    now: app.now(),
    key,
    ifMatch: null,
  });
const said = (text: string) => JSON.parse(text) as Record<string, unknown>;

test('a repeat answers the first answer as long as the row stands as it did', async () => {
  const first = await wish('as-it-was');
  expect((await wish('as-it-was')).text).toBe(first.text);
});

test('a repeat after a change answers the row as it may be read now', async () => {
  const first = await wish('changed');
  await act(clerk, 'world-file.rename', { title: '已改' }, first.row.id);
  const again = await wish('changed');
  expect(again.isRepeat).toBe(true);
  expect(said(again.text)).toMatchObject({
    id: first.row.id,
    version: 2,
    title: '已改',
    actions: ['rename'],
  });
});

test('who does not see the row any more is told that it was done, and no words or names of it', async () => {
  const moved = { ...clerk, grants: [{ role: 'clerk', scope: '430602' }] };
  const first = await wish('moved');
  await act(clerk, 'world-file.rename', { title: '已改' }, first.row.id);
  const again = said((await wish('moved', moved)).text);
  expect(again).toMatchObject({ id: first.row.id, version: 1, title: null, holder: null, actions: [] });
});

test('personal values are opened for a comparison; where the key is destroyed there is nothing', async () => {
  const { row } = await wish('opened');
  const [record] = await app.query('select * from world_file where id = $1', [row.id]);
  const rows: readonly Row[] = [rowFrom(file, record!)];
  const open = opener(app.query, app.suite);
  expect(await open(file, rows)).toEqual([{ holder: '13800001234' }]);
  await app.query('delete from personal_key where owner = $1', [row.id]);
  expect(await open(file, rows)).toEqual([{ holder: null }]);
});
