/* A survey and a result, as the applicant is told of them: somebody comes, and something is to be fetched. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DISTRICT, WATER, waterPermit } from '#cases/testing/hall.ts';
import { someone } from '#lib/testing/app.ts';
import { minePages } from '../mine/routes.ts';
import { draftAt, li, upload } from '../testing/applying.ts';
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
    surveys: [{ department: WATER, conditions: ['取水口位置相符', '计量设施已装'] }],
  });
});
afterAll(() => site.close());

test('the applicant is told who comes, when, what to have ready and whom to call; the law’s limit is not said to stop', async () => {
  const one = await site.signedIn(li);
  const draft = draftAt((await one.post('/items/QS-01/apply', { key: 's'.repeat(22) })).at);
  for (const n of [0, 1, 2]) await upload(one, draft, n);
  const number = /BJ\d{10}/.exec((await one.post(`${draft}/submit`, { sure: 'on' })).text)![0];
  const [row] = await site.app.query('select id from case_file where number = $1', [number]);
  const act = (verb: string, input: object, by = site.clerk) =>
    site.act(by, `case-file.${verb}`, input as never, row!['id'] as string);
  await act('receive', {});
  await act('accept', {});
  await act('ask-survey', { site: '柳毅湖取水口', reason: '核对取水口位置' });
  const asked = (await one.go(`/mine/cases/${number}`)).text;
  for (const said of ['等待现场勘查', '时间还没有定', WATER]) expect(asked).toContain(said);
  const [survey] = await site.app.query('select id from survey', []);
  const when = { visitAt: '2026-03-12T10:00+08:00', toldHow: 'phone', meetingPoint: '柳毅湖东门' };
  await site.act(site.clerk, 'survey.schedule', when, survey!['id'] as string);

  const page = (await one.go(`/mine/cases/${number}`)).text;
  for (const said of [
    '2026年3月12日 周四 10:00',
    '柳毅湖东门',
    WATER,
    '取水口位置相符',
    '计量设施已装',
    '0730-8170000',
    // Five working days after 12 March.
    '承诺期限最迟暂停到 2026年3月19日',
    '只暂停承诺期限，法定期限照计',
  ])
    expect(page).toContain(said);
  expect(page).not.toContain('依法停止计算');
  // By number and four digits the hour is told, and nothing of the place.
  const followed = (await site.browser().post('/cases', { number, secret: '1234' })).text;
  for (const said of ['2026年3月12日 周四 10:00', WATER]) expect(followed).toContain(said);
  expect(followed).not.toMatch(/柳毅湖|计量设施|依法停止计算/);
});

test('who follows a case that is ready reads where it is fetched and until when it is handed out', async () => {
  await site.offer('QS-05', {
    ...waterPermit,
    name: '取水口封堵备案',
    isOnline: true,
    onlineAddress: 'http://a.gov.cn/items/QS-05',
    materials: [],
  });
  const one = await site.signedIn(li);
  const draft = draftAt((await one.post('/items/QS-05/apply', { key: 't'.repeat(22) })).at);
  const number = /BJ\d{10}/.exec((await one.post(`${draft}/submit`, { sure: 'on' })).text)![0];
  const [row] = await site.app.query('select id, department from case_file where number = $1', [number]);
  const act = (verb: string, input: object, by = site.clerk) =>
    site.act(by, `case-file.${verb}`, input as never, row!['id'] as string);
  await act('receive', {});
  await act('accept', {});
  await act('grant', {}, site.decider);
  const sealer = someone('用章员', ['cases.sealer', row!['department'] as string]);
  await act('issue', { resultNumber: '君水许〔2026〕1号' }, sealer);
  const [hall] = await site.app.query("select name from site where region = $1 and kind = 'hall'", [
    DISTRICT,
  ]);
  const own = (await one.go(`/mine/cases/${number}`)).text;
  const followed = (await site.browser().post('/cases', { number, secret: '1234' })).text;
  // Ten working days after 10 March 2026: 24 March.
  for (const page of [own, followed])
    for (const said of [hall!['name'] as string, '最迟 2026年3月24日']) expect(page).toContain(said);
});
