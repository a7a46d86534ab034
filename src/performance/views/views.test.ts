import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '#documents/index.ts';
import { serving, type Serving } from '../testing/serving.ts';
import { seedEvaluation2020 } from '../seed/seed.ts';
import { openBureau, type Bureau } from '../testing/bureau.ts';

let bureau: Bureau;
let site: Serving;
let id = '';
beforeAll(async () => {
  bureau = await openBureau();
  ({ id } = await seedEvaluation2020(bureau.app));
  site = await serving(bureau);
});
afterAll(async () => {
  await site.close();
  await bureau.close();
});

test('GET /api/evaluations/2020 gives the row, its form in words, the score and the open actions', async () => {
  const { status, body } = await site.get('writer', '/api/evaluations/2020');
  expect(status).toBe(200);
  expect(body).toMatchObject({ id, year: 2020, state: 'draft', isAsSigned: null });
  expect(body['score']).toMatchObject({ claimed: '97', recomputed: '89', range: { low: '63', high: '94' } });
  expect(body['actions']).toContain('set-self-scores');
  expect(body['form']).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ rule: expect.any(String) })]),
  });
});

test('a row names the figures its rule reads, entered or not', async () => {
  const { body } = await site.get('writer', '/api/evaluations/2020');
  const { rows } = body['form'] as { rows: readonly { path: string; figures: readonly string[] }[] };
  const figuresOf = (name: string) => rows.find((each) => each.path.endsWith(name))?.figures;
  expect(figuresOf('资金结余')).toEqual(['spending.surplus', 'income.carriedIn']);
  // 实有人数 stands in for 在职人员数, which nobody entered
  expect(figuresOf('财政供养人员控制率')).toEqual(['staff.onPosts', 'staff.actual', 'staff.established']);
  expect(figuresOf('公务卡刷卡率')).toEqual(['card.paid', 'card.total']);
  expect(figuresOf('社会公众或服务对象满意度')).toEqual(['ratings.satisfactionRate']);
  expect(figuresOf('资金使用合规性')).toEqual([]);
});

test.each(['/api/audits', '/api/received-reports/folder', '/api/received-reports/{key}/version'])(
  'the OpenAPI document says that %s takes files',
  async (path) => {
    const { body } = await site.get('writer', '/api/openapi.json');
    const paths = body['paths'] as Record<string, { post: { requestBody: { content: object } } }>;
    expect(paths[path]?.post.requestBody.content).toMatchObject({
      'multipart/form-data': { schema: { properties: { file: { items: { format: 'binary' } } } } },
    });
  },
);

test('the same by id and by number; another department and an unknown year find nothing', async () => {
  const { body } = await site.get('writer', `/api/evaluations/${id}`);
  expect((await site.get('writer', `/api/evaluations/${String(body['number'])}`)).body['id']).toBe(id);
  expect((await site.get('stranger', `/api/evaluations/${id}`)).status).toBe(404);
  expect((await site.get('stranger', '/api/evaluations/2020')).status).toBe(404);
  expect((await site.get('writer', '/api/evaluations/2013')).status).toBe(404);
  expect((await site.get(null, '/api/evaluations/2020')).status).toBe(401);
});

test('the forecast says what 公务卡 would need', async () => {
  const { body } = await site.get('writer', '/api/evaluations/2020/forecast');
  const items = body['items'] as readonly { name: string; gain: string | null }[];
  expect(items.find((each) => each.name === '公务卡刷卡率')?.gain).toBe('1');
});

test('the finance office sees all departments of its region, and one row across them', async () => {
  const scores = await site.get('reviewer', '/api/evaluation-scores?year=2020');
  expect(scores.body['items']).toMatchObject([{ id, score: { recomputed: '89' } }]);
  const path = encodeURIComponent('过程/预算执行/资金结余');
  const row = await site.get('reviewer', `/api/indicator-scores?year=2020&path=${path}`);
  expect(row.body['items']).toMatchObject([{ claimed: '3', recomputed: '0', status: 'contradicts' }]);
});

test('nothing was signed, so there is nothing to compare with yet', async () => {
  expect((await site.get('writer', '/api/evaluations/2020/changes')).body).toEqual({ compared: null });
});

test('an evaluation compared with itself has no change and keeps every finding', async () => {
  const { body } = await site.get('writer', '/api/evaluations/2020/changes?against=2020');
  expect(body['compared']).toMatchObject({
    figures: [],
    goals: [],
    scores: [],
    findings: { gone: [], new: [] },
  });
});

test('findings come with their answers', async () => {
  const { body } = await site.get('writer', '/api/evaluations/2020/findings');
  expect((body['items'] as readonly object[])[0]).toMatchObject({ category: '矛盾', answer: null });
});

test('the form lists its rows in words and no fault of its weights', async () => {
  const [form] = await bureau.app.query('select id from framework', []);
  const { body } = await site.get('section', `/api/frameworks/${String(form!['id'])}/rows`);
  expect(body['weightFaults']).toEqual([]);
  expect((body['rows'] as readonly unknown[]).length).toBe(25);
});

test.each(['docx', 'xlsx', 'html', 'pdf', 'json'])('the report comes as %s', async (format) => {
  const { status, bytes } = await site.download('writer', `/api/evaluations/2020/report?format=${format}`);
  expect(status).toBe(200);
  if (format === 'json') {
    expect(JSON.parse(Buffer.from(bytes).toString('utf8'))).toMatchObject({ score: { recomputed: '89' } });
    return;
  }
  const { lines } = await readDocument(bytes, { name: `报告.${format}` });
  expect(lines.map((line) => line.text).join('')).toContain('自评得分');
});

test('whoever may see the evaluation reads what stands behind a counted figure, down to the record and its entries', async () => {
  const input = {
    key: 'own.begun',
    measure: 'performance.evaluations-begun',
    title: '建立的自评',
    unit: '份',
  };
  await bureau.act(bureau.people.countingWriter, 'evaluation.bind-figure', input, id);
  await bureau.settle();
  // Begun on 1 March 2021: the figure of 2020 counts none, and none can be read through it.
  const list = `/api/evaluations/${id}/figures/own.begun/records`;
  for (const who of ['writer', 'checker', 'leader', 'reviewer', 'section'] as const) {
    expect(await site.get(who, list)).toMatchObject({ status: 200, body: { count: 0, items: [] } });
    expect((await site.get(who, `${list}/${id}`)).status).toBe(404);
  }
  await bureau.app.query("update evaluation set began_at = '2020-03-01T01:00:00Z' where id = $1", [id]);
  for (const who of ['checker', 'leader', 'reviewer', 'section'] as const) {
    expect(await site.get(who, list)).toMatchObject({ status: 200, body: { count: 1, items: [{ id }] } });
    const { status, body } = await site.get(who, `${list}/${id}`);
    expect([status, (body['row'] as { id: string }).id]).toEqual([200, id]);
    // What somebody wrote stands neither in the row nor in its history.
    const names = Object.keys(body['row'] as object);
    expect(names).toContain('beganAt');
    expect(
      names.filter((name) => ['title', 'figures', 'narrative', 'opinion', 'beganBy'].includes(name)),
    ).toEqual([]);
    expect(
      (body['timeline'] as { details: object }[]).every(({ details }) => Object.keys(details).length === 0),
    ).toBe(true);
    expect(body['timeline']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'evaluation.begin', seq: expect.any(String) }),
      ]),
    );
  }
  expect((await site.get('stranger', list)).status).toBe(404);
  expect((await site.get(null, list)).status).toBe(401);
  expect((await site.get('leader', `/api/evaluations/${id}/figures/spending.surplus/records`)).status).toBe(
    404,
  );
});
