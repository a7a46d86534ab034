import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import type { CallBackDraw } from './call-back-draw.ts';
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
    outside: { withoutPhone: 1, drawnBefore: 0, excluded: 0 },
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

  const again = await drawNow(may);
  expect(again).toMatchObject({ population: 1, size: 1, outside: { drawnBefore: 4, withoutPhone: 1 } });
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
