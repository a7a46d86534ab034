/* Applying from the guide page, by forms alone, signed in at a real OpenID provider. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WANG } from '#applicants/testing/office.ts';
import { waterPermit } from '#cases/testing/hall.ts';
import { runReactions } from '#ledger/loops.ts';
import { itemPages } from '../items/routes.ts';
import { minePages } from '../mine/routes.ts';
import { draftAt, firm, li, upload, wang } from '../testing/applying.ts';
import { citizensSite, type Site } from '../testing/site.ts';
import { casePages } from './routes.ts';

const PROGRAM = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 0xff, 0xff]);

let site: Site;
beforeAll(async () => {
  const none = { notice: () => Promise.resolve(null) };
  site = await citizensSite(async (server, app) => {
    await itemPages(server, app, none);
    casePages(server, app, none);
    minePages(server, app, none);
  });
  await site.offer('QS-01', {
    ...waterPermit,
    isOnline: true,
    onlineAddress: 'http://a.gov.cn/items/QS-01/apply',
    situations: [{ question: '取什么水', choices: ['地表水', '地下水'] }],
    commitment: {
      text: '我承诺取水不影响第三者。',
      exclusions: [],
      replaces: ['水资源论证报告'],
      checkWithin: null,
    },
  });
  await site.offer('QS-03', {
    ...waterPermit,
    name: '取水变更',
    isOnline: true,
    onlineAddress: 'http://a.gov.cn/3',
  });
  await site.offer('QS-02', { ...waterPermit, name: '排水许可', isOnline: false });
});
afterAll(() => site.close());

type Signed = Awaited<ReturnType<Site['signedIn']>>;
const countOf = async (table: string): Promise<number> =>
  (await site.app.query(`select count(*)::int as n from ${table}`, []))[0]!['n'] as number;

describe('网上申请', () => {
  let one: Signed;
  let draft = '';
  let number = '';

  test('the guide leads to the application, the application to the sign-in and back', async () => {
    const guide = await site.browser().go('/items/QS-01');
    expect(guide.text).toContain('href="/items/QS-01/apply"');
    const stranger = await site.browser().go('/items/QS-01/apply');
    expect(stranger.text).toContain('/sign-in/province?to=%2Fitems%2FQS-01%2Fapply');
    one = await site.signedIn(li, '/items/QS-01/apply');
    expect(one.led).toMatchObject({ at: '/items/QS-01/apply', status: 200 });
    expect(one.led.text).not.toMatch(/<script|style=|undefined/);
    expect((await site.browser().go('/items/QS-02')).text).not.toContain('/items/QS-02/apply');
    expect((await one.go('/items/QS-02/apply')).text).toContain('还不能在网上申请');
  });

  test('a draft begins once for a double click, and keeps what was filled in', async () => {
    const key = /name="key" value="([\w-]{22})"/.exec(one.led.text)![1]!;
    const [first, second] = await Promise.all([1, 2].map(() => one.post('/items/QS-01/apply', { key })));
    draft = draftAt(first!.at);
    expect(second!.at).toBe(first!.at);
    const filled = await one.post(draft, { q1: '地表水', matter: '从东门取水', phone: '' });
    expect(filled.text).toContain('已保存');
    expect(filled.text).toContain('<option value="地表水" selected>');
    expect(filled.text).toContain('不填就用 138********');
    const wrong = await one.post(draft, { q1: '地表水', phone: '12' });
    expect([wrong.status, wrong.text.includes('应为手机或固定电话号码')]).toEqual([400, true]);
  });

  test('what lacks is named before it is sent, and sending is refused', async () => {
    const check = await one.go(`${draft}/check`);
    expect(check.text).toContain('还缺材料：申请书');
    expect(check.text).not.toContain('提交申请</button>');
    const sent = await one.post(`${draft}/submit`, { sure: 'on' });
    expect([sent.status, sent.text.includes('还缺材料：申请书、水资源论证报告')]).toEqual([422, true]);
    expect(await countOf('case_file')).toBe(0);
  });

  test('a file is looked at by its content; the wrong one is taken back', async () => {
    const program = await upload(one, draft, 0, { bytes: PROGRAM, name: '申请书.pdf' });
    expect([program.status, /<div class="faults"/.test(program.text)]).toEqual([415, true]);
    const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>');
    const drawn = await upload(one, draft, 0, { bytes: drawing, name: 'a.png' });
    expect([drawn.status, drawn.text.includes('不接收「网页」类型的附件')]).toEqual([415, true]);
    const words = await upload(one, draft, 0, {
      bytes: new TextEncoder().encode('申请书'),
      name: '申请书.pdf',
    });
    expect([words.status, words.text.includes('内容却是文字')]).toEqual([415, true]);
    expect((await upload(one, draft, 0)).text).toContain('文件已上传');
    const shown = await upload(one, draft, 2, { name: '弄错了.pdf' });
    expect(shown.text).toContain('弄错了.pdf');
    const removal = [...shown.text.matchAll(/action="([^"]+\/remove)"/g)].at(-1)![1]!;
    expect((await one.post(removal)).text).not.toContain('弄错了.pdf');
  });

  test('somebody else neither sees nor sends it', async () => {
    const other = await site.signedIn(wang);
    expect((await other.go(draft)).status).toBe(404);
    expect((await other.post(`${draft}/submit`, { sure: 'on' })).status).toBe(404);
    expect((await upload(other, draft, 0)).status).toBe(404);
    const id = draft.split('/').at(-1)!;
    expect((await other.api('GET', `/case-drafts/${id}`)).status).toBe(404);
    expect((await other.api('POST', `/case-drafts/${id}/submit`, {})).status).toBe(404);
  });

  test('sent twice at once on a slow network it is one case with one number', async () => {
    await one.post(draft, { q1: '地表水', isCommitted: 'on', matter: '从东门取水' });
    const check = await one.go(`${draft}/check`);
    expect(check.text).toContain('由告知承诺代替');
    expect((await one.post(`${draft}/submit`, {})).text).toContain('请勾选确认');
    const both = await Promise.all([1, 2].map(() => one.post(`${draft}/submit`, { sure: 'on' })));
    const again = await one.post(`${draft}/submit`, { sure: 'on' });
    const numbers = [...both, again].map(({ text }) => /BJ\d{10}/.exec(text)![0]);
    number = numbers[0]!;
    expect(new Set(numbers).size).toBe(1);
    expect(await countOf('case_file')).toBe(1);
    expect(again.text).toContain('申请已提交');
  });

  test('the case is in the window with everything, and says who applied only under its masks', async () => {
    const [row] = await site.app.query('select * from case_file', []);
    expect(row).toMatchObject({ state: 'applied', channel: 'online', item_code: 'QS-01', received_by: null });
    expect(row).toMatchObject({
      mandate: null,
      is_on_behalf: null,
      matter: '从东门取水',
      answers: { 取什么水: '地表水' },
    });
    const papers = row!['papers'] as readonly {
      name: string;
      state: string;
      document: string | null;
      because: string;
    }[];
    expect(papers.map(({ name, state, document }) => [name, state, document !== null])).toEqual([
      ['申请书', 'present', true],
      ['水资源论证报告', 'missing', false],
      ['与第三者的协议', 'missing', false],
    ]);
    expect(papers[1]!.because).toContain('告知承诺');
    const files = await site.app.query('select subject_noun, subject, state from attachment', []);
    expect(files.filter((each) => each['subject'] === row!['id'])).toHaveLength(2);
    const received = await site.act(site.clerk, 'case-file.receive', {}, row!['id'] as string);
    expect(received.row.state).toBe('received');
  });

  test('its applicant sees how far it is and has the receipt; nobody else does', async () => {
    const page = (await one.go(`/mine/cases/${number}`)).text;
    for (const said of ['已收件', '受理窗口', '收件凭证', '李*']) expect(page).toContain(said);
    expect(page).not.toMatch(/李某|窗口员|undefined/);
    expect((await one.go('/mine')).text).toContain(`/mine/cases/${number}`);
    const receipt = await one.ask(`/mine/cases/${number}/papers/receipt.html`);
    expect([receipt.status, (await receipt.text()).includes('收件凭证')]).toEqual([200, true]);
    const told = await one.api('GET', '/mine/cases');
    expect(told.body).toMatchObject({ items: [{ number, progress: { word: '已收件', daysUsed: null } }] });

    const other = await site.signedIn(wang);
    expect((await other.go(`/mine/cases/${number}`)).status).toBe(404);
    expect((await other.ask(`/mine/cases/${number}/papers/receipt.html`)).status).toBe(404);
    expect((await other.api('GET', `/mine/cases/${number}`)).status).toBe(404);
    expect((await other.api('GET', `/cases/${number}`)).status).toBe(403);
    expect((await other.api('GET', '/mine/cases')).body).toEqual({ items: [] });
    expect((await site.browser().api('GET', `/mine/cases/${number}`)).status).toBe(401);
  });
});

describe('查进度', () => {
  const numbered = async (): Promise<string> =>
    (await site.app.query('select number from case_file order by id limit 1', []))[0]!['number'] as string;

  test('number and four digits show how far a case is, and nothing of whose it is', async () => {
    const number = await numbered();
    const anybody = site.browser();
    expect((await anybody.go(`/cases?number=${number}`)).text).toContain(`value="${number}"`);
    const followed = await anybody.post('/cases', { number: number.toLowerCase(), secret: '1234' });
    for (const said of ['取水许可', '已收件', '受理窗口']) expect(followed.text).toContain(said);
    expect(followed.text).not.toMatch(/李|138|东门|undefined/);
    expect(followed.at).toBe('/cases');
    const told = await anybody.api('POST', '/cases/follow', { number, secret: '13800001234' });
    expect([told.status, told.body['itemName']]).toEqual([200, '取水许可']);
  });

  test('a wrong number and wrong digits are answered alike, and only so often', async () => {
    const number = await numbered();
    const anybody = site.browser();
    const ask = (of: string, secret: string) => anybody.api('POST', '/cases/follow', { number: of, secret });
    const [wrong, unknown] = [await ask(number, '4321'), await ask('BJ2026999999', '1234')];
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    expect(wrong.body['message']).toBe(unknown.body['message']);
    for (let n = 0; n < 4; n++) expect((await ask(number, '0000')).status).toBe(404);
    expect((await ask(number, '1234')).status).toBe(429);
    expect((await anybody.post('/cases', { number, secret: '1234' })).status).toBe(429);
  });
});

describe('代办', () => {
  test('a firm’s agent applies under a bound mandate, within its items, acts and days', async () => {
    const owner = await site.signedIn(firm);
    const today = '2026-03-10';
    const given = await owner.api('POST', '/mandates', {
      agentName: WANG.name,
      agentIdentity: WANG.identity,
      extent: 'listed',
      items: ['QS-01'],
      acts: ['apply', 'sign'],
      startsOn: today,
      endsOn: '2026-03-20',
    });
    expect(given.status).toBe(201);
    const toApply = await owner.api('POST', '/mandates', {
      agentName: WANG.name,
      agentIdentity: WANG.identity,
      extent: 'listed',
      items: ['QS-01'],
      acts: ['apply'],
      startsOn: today,
      endsOn: '2026-03-20',
    });
    await runReactions(site.app);
    const mandate = given.body['id'] as string;
    const unknown = await owner.post('/mine/mandates/new', {
      agentName: WANG.name,
      agentIdentity: WANG.identity,
      extent: 'listed',
      items: 'NOPE',
      'act-apply': 'on',
      startsOn: today,
      endsOn: '2026-03-20',
    });
    expect([unknown.status, unknown.text.includes('没有编码为 NOPE 的事项')]).toEqual([422, true]);
    const agent = await site.signedIn(wang, '/items/QS-01/apply');
    expect(agent.led.text).toContain('君山某水务有限公司');
    const key = /name="key" value="([\w-]{22})"/.exec(agent.led.text)![1]!;
    expect((await agent.go('/items/QS-03/apply')).text).not.toContain('君山某水务有限公司');
    const begun = await agent.post('/items/QS-01/apply', { key, mandate });
    const draft = draftAt(begun.at);
    await agent.post(draft, { q1: '地下水', isCommitted: 'on' });
    await upload(agent, draft, 0);
    // Who may apply and not sign binds nobody by a promise.
    const unsigned = { key: 'u'.repeat(22), mandate: toApply.body['id'] as string };
    const bound = draftAt((await agent.post('/items/QS-01/apply', unsigned)).at);
    await agent.post(bound, { q1: '地下水', isCommitted: 'on' });
    await upload(agent, bound, 0);
    const without = await agent.post(`${bound}/submit`, { sure: 'on' });
    expect([without.status, without.text.includes('这份委托不包括这一步')]).toEqual([422, true]);
    const sent = await agent.post(`${draft}/submit`, { sure: 'on' });
    expect(sent.text).toContain('申请已提交');
    const number = /BJ\d{10}/.exec(sent.text)![0];
    const [row] = await site.app.query('select * from case_file where number = $1', [number]);
    expect(row).toMatchObject({
      mandate,
      is_on_behalf: true,
      applicant_kind: 'firm',
      credit_code: firm.uscc,
      commitment_signed: { by: expect.any(String), sheet: null },
    });
    expect(row!['agent_name']).toMatchObject({ mask: '王*' });
    expect((await owner.go(`/mine/cases/${number}`)).status).toBe(200);

    // Another's mandate, an item that is not listed, a day after the last: refused with the next step.
    const stranger = await site.signedIn(li);
    const taken = await stranger.api('POST', '/case-drafts', { item: 'QS-01', mandate });
    expect([taken.status, taken.body['code']]).toEqual([422, 'cases.no-mandate']);
    const late = draftAt((await agent.post('/items/QS-01/apply', { key: 'k'.repeat(22), mandate })).at);
    await agent.post(late, { q1: '地下水', isCommitted: 'on' });
    await upload(agent, late, 0);
    expect((await agent.go(`/mine/cases/${number}`)).status).toBe(200);
    await owner.post(`/mine/mandates/${mandate}/revoke`, { sure: 'on' });
    const refused = await agent.post(`${late}/submit`, { sure: 'on' });
    expect([refused.status, refused.text.includes('已经撤销或者辞去')]).toEqual([422, true]);

    // What is the firm's is the firm's alone again.
    expect((await agent.go(`/mine/cases/${number}`)).status).toBe(404);
    expect((await agent.api('GET', '/mine/cases')).body).toEqual({ items: [] });
    expect((await owner.go(`/mine/cases/${number}`)).status).toBe(200);
  });
});
