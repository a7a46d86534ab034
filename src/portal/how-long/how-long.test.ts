/* 实际用时 for everybody: on a page of its own and in the guide, beside the promise. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { application, waterPermit } from '#cases/testing/hall.ts';
import { itemPages } from '../items/routes.ts';
import { instant } from '#lib/time.ts';
import { citizensSite, type Site } from '../testing/site.ts';
import { howLongPage } from './page.ts';
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
  const cells =
    /<tr> <th scope="row"><a href="\/items\/QS-03">取水户信息变更<\/a>(?:.*?)<\/th>(.*?)<\/tr>/.exec(
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
    '没有名称或办理单位含“&lt;b&gt;户籍”的事项',
  );
});

test('what several bodies have is one line, each behind it with its own days and promise', () => {
  const took = (body: string, decided: number, amount: number) => ({
    itemCode: `${body}-1`,
    itemName: '生育登记',
    body,
    level: '5' as const,
    decided,
    average: '1.0',
    ninety: 2,
    promised: { amount, unit: 'working-day' as const },
    legal: { amount: 5, unit: 'working-day' as const },
  });
  const items = [took('甲镇人民政府', 7, 1), took('乙镇人民政府', 3, 2)];
  const whole = { itemName: '生育登记', level: '5' as const, decided: 10, average: '1.0', ninety: 2, items };
  const counted = { year: 2020, countedAt: instant('2021-01-04T09:00+08:00'), items, lines: [whole] };
  const page = (q: string): string =>
    howLongPage({ years: [2020], counted, q, notice: null }).__html.replace(/\s+/g, ' ');
  expect(page('')).toContain('2020 年作出过决定的事项 1 个');
  expect(page('')).toContain('乡级 2 个单位');
  expect(page('')).toMatch(
    /甲镇人民政府<\/a> <span class="hint">7 件，.*承诺1个工作日.*乙镇人民政府<\/a> <span class="hint">3 件，.*承诺2个工作日/,
  );
  expect([...page('').matchAll(/<td>(.*?)<\/td>/g)].map(([, text]) => text)).toEqual([
    '10',
    '1.0',
    '2',
    '各单位不同',
    '5个工作日',
  ]);
  // Whoever asks for their town finds it open.
  expect(page('乙镇')).toContain('<details open>');
  expect(page('丙镇')).toContain('没有名称或办理单位含“丙镇”的事项');
});
