/* The sheet to fill in by hand, and the way of a citizen's draft to a counter. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LI } from '#applicants/testing/office.ts';
import { DISTRICT, waterPermit } from '#cases/testing/hall.ts';
import { casePages } from '../cases/routes.ts';
import { minePages } from '../mine/routes.ts';
import { citizensSite, type Site } from '../testing/site.ts';
import { itemPages } from './routes.ts';

const li = { sub: 'li', name: LI.name, id_number: LI.identity, auth_level: '2', phone_number: '13800001234' };
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
    situations: [
      { question: '取什么水', choices: ['地表水', '地下水'] },
      { question: '井多深', choices: ['浅', '深'], when: [{ question: '取什么水', oneOf: ['地下水'] }] },
    ],
  });
});
afterAll(() => site.close());

describe('手工登记单', () => {
  test('is printed by anybody: what to write, every question and every paper with a box, and a sign to scan', async () => {
    const one = site.browser();
    expect((await one.go('/items/QS-01')).text).toContain('href="/items/QS-01/sheet.pdf"');
    const sheet = await one.go('/items/QS-01/sheet.html');
    expect(sheet.status).toBe(200);
    for (const said of ['证件号码', '□ 地表水', '□ 深', '「取什么水」选地下水时填', '水资源论证报告', '<svg'])
      expect(sheet.text).toContain(said);
    expect(sheet.text).not.toMatch(/提取码|undefined/);
    const pdf = await one.ask('/items/QS-01/sheet.pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(new TextDecoder('latin1').decode(await pdf.arrayBuffer())).toMatch(/^%PDF-/);
    expect((await one.ask('/items/QS-01/sheet.docx')).status).toBe(200);
    for (const wrong of ['/items/QS-01/sheet.exe', '/items/NONE/sheet.pdf'])
      expect((await one.ask(wrong)).status).toBe(404);
  });

  test('printed from answers it has them ticked; what is no code is not printed', async () => {
    const one = site.browser();
    const sheet = await one.go(`/items/QS-01/sheet.html?q1=${encodeURIComponent('地下水')}&draft=K7Q29XDM`);
    expect(sheet.text).toContain('■ 地下水');
    expect(sheet.text).toContain('提取码 K7Q2-9XDM');
    expect((await one.go('/items/QS-01/sheet.html?draft=<b>')).text).not.toContain('提取码');
  });
});

test('a citizen’s draft shows its code; the counter takes it in, and the draft leads to the case', async () => {
  const one = await site.signedIn(li, '/items/QS-01/apply');
  const key = /name="key" value="([\w-]{22})"/.exec(one.led.text)![1]!;
  const begun = await one.post('/items/QS-01/apply', { key });
  const [, id] = /^\/mine\/drafts\/([0-9a-f-]{36})/.exec(begun.at)!;
  const page = (await one.post(`/mine/drafts/${id}`, { q1: '地表水', phone: '', matter: '从东门取水' })).text;
  const code = /提取码 <strong class="code">([\w-]{9})</.exec(page)![1]!;
  expect(page).toContain(`/items/QS-01/sheet.pdf?draft=${code.replace('-', '')}`);
  expect(page).toContain('<div class="sign"');
  expect(page).not.toMatch(/<script|style=|undefined/);
  // Nobody of the public opens a draft by its code.
  expect((await one.api('GET', `/case-drafts/by-code/${code}`)).status).toBe(403);
  const { row } = await site.act(
    site.clerk,
    'case-draft.take-in',
    { code, place: DISTRICT, papers: ['申请书'] },
    id!,
  );
  expect(row).toMatchObject({ state: 'submitted', phone: null });
  const [mine] = await site.app.query('select * from case_file', []);
  expect(mine).toMatchObject({ state: 'received', matter: '从东门取水', is_on_behalf: null });
  expect(mine!['applicant_name']).toMatchObject({ mask: expect.stringMatching(/^.\*+$/) as string });
  expect(mine!['applicant_id']).not.toBeNull();
  expect((await one.go(`/mine/drafts/${id}`)).at).toContain(`/mine/cases/${String(mine!['number'])}`);
});
