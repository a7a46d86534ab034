/* Several items as one thing, and papers that follow: by forms alone, signed in at a real OpenID provider. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DISTRICT } from '#cases/testing/hall.ts';
import { bareMaterial } from '#catalogue/index.ts';
import { withClient } from '#lib/db/index.ts';
import { minePages } from '../mine/routes.ts';
import { draftAt, li, offerRestaurant, PDF, upload, wang } from '../testing/applying.ts';
import { citizensSite, type Site } from '../testing/site.ts';
import { casePages } from './routes.ts';

let site: Site;
let themeId: string;
beforeAll(async () => {
  const none = { notice: () => Promise.resolve(null) };
  site = await citizensSite((server, app) => {
    casePages(server, app, none);
    minePages(server, app, none);
  });
  themeId = await offerRestaurant(site, {
    premises: {
      situations: [{ question: '场所是否租赁', choices: ['是', '否'] }],
      materials: [
        bareMaterial('申请书'),
        bareMaterial('身份证复印件'),
        { ...bareMaterial('租赁合同'), when: [{ question: '场所是否租赁', oneOf: ['是'] }] },
      ],
    },
    food: {
      resultName: '食品经营许可证',
      materials: [bareMaterial('身份证复印件'), bareMaterial('营业执照复印件')],
    },
  });
});
afterAll(() => site.close());

const casesOf = (more = '') => site.app.query(`select * from case_file ${more} order by id`, []);

test('one thing is applied for once: each paper once, the result of the first item is not asked for', async () => {
  expect((await site.browser().go('/themes')).text).toContain('开办餐饮店');
  expect((await site.browser().go(`/themes/${themeId}`)).text).toContain(`/themes/${themeId}/apply`);
  // What is brought in one case alone says in which.
  const listed = (await site.browser().go(`/themes/${themeId}`)).text;
  expect(listed).toMatch(/租赁合同[^<]*<span class="hint">用于经营场所登记；看情形：场所是否租赁/);
  const one = await site.signedIn(li, `/themes/${themeId}/apply`);
  expect(one.led.at).toBe(`/themes/${themeId}/apply`);
  const key = /name="key" value="([\w-]{22})"/.exec(one.led.text)![1]!;
  const draft = draftAt((await one.post(`/themes/${themeId}/apply`, { key })).at);
  const filled = await one.post(draft, { q1: '否' });
  expect(filled.text.match(/<h3 id="paper-/g)).toHaveLength(4);
  expect(filled.text).not.toContain('上传营业执照复印件');
  // Why something is not asked for says so once.
  expect(filled.text).toContain('<strong>不用交</strong>：同一次申请里正在办理');
  await upload(one, draft, 0);
  await upload(one, draft, 1);
  const both = await Promise.all([1, 2].map(() => one.post(`${draft}/submit`, { sure: 'on' })));
  for (const { at, text } of both) {
    expect(at).toMatch(/^\/mine\/bundles\//);
    for (const said of ['经营场所登记', '食品经营许可', '申请已提交']) expect(text).toContain(said);
  }
  const cases = await casesOf('where bundle is not null');
  expect(cases.map((each) => [each['item_code'], each['state'], each['channel']])).toEqual([
    ['CS-01', 'applied', 'online'],
    ['SP-01', 'waiting', 'online'],
  ]);
  const [bundle] = await site.app.query('select * from bundle', []);
  expect(cases.map((each) => each['applicant'])).toEqual([bundle!['applicant'], bundle!['applicant']]);
  // A case that waited is received on the day it goes on; it was sent with the whole, on 10 March 2026.
  const waited = cases[1]!;
  await withClient(site.app.database, { as: 'owner' }, (client) =>
    client.query("update case_file set received_at = received_at + interval '9 days' where id = $1", [
      waited['id'],
    ]),
  );
  const page = (await one.go(`/mine/cases/${String(waited['number'])}`)).text;
  expect(/提交<\/dt>\s*<dd>([^<]+)/.exec(page)![1]).toBe('2026年3月10日 09:00');
  const other = await site.signedIn(wang);
  expect((await other.go(`/mine/bundles/${String(bundle!['id'])}`)).status).toBe(404);
});

test('one thing tells what the guides of its items tell: limits, place, hours, phone, fee, when it was checked, what it saves', async () => {
  const page = (await site.browser().go(`/themes/${themeId}`)).text.replace(/\s+/g, ' ');
  for (const said of [
    // Two permits of ten days, the second after the first.
    '一件事法定时限</dt><dd>各事项分别计算，最长的一项 20 个工作日',
    '一件事承诺时限</dt><dd>各事项最长的一项 10 个工作日，前后依次办完合计不超过 20 个工作日',
    '办理地点</dt><dd>区政务服务大厅',
    '办理时间</dt><dd>工作日 9:00–17:00',
    '咨询</dt><dd>0730-8170000',
    '监督投诉</dt><dd>12345',
    '收费</dt><dd>不收费',
    '最近核对</dt><dd>2026年3月10日',
    // What they do not say alike each says for itself.
    '办理结果</dt><dd>经营场所登记：营业执照<br />食品经营许可：食品经营许可证',
    // 申请书、身份证复印件、租赁合同 and 身份证复印件、营业执照复印件 alone; the copy once, the licence not at all.
    '材料：分别办要交 5 份，一起办交 3 份',
  ])
    expect(page).toContain(said);
  // Nothing is saved of visits that nobody has to make.
  expect(page).not.toContain('跑动：');
  expect(page).not.toMatch(/undefined|\[object|null/);
});

test('the questions of one thing choose its papers', async () => {
  const one = site.browser();
  const asked = (await one.go(`/themes/${themeId}`)).text;
  expect(asked).toMatch(/<select id="q1" name="q1"/);
  expect(asked).toContain('租赁合同');
  const paper = async (choice: string): Promise<string> => {
    const { text } = await one.go(`/themes/${themeId}?q1=${encodeURIComponent(choice)}`);
    return /租赁合同[^<]*<span class="hint">([^<]*)/.exec(text)?.[1] ?? '';
  };
  expect(await paper('是')).toBe('用于经营场所登记');
  expect(await paper('否')).toContain('不用交：您的情形不需要');
  // What is no choice is no answer.
  expect(await paper('也许')).toContain('看情形：场所是否租赁＝是');
});

test('a correction is supplied on line; a case is taken back by its applicant alone', async () => {
  const one = await site.signedIn(li, '/items/QS-01/apply');
  const key = /name="key" value="([\w-]{22})"/.exec(one.led.text)![1]!;
  const draft = draftAt((await one.post('/items/QS-01/apply', { key })).at);
  await upload(one, draft, 0);
  await upload(one, draft, 1);
  const number = /BJ\d{10}/.exec((await one.post(`${draft}/submit`, { sure: 'on' })).text)![0];
  const [row] = await casesOf(`where number = '${number}'`);
  const id = row!['id'] as string;
  await site.act(site.clerk, 'case-file.receive', {}, id);
  const gaps = [
    { paper: '申请书', what: '缺签字' },
    { paper: '与第三者的协议', what: '未提交' },
  ];
  await site.act(site.clerk, 'case-file.ask-correction', { gaps }, id);
  const page = await one.go(`/mine/cases/${number}`);
  for (const said of ['待补正', '缺签字', '网上补交材料']) expect(page.text).toContain(said);

  const other = await site.signedIn(wang);
  expect((await other.post(`/mine/cases/${number}/supply`)).status).toBe(404);
  expect((await other.post(`/mine/cases/${number}/withdraw`, { sure: 'on' })).status).toBe(404);
  expect((await other.api('POST', '/case-drafts/begin-supply', { case: id })).status).toBe(404);

  const supply = draftAt((await one.post(`/mine/cases/${number}/supply`)).at);
  expect((await one.post(`${supply}/submit`, { sure: 'on' })).status).toBe(422);
  expect((await upload(one, supply, 0)).text).toContain('文件已上传');
  await upload(one, supply, 1);
  const done = await one.post(`${supply}/submit`, { sure: 'on' });
  expect(done.text).toContain('材料已提交');
  const [after] = await casesOf(`where id = '${id}'`);
  expect(after!['state']).toBe('received');
  const papers = after!['papers'] as readonly { readonly state: string; readonly document: string | null }[];
  expect(papers.map(({ state, document }) => [state, document !== null])).toEqual([
    ['present', true],
    ['present', true],
    ['present', true],
  ]);
  const gone = await one.post(`/mine/cases/${number}/withdraw`, { sure: 'on', reason: '不办了' });
  expect(gone.text).toContain('已按申请人的要求撤回');
});

test('the draft of one thing has a code, by which a counter takes it in once', async () => {
  const one = await site.signedIn(li);
  const begun = await one.post(`/themes/${themeId}/apply`, { key: 'c'.repeat(22) });
  const draft = draftAt(begun.at);
  await one.post(draft, { q1: '否' });
  const shown = await upload(one, draft, 0);
  expect(shown.text).toContain('也可以带到窗口办');
  expect(shown.text).not.toContain('sheet.pdf');
  const [row] = await site.app.query('select id, code from case_draft where id = $1', [
    draft.split('/').at(-1),
  ]);
  const { id, code } = row as { readonly id: string; readonly code: string };
  const take = (more = {}) =>
    site.act(site.clerk, 'case-draft.take-in-bundle', { code, place: DISTRICT, ...more }, id);
  await expect(take({ code: 'K7Q29XDM' })).rejects.toMatchObject({ code: 'cases.draft-unknown' });
  await expect(
    site.act(site.clerk, 'case-draft.take-in', { code, place: DISTRICT }, id),
  ).rejects.toMatchObject({ code: 'cases.draft-unknown' });
  const both = await Promise.allSettled([1, 2].map(() => take({ papers: ['身份证复印件'] })));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [bundle] = await site.app.query(
    'select * from bundle where id = (select bundle from case_draft where id = $1)',
    [id],
  );
  expect(bundle).toMatchObject({ channel: 'window', place: DISTRICT, cases: 2, open_cases: 2 });
  await expect(take()).rejects.toMatchObject({
    code: 'cases.draft-taken',
    facts: { number: bundle!['number'] },
  });
  const cases = await casesOf(`where bundle = '${String(bundle!['id'])}'`);
  expect(
    cases.map((each) => [each['item_code'], each['state'], each['received_by'] === site.clerk.id]),
  ).toEqual([
    ['CS-01', 'received', true],
    ['SP-01', 'waiting', false],
  ]);
  const papers = cases[0]!['papers'] as readonly {
    readonly name: string;
    readonly state: string;
    readonly document: string | null;
  }[];
  expect(papers.map(({ name, state, document }) => [name, state, document !== null])).toEqual([
    ['申请书', 'present', true],
    ['身份证复印件', 'present', false],
    ['租赁合同', 'waived', false],
  ]);
  expect((await one.go(draft)).at).toBe(`/mine/bundles/${String(bundle!['id'])}?sent=1`);

  // What was handed in can be had again, by its owner alone, of whichever case of it that names it.
  const page = await one.go(`/mine/cases/${String(cases[0]!['number'])}`);
  const at = /href="(\/mine\/cases\/BJ\d+\/files\/[0-9a-f-]{36})"/.exec(page.text)![1]!;
  const file = await one.ask(at);
  expect([file.status, file.headers.get('content-disposition'), file.headers.get('cache-control')]).toEqual([
    200,
    expect.stringMatching(/^attachment; /),
    'no-store',
  ]);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(PDF);
  const other = await site.signedIn(wang);
  expect((await other.ask(at)).status).toBe(404);
  expect((await site.browser().ask(at)).status).toBe(401);
  const elsewhere = at.replace(/BJ\d+/, String(cases[1]!['number']));
  expect((await one.ask(elsewhere)).status).toBe(404);
  expect((await one.ask(at.replace(/[^/]+$/, 'x'))).status).toBe(404);
});
