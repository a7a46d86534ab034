import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCatalogue } from '#catalogue/index.ts';
import { verifyApp } from '#ledger/index.ts';
import { serviceHall, type Hall } from '../testing/hall.ts';
import { seedThemes } from './seed.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await seedCatalogue(hall.app);
});
afterAll(() => hall.close());

test('three themes are published by the ordinary actions, once; one is joined by the law, each hands a result on', async () => {
  expect(await seedThemes(hall.app)).toBe(3);
  expect(await seedThemes(hall.app)).toBe(0);
  const rows = await hall.app.query(
    `select name, is_joint as joint, jsonb_array_length(items) as items, jsonb_array_length(feeds) as feeds
      from theme where state = 'published' order by id`,
    [],
  );
  expect(rows).toEqual([
    { name: '开办餐饮店', joint: false, items: 3, feeds: 2 },
    { name: '企业用水用电用气', joint: false, items: 3, feeds: 1 },
    { name: '企业投资项目开工', joint: true, items: 5, feeds: 3 },
  ]);
  expect(await verifyApp(hall.app)).toMatchObject({ ok: true });
});

test('the building site has forty-five working days; what is handed on is not asked for', async () => {
  const [theme] = await hall.app.query(`select id from theme where is_joint`, []);
  const { row } = await hall.act(hall.clerk, 'bundle.apply', {
    theme: theme!['id'],
    place: '430611',
    applicant: {
      kind: 'firm',
      name: '某建材有限公司',
      creditCode: '91430611MA4L000007',
      phone: '13800001234',
    },
  });
  expect(row).toMatchObject({ legalLimit: { amount: 45 }, cases: 5 });
  const papers = (row as unknown as { papers: { name: string; state: string }[] }).papers;
  const waived = papers.filter(({ state }) => state === 'waived').map(({ name }) => name);
  expect(waived).toEqual(['项目批准、核准或备案文件', '使用土地证明文件', '建设工程规划许可证']);
});

test('each theme is taken whole at one kind of window of the hall', async () => {
  const themes = await hall.app.query(
    `select id, is_joint as joint from theme where state = 'published'`,
    [],
  );
  const applicant = { kind: 'person', name: '某申请人', phone: '13800001234' };
  for (const { id, joint } of themes) {
    const windowType = joint === true ? 'engineering' : 'undifferentiated';
    const said = { theme: id, place: '430611', windowType, applicant };
    expect((await hall.act(hall.clerk, 'bundle.apply', said)).row).toMatchObject({ windowType });
  }
});
