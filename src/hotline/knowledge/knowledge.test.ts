import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { indexAll } from '../search/index-loop.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import type { KnowledgeEntry } from './entry.ts';
import { spokenWords, type KnowledgeGap } from './gap.ts';
import { markRunOut } from './run-out-loop.ts';

const WATER = '区水利局';
const MONDAY = '2020-05-11T09:00+08:00';
let office: HotlineOffice;
let server: TestServer;
let keeper: Person;
const people = new Map<string, Person>();
beforeAll(async () => {
  office = await hotlineOffice(MONDAY);
  keeper = someone('知识库管理员', ['hotline.knowledge-keeper', office.unit(WATER)]);
  people.set('keeper', keeper);
  people.set('agent', office.agent);
  people.set('dispatcher', office.dispatcher);
  people.set('caller-back', office.callerBack);
  people.set('supervisor', office.supervisor);
  people.set('gateway', office.gateway);
  people.set('handler', office.handlerOf(WATER));
  people.set('platform', someone('电话平台', ['hotline.switchboard']));
  server = await startTestServer({ ...office.app, authenticate: knownPeople(people)() });
});
afterAll(async () => {
  await server.close();
  await office.close();
});
beforeEach(() => office.clock.set(MONDAY));

const write = async (more: Readonly<Record<string, unknown>> = {}): Promise<KnowledgeEntry> => {
  const input = {
    title: '水费怎么交',
    question: '家里的自来水水费怎么交，能在手机上交吗？',
    answer: '可以在营业厅交，也可以在手机上交。',
    basis: '供水服务指南',
    owner: office.unit(WATER),
    ...more,
  };
  return (await office.act(keeper, 'knowledge-entry.write', input)).row as KnowledgeEntry;
};
const does = async (name: string, id: string, input = {}, by: Person = keeper): Promise<KnowledgeEntry> =>
  (await office.act(by, `knowledge-entry.${name}`, input, id)).row as KnowledgeEntry;
async function published(more = {}): Promise<KnowledgeEntry> {
  const { id } = await write(more);
  return does('publish', id);
}
interface Item {
  readonly title: string;
  readonly isExpired: boolean;
}
const search = async (query: Readonly<Record<string, string>>, token = 'agent') => {
  await indexAll(office.app);
  const path = `/api/knowledge/search?${new URLSearchParams(query).toString()}`;
  const { status, body } = await server.call('GET', path, { token });
  return { status, items: (body['items'] ?? []) as readonly Item[] };
};

describe('an entry', () => {
  test('is confirmed by publishing, and again after its interval: 90 days from 11 May is 9 August', async () => {
    const entry = await published({ confirmEveryDays: 90 });
    // May has 20 days left, June 30, July 31: 81; nine more are August's.
    expect(entry).toMatchObject({
      state: 'published',
      edition: 1,
      confirmedOn: '2020-05-11',
      nextConfirmOn: '2020-08-09',
    });
  });

  test('whose day has come waits for its owner, dated that day', async () => {
    const { id } = await published({ confirmEveryDays: 10 });
    office.clock.set('2020-05-20T23:59+08:00');
    await markRunOut(office.app);
    expect(await stateOf(id)).toBe('published');
    office.clock.set('2020-05-21T00:01+08:00');
    await markRunOut(office.app);
    expect(await stateOf(id)).toBe('to-confirm');
    const [entry] = await office.app.query(
      "select at from ledger_entry where subject = $1 and action = 'ask-confirmation'",
      [id],
    );
    // Midnight in Shanghai.
    expect(entry!['at']).toBe('2020-05-20T16:00:00.000Z');
    expect(await does('confirm', id)).toMatchObject({ state: 'published', nextConfirmOn: '2020-05-31' });
  });

  test('that has run out cannot be confirmed as it stands, with a new end it can', async () => {
    const { id } = await published({ validUntil: '2020-05-15' });
    office.clock.set('2020-05-15T23:00+08:00');
    await markRunOut(office.app);
    expect(await stateOf(id)).toBe('published');
    office.clock.set('2020-05-16T00:10+08:00');
    await markRunOut(office.app);
    expect(await stateOf(id)).toBe('expired');
    await expect(does('confirm', id)).rejects.toMatchObject({ code: 'hotline.knowledge-expired' });
    expect(await does('confirm', id, { validUntil: '2021-12-31' })).toMatchObject({
      state: 'published',
      validUntil: '2021-12-31',
    });
  });

  test('amended is a new edition; the former text is kept until it is erased', async () => {
    const { id } = await published();
    expect(await does('amend', id, { answer: '手机上也可以交。', isWithoutEnd: true })).toMatchObject({
      edition: 2,
      state: 'published',
      title: '水费怎么交',
    });
    const kept = await office.app.query(
      `select p.text from ledger_prose p join ledger_entry e on e.id = p.entry
        where e.subject = $1 and p.field = 'answer' order by e.seq`,
      [id],
    );
    expect(kept.map((each) => each['text'])).toEqual([
      '可以在营业厅交，也可以在手机上交。',
      '手机上也可以交。',
    ]);
    await expect(does('amend', id, {})).rejects.toMatchObject({ code: 'hotline.nothing-amended' });
  });

  test('of another unit is not this keeper’s', async () => {
    const [other] = await office.app.query('select id from organisation where name <> $1 limit 1', [WATER]);
    await expect(write({ owner: other!['id'] })).rejects.toMatchObject({ code: 'lib.outside-scope' });
  });

  test('is not written to run out yesterday', async () => {
    await expect(write({ validUntil: '2020-05-10' })).rejects.toMatchObject({
      code: 'hotline.knowledge-expired',
    });
  });
});

const stateOf = async (id: string) =>
  (await office.app.query('select state from knowledge_entry where id = $1', [id]))[0]!['state'];

describe('reading while typing', () => {
  beforeAll(async () => {
    await published({
      title: '老年优待证办理',
      question: '老年人优待证怎么办？',
      answer: '带身份证到社区办理。',
      items: ['000111'],
    });
    await published({
      title: '老年优待证旧办法',
      question: '老年人优待证怎么办？',
      answer: '带身份证到街道办理。',
      validUntil: '2020-05-12',
    });
    await write({ title: '优待证草稿', question: '优待证草稿', answer: '未定。' });
  });

  test('what fits is found, what has run out comes last and is marked, drafts are not found', async () => {
    office.clock.set('2020-05-13T09:00+08:00');
    const { items } = await search({ q: '老年优待证' });
    expect(items.map(({ title, isExpired }) => [title, isExpired])).toEqual([
      ['老年优待证办理', false],
      ['老年优待证旧办法', true],
    ]);
    expect(items[0]).toMatchObject({ ownerName: WATER, because: ['老年优待证'], uses: 0 });
  });

  test('nothing typed gives the entries of an item or a topic', async () => {
    expect((await search({ item: '000111' })).items.map((each) => each.title)).toEqual(['老年优待证办理']);
    expect((await search({ topic: '没有这个主题' })).items).toEqual([]);
  });

  test('other words find nothing, signs break nothing, one character is enough', async () => {
    expect((await search({ q: '公积金提取' })).items).toEqual([]);
    expect(await search({ q: "'&|" })).toEqual({ status: 200, items: [] });
    expect((await search({ q: '证' })).items.length).toBeGreaterThan(0);
  });

  test('an order answered from an entry counts as a use of it', async () => {
    const { id } = await published({
      title: '停水通知哪里看',
      question: '停水通知在哪里看？',
      answer: '在公告栏。',
    });
    const order = await office.act(office.agent, 'work-order.register', lampOrder({ type: 'consultation' }));
    await office.act(
      office.agent,
      'work-order.answer-directly',
      { text: '在公告栏。', knowledge: id },
      order.row.id,
    );
    expect((await search({ q: '停水通知' })).items[0]).toMatchObject({ id, uses: 1 });
  });

  describe('while an ordinary sentence is typed', () => {
    const ENTRIES = [
      '井盖丢失由谁补装',
      '流浪狗伤人怎样处理',
      '共享单车乱停放向谁反映',
      '供暖温度不达标怎么办',
      '退役军人优抚金怎样领取',
      '残疾人证怎么补办',
      '小区车位租赁有争议怎么办',
      '广场舞噪音扰民找谁',
    ];
    let isThere = false;
    beforeEach(async () => {
      if (isThere) return;
      for (const title of ENTRIES)
        await published({ title, question: `${title}？`, answer: '请按指南办理。' });
      isThere = true;
    });
    test.each([
      ['我们村口马路上的井盖不知道被谁拿走了，晚上骑车差点掉下去，请尽快装上。', ENTRIES[0]],
      ['今天早上孩子上学路上被一条流浪狗追着咬，希望有人来管一管。', ENTRIES[1]],
      ['地铁站出口堆满了共享单车，盲道都被占了，老人根本走不过去。', ENTRIES[2]],
      ['家里供暖一直不热，室内只有十四度，老人受不了。', ENTRIES[3]],
      ['我父亲是退役军人，想问优抚金这个月为什么还没有到账。', ENTRIES[4]],
      ['搬家时把残疾人证弄丢了，不知道去哪里重新弄一个。', ENTRIES[5]],
      ['物业把地下车位租给外面的人，业主反而没地方停，车位租赁合同也不给看。', ENTRIES[6]],
      ['楼下每天晚上跳广场舞，音响开得特别大，孩子没法写作业。', ENTRIES[7]],
    ])('%s', async (q, title) => {
      expect((await search({ q })).items[0]).toMatchObject({ title });
    });
    test.each([
      '村里的自然水塘干了，想请人来看看能不能养鱼。',
      '请问怎样投诉，需要什么材料，到哪里办理？',
      '建议在河边多种一些树，夏天散步凉快。',
    ])('and nothing for %s', async (q) => {
      expect((await search({ q })).items).toEqual([]);
    });
  });

  test('withdrawn is no longer found', async () => {
    const { id } = await published({ title: '临时集市地点', question: '集市在哪里？', answer: '在河边。' });
    expect((await search({ q: '临时集市' })).items).toHaveLength(1);
    await does('withdraw', id, { reason: '集市已结束' });
    expect((await search({ q: '临时集市' })).items).toEqual([]);
  });

  test.each([
    ['agent', 200],
    ['dispatcher', 200],
    ['caller-back', 200],
    ['supervisor', 200],
    ['handler', 200],
    ['keeper', 200],
    ['gateway', 403],
    ['platform', 403],
    ['stranger', 401],
  ])('%s is answered %i', async (who, status) => {
    expect((await search({ q: '水费' }, who)).status).toBe(status);
  });
});

describe('what was not found', () => {
  const miss = async (words: string) =>
    (await office.act(office.agent, 'knowledge-gap.miss', { words })).row as KnowledgeGap;
  const gap = async (id: string) =>
    (await office.app.query('select state, times from knowledge_gap where id = $1', [id]))[0];

  test('the same words however typed join the open gap and make it weigh more', async () => {
    expect(spokenWords('公积金 怎么提？')).toBe('公积金怎么提');
    const first = await miss('公积金怎么提');
    const second = await miss('公积金 怎么提？');
    expect(second).toMatchObject({ state: 'joined', joinedTo: first.id });
    expect(await gap(first.id)).toEqual({ state: 'open', times: 2 });
  });

  test('goes to a unit, which answers it by an entry that is published', async () => {
    const { id } = await miss('水表坏了谁修');
    await expect(
      office.act(keeper, 'knowledge-gap.dismiss', { reason: '不归我管' }, id),
    ).rejects.toMatchObject({
      code: 'lib.not-found',
    });
    await office.act(office.supervisor, 'knowledge-gap.assign', { owner: office.unit(WATER) }, id);
    const entry = await write({ title: '水表维修', question: '水表坏了谁修？', answer: '拨打维修电话。' });
    await expect(office.act(keeper, 'knowledge-gap.answer', { entry: entry.id }, id)).rejects.toMatchObject({
      code: 'hotline.knowledge-not-published',
    });
    await does('publish', entry.id);
    const done = await office.act(keeper, 'knowledge-gap.answer', { entry: entry.id }, id);
    expect(done.row).toMatchObject({ state: 'answered', entry: entry.id });
    // Missed again after it was closed: a new task.
    expect(await miss('水表坏了谁修')).toMatchObject({ state: 'open', times: 1 });
  });

  test('is not due before today', async () => {
    const { id } = await miss('路边停车收费吗');
    const input = { owner: office.unit(WATER), dueOn: '2020-05-10' };
    await expect(office.act(office.supervisor, 'knowledge-gap.assign', input, id)).rejects.toMatchObject({
      code: 'hotline.due-in-past',
    });
  });
});
