import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import type { CallBackDraw } from './call-back-draw.ts';
import { drawOrdersView } from './orders-view.ts';
import { redrawView } from './redraw-view.ts';
import { drawResultView } from './result-view.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
  await react();
});
afterAll(() => office.close());

/** What the serving process does every second. */
const react = () => runReactions(office.app);

async function closed(unit: string, more = {}): Promise<string> {
  const order = (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(unit) }, order.id);
  const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
  await office.act(office.handlerOf(unit), 'work-order.reply', { text: '已处理。', contacted }, order.id);
  await office.act(office.dispatcher, 'work-order.close', {}, order.id);
  return order.id;
}
const drawNow = async (input: Readonly<Record<string, unknown>>): Promise<CallBackDraw> => {
  const { row } = await office.act(office.callerBack, 'call-back-draw.draw', input);
  await react();
  const [kept] = await office.app.query(
    'select drawn, outside, population, size from call_back_draw where id = $1',
    [row.id],
  );
  return { ...row, ...kept } as unknown as CallBackDraw;
};

test('draws from what was closed in the days, marks who was drawn, keeps the list, and counts what it heard', async () => {
  for (let n = 0; n < 4; n++) await closed('区水利局');
  await closed('区教育局');
  await closed('区教育局', { caller: {} });
  const may = { from: '2020-05-01', to: '2020-05-31', seed: '五月', size: 4 };
  const draw = await drawNow(may);
  // Five can be called; two from each unit's stratum at least, but the second unit has one: 2 + 1, the fourth to the first.
  expect(draw).toMatchObject({
    population: 5,
    size: 4,
    outside: { withoutPhone: 1, drawnBefore: 0, calledBack: 0, excluded: 0 },
  });
  const marked = await office.app.query('select id from work_order where is_sampled order by id', []);
  expect(marked.map((row) => row['id'])).toEqual((draw.drawn ?? []).map(({ id }) => id).toSorted());

  office.later(60);
  const water = (draw.drawn ?? []).filter(({ unit }) => unit === office.unit('区水利局'));
  const say = (id: string, result: string, solved: boolean) =>
    office.act(office.callerBack, 'work-order.call-back', { result, solved }, id);
  await say(water[0]!.id, 'satisfied', true);
  await say(water[1]!.id, 'dissatisfied', true);
  const result = (await drawResultView.read({
    db: office.app.db,
    query: { id: draw.id },
    by: office.callerBack,
    app: office.app,
  } as never)) as { readonly units: readonly unknown[]; readonly total: unknown };
  expect(result.units).toMatchObject([
    {
      name: '区水利局',
      population: 4,
      drawn: 3,
      rate: '1 / 2',
      percent: '50.00%',
      waiting: 1,
      standing: '样本不足',
    },
    {
      name: '区教育局',
      population: 1,
      drawn: 1,
      rate: null,
      interval: null,
      waiting: 1,
      standing: '样本不足',
    },
  ]);

  // Behind every number of the result stand as many orders.
  const listed = async (of: string, unit?: string) =>
    (await drawOrdersView.read({
      db: office.app.db,
      query: { id: draw.id, of, ...(unit ? { unit } : {}) },
      by: office.callerBack,
      app: office.app,
    } as never)) as { readonly count: number; readonly items: readonly { readonly id: string }[] };
  const counted = { population: 5, drawn: 4, satisfied: 1, dissatisfied: 1, 'no-view': 0, waiting: 2 };
  for (const [of, count] of Object.entries(counted)) {
    const page = await listed(of);
    expect([of, page.count, page.items.length]).toEqual([of, count, count]);
  }
  expect((await listed('dissatisfied', office.unit('区水利局'))).items).toMatchObject([{ id: water[1]!.id }]);
  expect((await listed('population', office.unit('区教育局'))).count).toBe(1);

  // Two of the four were called, two more were drawn and wait for it.
  const again = await drawNow(may);
  expect(again).toMatchObject({
    population: 1,
    size: 1,
    outside: { calledBack: 2, drawnBefore: 2, withoutPhone: 1 },
  });

  // The first draw comes out again from what was kept, although those orders can no longer be drawn.
  const redrawn = (seed?: string) =>
    redrawView.read({
      query: { id: draw.id, ...(seed ? { seed } : {}) },
      by: office.supervisor,
      app: office.app,
    } as never) as Promise<{ readonly drawn: readonly { readonly id: string }[] }>;
  const same = await redrawn();
  expect(same).toMatchObject({ isSameDraw: true, isPopulationUnchanged: true, population: 5, size: 4 });
  expect(same.drawn.map(({ id }) => id)).toEqual((draw.drawn ?? []).map(({ id }) => id));
  expect(await redrawn('另一个')).toMatchObject({ seed: '另一个', isPopulationUnchanged: true, size: 4 });
});

test('who was called back without a draw is not drawn, and a small size is kept', async () => {
  office.clock.set('2020-06-10T09:00+08:00');
  const ids = [await closed('区水利局'), await closed('区水利局'), await closed('区教育局')];
  await office.act(office.callerBack, 'work-order.call-back', { result: 'satisfied', solved: true }, ids[0]!);
  office.later(60);
  const june = { from: '2020-06-01', to: '2020-06-30', seed: '六月', size: 1 };
  const draw = await drawNow(june);
  // One each would be two, as the rules want two each where there are two; one was asked for.
  expect(draw).toMatchObject({ population: 2, size: 1, outside: { calledBack: 1, drawnBefore: 0 } });
});

test('a period that ends before it begins is refused', async () => {
  await expect(
    office.act(office.callerBack, 'call-back-draw.draw', { from: '2020-05-02', to: '2020-05-01' }),
  ).rejects.toMatchObject({ code: 'hotline.draw-period' });
});

test('a handler neither draws nor sees a draw', async () => {
  const handler = office.handlerOf('区水利局');
  await expect(
    office.act(handler, 'call-back-draw.draw', { from: '2020-05-01', to: '2020-05-02' }),
  ).rejects.toMatchObject({ code: 'lib.missing-role' });
});
