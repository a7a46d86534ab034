/* 容缺 on line: nobody is bound by a word that they were not shown and did not sign. By forms alone, at a real provider. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WANG } from '#applicants/testing/office.ts';
import { waterPermit } from '#cases/testing/hall.ts';
import { attachmentStore, fileNameOf } from '#documents/index.ts';
import { runReactions } from '#ledger/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { minePages } from '../mine/routes.ts';
import { draftAt, firm, li, offerRestaurant, PDF, upload, wang } from '../testing/applying.ts';
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
  const { materials } = waterPermit;
  themeId = await offerRestaurant(site, { premises: { materials: materials!, toleranceDays: 5 }, food: {} });
});
afterAll(() => site.close());

type Signed = Awaited<ReturnType<Site['signedIn']>>;
const rowOf = async (number: string) =>
  (await site.app.query('select * from case_file where number = $1', [number]))[0]!;
/** A draft with both main papers and without the agreement, which may follow. */
async function filled(one: Signed, at: string, mandate?: string): Promise<string> {
  const begun = await one.post(`${at}/apply`, {
    key: crypto.randomUUID().slice(0, 22),
    ...(mandate && { mandate }),
  });
  const draft = draftAt(begun.at);
  await one.post(draft, { phone: '13900005678' });
  for (const n of [0, 1]) await upload(one, draft, n);
  return draft;
}
async function sent(one: Signed, draft: string, more = {}) {
  const { text } = await one.post(`${draft}/submit`, { sure: 'on', ...more });
  const number = /BJ\d{10}/.exec(text)![0];
  return { number, id: (await rowOf(number))['id'] as string };
}
const tolerantly = async (id: string, more = {}) => {
  await site.act(site.clerk, 'case-file.receive', {}, id);
  return site.act(site.clerk, 'case-file.accept-with-outstanding', { isSigned: true, ...more }, id);
};
/** What a clerk scanned, laid with the case. */
async function lay(subject: string, name: string): Promise<void> {
  // A scan of its own: the bytes of a paper are that paper.
  const scan = Buffer.concat([PDF, Buffer.from(`% ${name}`)]);
  const sha256 = fileNameOf(scan);
  await attachmentStore(site.app).put(scan);
  const file = { name, kind: 'pdf', mediaType: 'application/pdf', size: scan.length, sha256 };
  const uploader = someone('窗口员', ['people.staff']);
  await site.act(uploader, 'attachment.attach', { ...file, subjectNoun: 'case-file', subject });
}
const unsigned = { code: 'cases.not-signed-online' };

test('the commitment is shown before sending – papers, until when, what follows –, and signed it is kept with the case', async () => {
  const one = await site.signedIn(li);
  const draft = await filled(one, '/items/QS-01');
  const check = (await one.go(`${draft}/check`)).text;
  for (const said of ['容缺受理承诺书', '与第三者的协议', '承诺办结期限', '终止办理', '失信记录', '签署'])
    expect(check).toContain(said);
  const { number, id } = await sent(one, draft, { signsTolerance: 'on' });
  expect((await rowOf(number))['tolerance_promise']).toMatchObject({
    papers: ['与第三者的协议'],
    sheet: null,
  });
  expect((await one.go(`/mine/cases/${number}`)).text).toContain('已签署容缺受理承诺书');
  expect((await tolerantly(id)).row).toMatchObject({ state: 'accepted', acceptance: 'tolerant' });
  // Both files came as 材料.pdf; with the case they lie under the names of their papers.
  const files = await site.app.query('select name from attachment where subject = $1 order by id', [id]);
  expect(files.map(({ name }) => name)).toEqual(['申请书 1.pdf', '水资源论证报告 1.pdf']);
});

test('a clerk’s tick does not sign for an applicant on line: they sign on their page, or at the counter', async () => {
  const one = await site.signedIn(li);
  const { number, id } = await sent(one, await filled(one, '/items/QS-01'));
  expect((await rowOf(number))['tolerance_promise']).toBeNull();
  await expect(tolerantly(id)).rejects.toMatchObject(unsigned);
  const page = await one.go(`/mine/cases/${number}`);
  for (const said of ['容缺受理承诺书', '与第三者的协议', '失信记录', `/mine/cases/${number}/promise`])
    expect(page.text).toContain(said);
  expect((await one.post(`/mine/cases/${number}/promise`, {})).status).toBe(422);
  // Somebody else neither sees nor signs it.
  const other = await site.signedIn(wang);
  expect((await other.post(`/mine/cases/${number}/promise`, { sure: 'on' })).status).toBe(404);
  expect((await one.post(`/mine/cases/${number}/promise`, { sure: 'on' })).text).toContain(
    '已签署容缺受理承诺书',
  );
  const accept = () => site.act(site.clerk, 'case-file.accept-with-outstanding', { isSigned: true }, id);
  expect((await accept()).row).toMatchObject({ state: 'accepted' });
  // Then the page tells until when, why, and what follows.
  const owed = (await one.go(`/mine/cases/${number}`)).text;
  for (const said of ['容缺材料', '最迟', '终止办理', '失信记录']) expect(owed).toContain(said);
  expect((await one.post(`/mine/cases/${number}/promise`, { sure: 'on' })).status).toBe(409);
  // No days of its own: the promised ten working days from 10 March 2026 end on 24 March; the draft is kept longer.
  const supply = await one.post(`/mine/cases/${number}/supply`);
  for (const said of ['请最迟 <strong>2026年3月24日</strong> 提交', '为什么是这一天', '失信记录', '容缺待补'])
    expect(supply.text).toContain(said);
  expect(supply.text).not.toContain('可以后补');
  expect((await one.go(`${draftAt(supply.at)}/check`)).text).toContain('2026年3月24日');
});

test('signed at the counter it is the scan of the sheet that says so', async () => {
  const one = await site.signedIn(li);
  const { number, id } = await sent(one, await filled(one, '/items/QS-01'));
  await expect(tolerantly(id, { sheet: '承诺书.pdf' })).rejects.toMatchObject({ code: 'cases.no-sheet' });
  // What the applicant handed in is no sheet signed at the counter.
  const again = { isSigned: true, sheet: '申请书 1.pdf' };
  await expect(site.act(site.clerk, 'case-file.accept-with-outstanding', again, id)).rejects.toMatchObject({
    code: 'cases.no-sheet',
  });
  await lay(id, '承诺书.pdf');
  const signed = { isSigned: true, sheet: '承诺书.pdf' };
  await site.act(site.clerk, 'case-file.accept-with-outstanding', signed, id);
  expect((await rowOf(number))['tolerance_promise']).toMatchObject({
    papers: ['与第三者的协议'],
    by: site.clerk.id,
  });
});

test('a firm’s agent signs with a mandate to sign, and with no other', async () => {
  const [owner, agent] = [await site.signedIn(firm), await site.signedIn(wang)];
  const given = async (acts: readonly string[]): Promise<string> => {
    const terms = { agentName: WANG.name, agentIdentity: WANG.identity, extent: 'all', acts };
    const days = { startsOn: '2026-03-10', endsOn: '2026-03-20' };
    const { body } = await owner.api('POST', '/mandates', { ...terms, ...days });
    await runReactions(site.app);
    return body['id'] as string;
  };
  const draft = await filled(agent, '/items/QS-01', await given(['apply']));
  const check = (await agent.go(`${draft}/check`)).text;
  expect(check).toContain('委托不包括签收文书、签署承诺');
  expect(check).not.toContain('name="signsTolerance"');
  const forced = await agent.post(`${draft}/submit`, { sure: 'on', signsTolerance: 'on' });
  expect([forced.status, forced.text.includes('这份委托不包括这一步')]).toEqual([422, true]);
  const { number, id } = await sent(agent, draft);
  expect((await agent.post(`/mine/cases/${number}/promise`, { sure: 'on' })).status).toBe(422);
  await given(['sign']);
  await agent.post(`/mine/cases/${number}/promise`, { sure: 'on' });
  expect((await tolerantly(id)).row).toMatchObject({ acceptance: 'tolerant' });
  const whole = await filled(agent, '/items/QS-01', await given(['apply', 'sign']));
  const own = await sent(agent, whole, { signsTolerance: 'on' });
  expect((await tolerantly(own.id)).row).toMatchObject({ acceptance: 'tolerant' });
});

test('one thing is signed for once, each case with its own papers and its own days', async () => {
  const one = await site.signedIn(li);
  const draft = await filled(one, `/themes/${themeId}`);
  const check = (await one.go(`${draft}/check`)).text;
  for (const said of ['经营场所登记', '与第三者的协议', '5 个工作日']) expect(check).toContain(said);
  await one.post(`${draft}/submit`, { sure: 'on', signsTolerance: 'on' });
  const cases = await site.app.query(
    `select item_code as item, tolerance_promise -> 'papers' as papers from case_file where bundle is not null order by item_code`,
    [],
  );
  expect(cases).toEqual([
    { item: 'CS-01', papers: ['与第三者的协议'] },
    { item: 'SP-01', papers: null },
  ]);
});
