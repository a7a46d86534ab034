/* Who acts for another: as long as a mandate covers it, and never after. By forms alone, signed in at a real provider. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LI, WANG } from '#applicants/testing/office.ts';
import { runReactions } from '#ledger/loops.ts';
import { minePages } from '../mine/routes.ts';
import { draftAt, firm, offerRestaurant, upload, li, wang } from '../testing/applying.ts';
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
  themeId = await offerRestaurant(site, { premises: {}, food: {} });
});
afterAll(() => site.close());

type Signed = Awaited<ReturnType<Site['signedIn']>>;
async function given(owner: Signed, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { status, body } = await owner.api('POST', '/mandates', {
    agentName: WANG.name,
    agentIdentity: WANG.identity,
    extent: 'all',
    acts: ['apply', 'supply', 'withdraw'],
    startsOn: '2026-03-10',
    endsOn: '2026-03-20',
    ...more,
  });
  expect(status).toBe(201);
  await runReactions(site.app);
  return body['id'] as string;
}
/** Applies and leads to the case or the bundle; the papers by their places. */
async function applied(
  agent: Signed,
  at: string,
  { mandate, papers }: { mandate: string; papers: number[] },
) {
  const begun = await agent.post(`${at}/apply`, { key: crypto.randomUUID().slice(0, 22), mandate });
  const draft = draftAt(begun.at);
  await agent.post(draft, { phone: '13900005678' });
  for (const n of papers) await upload(agent, draft, n);
  return agent.post(`${draft}/submit`, { sure: 'on' });
}
const rowOf = async (number: string) =>
  (await site.app.query('select * from case_file where number = $1', [number]))[0]!;

test('an agent corrects, supplements and withdraws for a firm while the mandate holds, and never after', async () => {
  const [owner, agent] = [await site.signedIn(firm), await site.signedIn(wang)];
  const mandate = await given(owner);
  const sent = await applied(agent, '/items/QS-01', { mandate, papers: [0, 1] });
  const number = /BJ\d{10}/.exec(sent.text)![0];
  const id = (await rowOf(number))['id'] as string;
  await site.act(site.clerk, 'case-file.receive', {}, id);
  const gaps = [
    { paper: '申请书', what: '缺公章' },
    { paper: '与第三者的协议', what: '未提交' },
  ];
  await site.act(site.clerk, 'case-file.ask-correction', { gaps }, id);

  const correcting = await agent.go(`/mine/cases/${number}`);
  for (const said of ['网上补交材料', '撤回申请']) expect(correcting.text).toContain(said);
  const supply = draftAt((await agent.post(`/mine/cases/${number}/supply`)).at);
  await upload(agent, supply, 0);
  await upload(agent, supply, 1);
  expect((await agent.post(`${supply}/submit`, { sure: 'on' })).text).toContain('材料已提交');
  expect((await rowOf(number))['state']).toBe('received');

  // Given anew with less in it: the agent still sees the case, and what they may no longer do is said.
  await owner.post(`/mine/mandates/${mandate}/revoke`, { sure: 'on' });
  expect((await agent.go(`/mine/cases/${number}`)).status).toBe(404);
  expect((await agent.post(`/mine/cases/${number}/withdraw`, { sure: 'on' })).status).toBe(404);
  await given(owner, { acts: ['supply'] });
  const lesser = await agent.go(`/mine/cases/${number}`);
  expect(lesser.text).toContain('委托不包括撤回申请');
  const refused = await agent.post(`/mine/cases/${number}/withdraw`, { sure: 'on' });
  expect([refused.status, refused.text.includes('这份委托不包括这一步')]).toEqual([422, true]);
  expect((await rowOf(number))['state']).toBe('received');

  await given(owner, { acts: ['withdraw'], extent: 'listed', items: ['QS-01'] });
  const gone = await agent.post(`/mine/cases/${number}/withdraw`, { sure: 'on', reason: '改期再办' });
  expect(gone.text).toContain('已按申请人的要求撤回');
  const [entry] = await site.app.query(
    "select action, person_name from ledger_entry where subject = $1 and action = 'withdraw-for'",
    [id],
  );
  expect(entry).toBeDefined();
});

test('a mandate for one item opens no other case of the firm, and none for applying alone what the firm sent', async () => {
  const [owner, agent] = [await site.signedIn(firm), await site.signedIn(wang)];
  const begun = await owner.post('/items/CS-01/apply', { key: 'o'.repeat(22) });
  const draft = draftAt(begun.at);
  await owner.post(draft, { phone: '13900005678' });
  await upload(owner, draft, 0);
  const number = /BJ\d{10}/.exec((await owner.post(`${draft}/submit`, { sure: 'on' })).text)![0];
  // What is in force from before lets the agent withdraw QS-01 and supply anything.
  expect((await agent.go(`/mine/cases/${number}`)).status).toBe(200);
  for (const each of (await owner.api('GET', '/mine/mandates')).body['items'] as { id: string }[])
    await owner.post(`/mine/mandates/${each.id}/revoke`, { sure: 'on' });
  await given(owner, { extent: 'listed', items: ['QS-01'], acts: ['apply', 'supply', 'withdraw'] });
  await given(owner, { acts: ['apply'] });
  expect((await agent.go(`/mine/cases/${number}`)).status).toBe(404);
  const id = (await rowOf(number))['id'] as string;
  expect((await agent.api('POST', '/case-drafts/begin-supply', { case: id })).status).toBe(404);
});

test('one thing is applied for in the firm’s name, and a mandate that leaves out one of its items is not enough', async () => {
  const [owner, agent] = [await site.signedIn(firm), await site.signedIn(wang)];
  const partly = await given(owner, { extent: 'listed', items: ['CS-01'], acts: ['apply'] });
  const refused = await agent.post(`/themes/${themeId}/apply`, { mandate: partly });
  expect([refused.status, refused.text.includes('这份委托不包括这个事项')]).toEqual([422, true]);
  const sent = await applied(agent, `/themes/${themeId}`, { mandate: await given(owner), papers: [0] });
  expect([sent.at.split('?')[0], sent.text.includes('申请已提交')]).toEqual([
    expect.stringMatching(/^\/mine\/bundles\//),
    true,
  ]);
  const [bundle] = await site.app.query('select * from bundle', []);
  expect(bundle).toMatchObject({ is_on_behalf: true, credit_code: firm.uscc });
  const page = `/mine/bundles/${String(bundle!['id'])}`;
  expect((await owner.go(page)).text).toContain('食品经营许可');

  // Taken back in one act: what waits ends with it; by nobody whom no mandate lets do so for every item.
  const stranger = await site.signedIn({ ...wang, sub: 'li', name: LI.name, id_number: LI.identity });
  expect((await stranger.post(`${page}/withdraw`, { sure: 'on' })).status).toBe(404);
  for (const each of (await owner.api('GET', '/mine/mandates')).body['items'] as { id: string }[])
    await owner.post(`/mine/mandates/${each.id}/revoke`, { sure: 'on' });
  expect((await agent.post(`${page}/withdraw`, { sure: 'on' })).status).toBe(404);
  await given(owner, { extent: 'listed', items: ['CS-01'] });
  expect((await agent.post(`${page}/withdraw`, { sure: 'on' })).status).toBe(422);
  await given(owner);
  const gone = await agent.post(`${page}/withdraw`, { sure: 'on', reason: '不开了' });
  expect([gone.status, gone.text.includes('尚未决定的各件'), gone.text.includes('全部撤回')]).toEqual([
    200,
    true,
    false,
  ]);
  const [after] = await site.app.query('select state, open_cases as open from bundle', []);
  expect(after).toEqual({ state: 'withdrawn', open: 0 });
});

test('what is filled in names neither who applies nor who acts for them, in the draft or in the ledger', async () => {
  const ouyang = { ...li, sub: 'ouyang', name: '欧阳大海', id_number: '430611189001011240' };
  const zhao = { ...wang, sub: 'zhao', name: '赵小兰', id_number: '430611188502284576' };
  const [owner, agent] = [await site.signedIn(ouyang), await site.signedIn(zhao)];
  const mandate = await given(owner, { agentName: zhao.name, agentIdentity: zhao.id_number });
  for (const { by, more, shown } of [
    { by: owner, more: {}, shown: '我是居民某某，急用' },
    { by: agent, more: { mandate }, shown: '我是居民某某，某某代办，急用' },
  ]) {
    const matter = `我是居民${ouyang.name}，${by === agent ? `${zhao.name}代办，` : ''}急用`;
    const begun = await by.post('/items/QS-01/apply', { key: crypto.randomUUID().slice(0, 22), ...more });
    const draft = draftAt(begun.at);
    await by.post(draft, { phone: '13900005678', matter });
    const id = draft.split('/').at(-1)!;
    const [kept] = await site.app.query('select matter from case_draft where id = $1', [id]);
    expect(kept).toEqual({ matter: shown });
    const written = await site.app.query(
      'select e.details, e.changes, p.text from ledger_entry e left join ledger_prose p on p.entry = e.id',
      [],
    );
    expect(JSON.stringify(written)).not.toMatch(/居民欧阳大海|赵小兰代办/);
    // Sent, the case has the whole of it sealed, and shows no more.
    for (const n of [0, 1]) await upload(by, draft, n);
    const { text } = await by.post(`${draft}/submit`, { sure: 'on' });
    const row = await rowOf(/BJ\d{10}/.exec(text)![0]);
    expect(row['matter']).toBe(shown);
    expect(row['matter_whole']).not.toBeNull();
  }
});
