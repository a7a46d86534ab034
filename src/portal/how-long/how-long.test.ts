/* 实际用时 for everybody: on a page of its own and in the guide, beside the promise. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { application, waterPermit } from '#cases/testing/hall.ts';
import { itemPages } from '../items/routes.ts';
import { citizensSite, type Site } from '../testing/site.ts';
import { howLongPages } from './routes.ts';

let site: Site;
beforeAll(async () => {
  const none = { notice: () => Promise.resolve(null) };
  site = await citizensSite(async (server, app) => {
    await itemPages(server, app, none);
    howLongPages(server, app, none);
  });
  await site.offer('QS-03', {
    name: '取水户信息变更',
    kind: 'instant',
    type: 'service',
    legalLimit: { days: 5, unit: 'working' },
    promisedLimit: { days: 0, unit: 'working' },
    basicCode: '432019001000',
    implementingCode: '11000000000000000U4432019001000',
    resultType: 'none',
    materials: [waterPermit.materials![0]!],
  });
});
afterAll(() => site.close());
const read = async (path: string): Promise<string> =>
  (await site.browser().go(path)).text.replace(/\s+/g, ' ');

test('where nothing was decided, the page says so and the guide says nothing', async () => {
  expect(await read('/how-long')).toContain('还没有作出过决定的办件');
  expect(await read('/items/QS-03')).not.toContain('实际用时');
});

test('what was decided stands with its days beside promise and law, and in the guide', async () => {
  // Three handled at once: none took a working day.
  for (const name of ['甲某', '乙某', '丙某'])
    await site.act(
      site.clerk,
      'case-file.handle',
      application('QS-03', { papers: ['申请书'], applicant: { kind: 'person', name } }),
    );
  const page = await read('/how-long?year=2026');
  expect(page).toContain('2026 年作出过决定的事项 1 个');
  const cells = /<tr> <th scope="row"><a href="\/items\/QS-03">取水户信息变更<\/a><\/th>(.*?)<\/tr>/.exec(
    page,
  )![1]!;
  expect([...cells.matchAll(/<td>(.*?)<\/td>/g)].map(([, text]) => text)).toEqual([
    '3',
    '0.0',
    '0',
    '当日',
    '5个工作日',
  ]);
  expect(await read('/items/QS-03')).toContain(
    '2026 年作出决定 3 件，平均 0.0 个工作日，十件中至少九件不超过 0 个工作日',
  );
  // A year without any, and no year at all, are answered with one that has some.
  for (const year of ['?year=1999', '?year=x', ''])
    expect(await read(`/how-long${year}`)).toContain('2026 年作出过');
});

test('names are looked for', async () => {
  expect(await read(`/how-long?q=${encodeURIComponent('信息')}`)).toContain('取水户信息变更');
  expect(await read(`/how-long?q=${encodeURIComponent('<b>户籍')}`)).toContain(
    '没有名称含“&lt;b&gt;户籍”的事项',
  );
});
