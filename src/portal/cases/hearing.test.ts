/* 听证, as the applicant is told of it on line, asks for it and gives it up (行政许可法 47). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WATER, waterPermit } from '#cases/testing/hall.ts';
import { someone } from '#lib/testing/app.ts';
import { minePages } from '../mine/routes.ts';
import { draftAt, li, upload, wang } from '../testing/applying.ts';
import { citizensSite, type Site } from '../testing/site.ts';
import { casePages } from './routes.ts';

let site: Site;
beforeAll(async () => {
  const none = { notice: () => Promise.resolve(null) };
  site = await citizensSite((server, app) => {
    casePages(server, app, none);
    minePages(server, app, none);
  });
  await site.offer('QS-01', {
    ...waterPermit,
    isOnline: true,
    onlineAddress: 'http://a.gov.cn/items/QS-01',
  });
});
afterAll(() => site.close());

test('told on their page until when, they ask, read when and where, and give it up; nobody else does', async () => {
  const one = await site.signedIn(li);
  const draft = draftAt((await one.post('/items/QS-01/apply', { key: 'h'.repeat(22) })).at);
  for (const n of [0, 1, 2]) await upload(one, draft, n);
  const number = /BJ\d{10}/.exec((await one.post(`${draft}/submit`, { sure: 'on' })).text)![0];
  const [row] = await site.app.query('select id from case_file where number = $1', [number]);
  const id = row!['id'] as string;
  await site.act(site.clerk, 'case-file.receive', {}, id);
  await site.act(site.clerk, 'case-file.accept', {}, id);
  const page = `/mine/cases/${number}`;
  const hearing = async () =>
    (await site.app.query('select id, state, ask_by from hearing where case_id = $1', [id]))[0]!;
  expect((await one.go(page)).text).not.toContain('<h2>听证</h2>');
  const [unit] = await site.app.query('select id from organisation where name = $1', [WATER]);
  const decider = someone('首席代表', ['cases.decider', unit!['id'] as string]);
  const told = { ground: 'law', reason: '取水影响下游', noticeNumber: '君水听〔2026〕1号' };
  await site.act(decider, 'case-file.tell-hearing-right', told, id);

  const asking = (await one.go(page)).text;
  for (const said of ['已告知听证权利，最迟', '要求听证', '放弃听证', '听证权利告知书', '您不承担费用'])
    expect(asking).toContain(said);
  expect((await one.go(`${page}/papers/hearing-right.html`)).text).toContain('君水听〔2026〕1号');
  // Another citizen finds no such case.
  const other = await site.signedIn(wang);
  expect((await other.post(`${page}/hearing`, { wish: 'ask', sure: 'on' })).status).toBe(404);
  expect((await one.post(`${page}/hearing`, { wish: 'ask' })).status).not.toBe(200);
  expect(await hearing()).toMatchObject({ state: 'told' });

  const asked = (await one.post(`${page}/hearing`, { wish: 'ask', sure: 'on' })).text;
  expect(asked).toContain('已要求听证');
  expect(asked).toContain('正在安排，最迟');
  expect(asked).not.toContain('<summary>要求听证</summary>');
  const administrator = someone('管理员', ['people.administrator', '']);
  const [office] = await site.app.query('select id from organisation where name = $1', [WATER]);
  const chair = { account: 'chair', name: '法制股长', organisation: office!['id'] as string };
  await site.act(administrator, 'account.create', chair);
  const day = {
    heldAt: '2026-04-01T09:30+08:00',
    site: '三楼会议室',
    presider: 'chair',
    noticeNumber: '君水听〔2026〕2号',
  };
  await site.act(decider, 'hearing.set-day', day, (await hearing())['id'] as string);
  const set = (await one.go(page)).text;
  for (const said of ['2026年4月1日 09:30', '三楼会议室', '法制股长', '听证通知书'])
    expect(set).toContain(said);
  // By number and four digits the hour is told, and nothing of the place.
  const followed = (await site.browser().post('/cases', { number, secret: '1234' })).text;
  expect(followed).toContain('定于 2026年4月1日 09:30 举行');
  expect(followed).not.toMatch(/三楼会议室|法制股长/);

  await one.post(`${page}/hearing`, { wish: 'waive', sure: 'on' });
  expect(await hearing()).toMatchObject({ state: 'waived' });
  expect((await one.go(page)).text).toContain('已书面放弃');
  await site.act(decider, 'case-file.grant', {}, id);
});
