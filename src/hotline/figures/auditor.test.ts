import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll, measuresOfYear, recordsOfYear } from '#ledger/index.ts';
import { publicRow } from '#lib/action/engine/answer.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { someone } from '#lib/testing/app.ts';
import { sentOf, type View } from '#lib/view.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import { bridgeView } from './bridge-view.ts';
import { makeBulletin } from './bulletin/bulletin.ts';
import { bulletinRecordsView } from './bulletin/views.ts';

const auditor = someone('账本审计员', ['ledger.auditor']);
let office: HotlineOffice;
let id = '';
beforeAll(async () => {
  office = await hotlineOffice();
  ({ id } = (await office.act(office.agent, 'work-order.register', lampOrder())).row as WorkOrder);
  await foldAll(office.app);
});
afterAll(() => office.close());
const look = async <T>(view: View, query: object): Promise<T> => {
  const { app } = office;
  const asked = { db: app.db, query, by: auditor, now: app.now(), scopes: app.scopes(), app };
  return JSON.parse(String(sentOf(await view.read(asked as never)))) as T;
};

test('the auditor reads measures, bridge, bulletin and the orders behind them, people masked, and can do nothing', async () => {
  const { app } = office;
  const asker = { by: auditor, scopes: app.scopes() };
  const figures = await measuresOfYear(app, { year: 2020 }, asker);
  expect(figures.find(({ name }) => name === 'hotline.orders-received')?.value).toBe('1');
  const wanted = { year: 2020, name: 'hotline.orders-received', limit: 10 };
  expect((await recordsOfYear(app, wanted, asker)).items.map((row) => row['id'])).toEqual([id]);
  const bridge = await look<{ lines: readonly { measure: string; value: string }[] }>(bridgeView, {
    year: '2020',
  });
  expect(bridge.lines[0]).toMatchObject({ measure: 'hotline.orders-received', value: '1' });
  const asked = { year: '2020', month: '5' };
  const bulletin = await makeBulletin({ by: auditor, app }, asked);
  expect([bulletin.share, bulletin.total.cells[0]!.text]).toEqual([null, '1']);
  const page = await look<{ items: readonly { id: string }[] }>(bulletinRecordsView, {
    ...asked,
    measure: 'hotline.received',
  });
  expect(page.items.map((row) => row.id)).toEqual([id]);
  const shown = JSON.stringify(publicRow(workOrder, await getRow(workOrder, id, { by: auditor, app })));
  expect(shown).not.toMatch(/甲某|13800001234/);
  for (const [action, input] of [
    ['unmask', { field: 'callerPhone', reason: '核查需要查看' }],
    ['withdraw', {}],
  ] as const)
    await expect(office.act(auditor, `work-order.${action}`, input, id)).rejects.toMatchObject({
      code: 'lib.missing-role',
    });
});
