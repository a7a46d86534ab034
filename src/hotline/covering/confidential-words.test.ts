import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timelineOf } from '#lib/http/timeline.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { someone } from '#lib/testing/app.ts';
import { knownPeople, startTestServer } from '#lib/testing/server.ts';
import { sentOf } from '#lib/view.ts';
import { courseDesk, refused, WATER } from '../course/testing/desk.ts';
import { indexAll } from '../search/index-loop.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';

type Desk = Awaited<ReturnType<typeof courseDesk>>;
let office: Desk['office'];
let act: Desk['act'];
let registered: Desk['registered'];
let dispatched: Desk['dispatched'];
let below: Desk['below'];
beforeAll(async () => {
  ({ office, act, registered, dispatched, below } = await courseDesk());
});
afterAll(() => office.close());

const TELLS = /欧阳锋|13907309999|9999|8栋/;
const caller = { name: '欧阳锋', phone: '13907309999', address: '荷花小区8栋302室' };
const report = {
  type: 'report',
  title: '欧阳锋举报工地夜里施工',
  text: '我叫欧阳锋，电话13907309999，住8栋302。工地每夜施工到三点，工头姓李。',
  caller,
};
const COVERED = '我叫某某，电话***，住***。工地每夜施工到三点，工头姓李。';
const found = async (q: string) => {
  const view = office.app.modules
    .flatMap((module) => module.views)
    .find((each) => each.name === 'hotline.search')!;
  const answer = await view.read({ query: { q }, by: office.handlerOf(WATER), app: office.app } as never);
  return (JSON.parse(String(sentOf(answer))) as { readonly items: readonly unknown[] }).items.length;
};

describe('the words of a confidential order', () => {
  test('the unit is given covered words; the original lies with the protected caller', async () => {
    const { id } = await dispatched(report);
    const seen = (await getRow(workOrder, id, { by: office.handlerOf(WATER), app: office.app })) as WorkOrder;
    expect([seen.title, seen.text]).toEqual(['某某举报工地夜里施工', COVERED]);
    expect(JSON.stringify(seen)).not.toMatch(TELLS);
    expect(JSON.stringify(await timelineOf(office.app, id))).not.toMatch(TELLS);
    expect(await below('protected_caller', id)).toMatchObject([
      { state: 'checked', title: report.title, text: report.text },
    ]);
  });

  test('a search by the unit does not look into the original words', async () => {
    await dispatched(report);
    await indexAll(office.app);
    expect([await found('欧阳锋'), await found('13907309999')]).toEqual([0, 0]);
    expect(await found('每夜施工')).toBeGreaterThan(0);
  });

  test('no entry of the ledger holds what was covered', async () => {
    const { id } = await registered(report);
    const [entry] = await office.app.query(
      'select details::text || changes::text as said from ledger_entry where subject = $1',
      [id],
    );
    expect(entry!['said']).not.toMatch(/欧阳锋|13907309999/);
  });

  test('kept confidential later, the order covers its words then', async () => {
    const { id } = await dispatched({ ...report, type: 'complaint' });
    const kept = await act(office.agent, 'keep-confidential', { reason: '来电人要求' }, id);
    expect(kept).toMatchObject({ title: '某某举报工地夜里施工', text: COVERED });
    expect(await below('protected_caller', id)).toMatchObject([{ text: report.text }]);
  });

  test('of an anonymous report the words are covered too', async () => {
    const { id } = await registered({ ...report, caller: undefined, isAnonymous: true });
    const [row] = await office.app.query('select text from work_order where id = $1', [id]);
    expect(row!['text']).toContain('我叫某某，电话***');
    expect(await below('protected_caller', id)).toHaveLength(1);
  });

  test('what nobody asked to keep is not touched', async () => {
    const { title, text } = await registered({ ...report, type: 'complaint' });
    expect([title, text]).toEqual([report.title, report.text]);
  });
});

describe('what the office passes on', () => {
  test.each([
    '他叫欧阳锋，住8栋302',
    '就在他家8栋302楼下',
    '欧阳先生说在东门',
    '可打一三九零七三零九九九九',
    '他手机尾号9999',
    '我叫乜小军，在东门',
  ])('%s is refused with its place', async (text) => {
    const { id } = await dispatched(report);
    await act(office.handlerOf(WATER), 'contact-through-office', { question: '是哪一处？' }, id);
    const [relay] = await below('relay', id);
    const answer = (said: string) =>
      office.act(office.agent, 'relay.answer', { text: said, isReached: true }, relay!['id'] as string);
    await expect(answer(text)).rejects.toMatchObject({
      ...refused('relay-names-caller'),
      fields: [{ path: 'text', message: expect.stringMatching(/^看得出诉求人是谁：.+（.+）/) }],
    });
    expect((await answer('东门第二处，每天夜里十点以后')).row.state).toBe('answered');
  });
});

test('the history that a unit reads leaves out what was said of the caller', async () => {
  const { id } = await dispatched({ ...report, type: 'complaint', isConfidential: true });
  const note = '欧阳锋催问，电话一三九零七三零九九九九';
  await act(office.dispatcher, 'urge', { note }, id);
  const [kept] = await below('protected_caller', id);
  const reason = '查证欧阳锋的号码';
  await office.act(
    office.agent,
    'protected-caller.unmask',
    { field: 'phone', reason },
    kept!['id'] as string,
  );
  const told = async (by: typeof office.agent) => {
    const server = await startTestServer({
      ...office.app,
      authenticate: knownPeople(new Map([['who', by]]))(),
    });
    const { body } = await server.call('GET', `/api/work-orders/${id}`, { token: 'who' });
    await server.close();
    return JSON.stringify(body);
  };
  const unit = await told(office.handlerOf(WATER));
  expect(unit).not.toMatch(TELLS);
  expect(unit).toContain('某某催问，电话***');
  expect(unit).not.toContain('查证');
  const agent = await told(office.agent);
  expect(agent).toContain(note);
  expect(agent).toContain(reason);
});

test('what the ledger kept before an order was kept confidential is covered for its auditor from then on', async () => {
  const { id } = await dispatched({ ...report, type: 'complaint' });
  const read = async () => {
    const view = office.app.modules
      .flatMap((module) => module.views)
      .find((each) => each.name === 'ledger-entries')!;
    const by = someone('审计', ['ledger.auditor']);
    const answer = await view.read({
      query: { noun: 'work-order', limit: '200' },
      by,
      app: office.app,
      db: office.app.db,
    } as never);
    const { items } = JSON.parse(String(sentOf(answer))) as {
      readonly items: readonly { readonly subject: string }[];
    };
    return JSON.stringify(items.filter(({ subject }) => subject === id));
  };
  expect(await read()).toContain('欧阳锋');
  await act(office.agent, 'keep-confidential', { reason: '来电人要求' }, id);
  const after = await read();
  expect(after).not.toMatch(TELLS);
  expect(after).toContain('某某举报工地夜里施工');
});

describe('核对遮盖稿', () => {
  const better = { title: '举报工地夜里施工', text: '工地每夜施工到三点，工头姓李。', isChecked: true };

  test('an officer of the office puts the covered words right; the original stays', async () => {
    const { id } = await dispatched(report);
    const after = await act(office.agent, 'cover-text', better, id);
    expect([after.state, after.title, after.text]).toEqual(['dispatched', better.title, better.text]);
    expect(await below('protected_caller', id)).toMatchObject([
      { state: 'checked', title: report.title, text: report.text },
    ]);
    await act(office.agent, 'cover-text', { ...better, title: '工地夜里施工' }, id);
    expect(await below('protected_caller', id)).toMatchObject([{ text: report.text }]);
  });

  test('nothing that certainly tells who spoke may be put back, and the place of it is named', async () => {
    const { id } = await dispatched(report);
    const put = (text: string) => act(office.agent, 'cover-text', { ...better, text }, id);
    await expect(put('请打一三九零七三零九九九九找他')).rejects.toMatchObject({
      ...refused('cover-tells'),
      fields: [{ path: 'text', message: '还有诉求人电话（请打一三九零七三零九九九九找他），请遮盖' }],
    });
    await expect(put('他住8栋302室')).rejects.toMatchObject(refused('cover-tells'));
    await expect(act(office.agent, 'cover-text', { ...better, isChecked: false }, id)).rejects.toMatchObject(
      refused('cover-unchecked'),
    );
  });

  test('a unit cannot, a dispatcher cannot, and an open order has nothing to cover', async () => {
    const { id } = await dispatched(report);
    for (const by of [office.handlerOf(WATER), office.dispatcher])
      await expect(act(by, 'cover-text', better, id)).rejects.toMatchObject({ code: 'lib.missing-role' });
    const open = await dispatched();
    await expect(act(office.agent, 'cover-text', better, open.id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
  });
});
