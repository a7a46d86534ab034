import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import { runReactions } from '#ledger/loops.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { drawnByLot } from './lot.ts';

describe('the lot', () => {
  const ids = Array.from({ length: 10 }, (_, n) => `01980000-0000-7000-8000-00000000000${n}`);
  test('takes so many of a hundred, rounded up: of ten, 3 % are one, 25 % three, 100 % all', () =>
    expect([3, 25, 100].map((percent) => drawnByLot(ids, { seed: 's', percent }).length)).toEqual([
      1, 3, 10,
    ]));
  test('is the same in whatever order the cases come, and another under another seed', () => {
    const one = drawnByLot(ids, { seed: 's', percent: 30 });
    expect(drawnByLot(ids.toReversed(), { seed: 's', percent: 30 })).toEqual(one);
    const others = ['a', 'b', 'c', 'd'].map((seed) => drawnByLot(ids, { seed, percent: 30 }).join());
    expect(new Set([...others, one.join()]).size).toBeGreaterThan(1);
  });
});

let hall: Hall;
const VILLAGE = '430611101200';
beforeAll(async () => {
  hall = await serviceHall();
  await runReactions(hall.app);
  await hall.offer('QS-01', waterPermit);
  await hall.offer('QS-03', {
    name: '取水户信息变更',
    kind: 'instant',
    legalLimit: { days: 5, unit: 'working' },
    promisedLimit: { days: 0, unit: 'working' },
    type: 'service',
    basicCode: '432019001000',
    implementingCode: '11000000000000000U4432019001000',
    resultType: 'none',
    materials: [waterPermit.materials![0]!],
  });
});
afterAll(() => hall.close());

test('instant cases are drawn by lot, looked at by somebody else, once, and counted', async () => {
  const handle = (more = {}) =>
    hall.act(hall.clerk, 'case-file.handle', application('QS-03', { papers: ['申请书'], ...more }));
  for (let n = 0; n < 4; n += 1) await handle();
  await handle({ place: VILLAGE });
  await hall.act(hall.clerk, 'case-file.apply', application('QS-01')); // not completed: nothing to look at yet
  hall.set('2020-06-01T09:00+08:00');
  const wish = { from: '2020-05-01', to: '2020-05-31', percent: 40 };
  await expect(
    hall.act(hall.inspector, 'after-check-draw.draw', { ...wish, to: '2020-04-30' }),
  ).rejects.toMatchObject({ code: 'cases.draw-period' });
  await hall.act(hall.inspector, 'after-check-draw.draw', wish);
  await runReactions(hall.app);
  const [draw] = await hall.app.query(
    'select state, population, size, drawn, members, seed, seed_block from after_check_draw',
    [],
  );
  expect(draw).toMatchObject({ state: 'drawn', population: 5, size: 2 });
  // The seed is the hash of the block in which the asking stands; whoever has both draws the same again.
  const [block] = await hall.app.query(
    `select b.height::int as height, b.hash from ledger_block b join ledger_entry e
       on e.seq between b.first_seq and b.last_seq where e.noun = 'after-check-draw' and e.action = 'draw'`,
    [],
  );
  expect(block).toEqual({ height: draw!['seed_block'], hash: draw!['seed'] });
  const { members, seed } = draw as { readonly members: readonly string[]; readonly seed: string };
  expect(drawnByLot(members, { seed, percent: 40 })).toEqual(draw!['drawn']);
  const marked = await hall.app.query('select id from case_file where is_after_check order by id', []);
  expect(marked.map(({ id }) => id)).toEqual(draw!['drawn']);

  const [first, second] = marked.map(({ id }) => id as string);
  const check = (id: string, result: string, by = hall.inspector) =>
    hall.act(by, 'case-file.record-after-check', { result, finding: '核对档案和现场' }, id);
  const grants = [...hall.clerk.grants, ...hall.inspector.grants];
  await expect(check(first!, 'sound', { ...hall.clerk, grants })).rejects.toMatchObject({
    code: 'cases.own-after-check',
  });
  expect((await check(first!, 'sound')).row).toMatchObject({ isAfterCheckSound: true });
  await expect(check(first!, 'faulty')).rejects.toMatchObject({ code: 'lib.wrong-state' });
  await check(second!, 'faulty');

  // A second draw of the same days has the three that were left.
  await hall.act(hall.inspector, 'after-check-draw.draw', { ...wish, percent: 1 });
  await runReactions(hall.app);
  const [again] = await hall.app.query('select population, size from after_check_draw order by id desc', []);
  expect(again).toEqual({ population: 3, size: 1 });

  await foldAll(hall.app);
  const figures = new Map(
    (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
  );
  expect(
    ['after-check-drawn', 'after-checked', 'after-check-faulty', 'after-check-faulty-rate'].map((name) =>
      figures.get(`cases.${name}`),
    ),
  ).toEqual(['3', '2', '1', '0.5']);
});

test('what is not separated is in the population by whichever way it was done, what is separated is not', async () => {
  hall.set('2020-07-01T09:00+08:00');
  const done = async (item: string): Promise<string> => {
    const papers = item === 'QS-03' ? { papers: ['申请书'] } : {};
    const { row } = await hall.act(hall.clerk, 'case-file.apply', application(item, papers));
    await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
    await hall.act(hall.decider, 'case-file.grant', {}, row.id);
    if (item === 'QS-01')
      await hall.act(hall.sealer, 'case-file.issue', { resultNumber: '君水许〔2020〕71号' }, row.id);
    await hall.act(hall.clerk, 'case-file.deliver', { way: 'counter', proof: '甲某' }, row.id);
    return row.id;
  };
  const [whole] = [await done('QS-03'), await done('QS-01')];
  const wish = { from: '2020-07-01', to: '2020-07-01', percent: 100 };
  const { row } = await hall.act(hall.inspector, 'after-check-draw.draw', wish);
  await runReactions(hall.app);
  const [draw] = await hall.app.query('select members from after_check_draw where id = $1', [row.id]);
  expect(draw).toEqual({ members: [whole] });
});
