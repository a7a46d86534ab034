import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#lib/db/index.ts';
import { seedTopics } from '../index.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`seed/${file}`, import.meta.url), 'utf8'));
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

const pathsOfWord = async (word: string): Promise<readonly unknown[]> => {
  const rows = await office.app.query(
    "select topic_path from hotline_topic where $1 = any(string_to_array(spoken_as, '、')) order by topic_path",
    [word],
  );
  return rows.map((row) => row['topic_path']);
};

test('what callers say finds the topic: a street lamp is a public facility, 讨薪 is wages and 农民工', async () => {
  expect(await pathsOfWord('路灯')).toEqual(['城乡建设/城市建设和市政管理/城市公共设施']);
  expect(await pathsOfWord('讨薪')).toHaveLength(2);
});

test('every topic that has everyday words is one of the taxonomy', () => {
  const taxonomy = read('taxonomy.json') as Record<string, Record<string, readonly string[]>>;
  const paths = Object.entries(taxonomy).flatMap(([one, below]) =>
    Object.entries(below).flatMap(([two, names]) => names.map((name) => `${one}/${two}/${name}`)),
  );
  expect(Object.keys(read('spoken.json') as object).filter((path) => !paths.includes(path))).toEqual([]);
});

test('a word instead of a topic is refused with the topics it may mean, never filed by guess', async () => {
  const order = office.act(office.agent, 'work-order.register', lampOrder({ topic: '路灯' }));
  await expect(order).rejects.toMatchObject({
    code: 'hotline.no-topic',
    fields: [{ path: 'topic', message: '没有这个主题，是否为：城乡建设/城市建设和市政管理/城市公共设施' }],
  });
});

test('words may be changed by whoever keeps the topics, and by nobody else', async () => {
  const [row] = await office.app.query("select id from hotline_topic where topic_path like '%/公园管理'", []);
  const id = row!['id'] as string;
  await office.act(office.supervisor, 'hotline-topic.speak', { spokenAs: '凉亭、长椅' }, id);
  expect(await pathsOfWord('凉亭')).toEqual(['城乡建设/城市建设和市政管理/公园管理']);
  await expect(
    office.act(office.agent, 'hotline-topic.speak', { spokenAs: '长椅' }, id),
  ).rejects.toMatchObject({ code: 'lib.missing-role' });
});

test('a taxonomy from before there were everyday words gets them at the next start; words somebody chose stay', async () => {
  const SPOKEN = Object.keys(read('spoken.json') as object);
  const [lamps, parks] = [
    SPOKEN.find((path) => path.endsWith('/城市公共设施'))!,
    SPOKEN.find((path) => path.endsWith('/公园管理'))!,
  ];
  const spokenNow = async (path: string): Promise<unknown> =>
    (await office.app.query('select spoken_as from hotline_topic where topic_path = $1', [path]))[0]![
      'spoken_as'
    ];
  const before = await spokenNow(lamps);
  // As a tenant of that time has them: past the engine, by the owner.
  await withClient(office.app.database, { as: 'owner' }, (client) =>
    client.query('update hotline_topic set spoken_as = null', []),
  );
  const [park] = await office.app.query('select id from hotline_topic where topic_path = $1', [parks]);
  await office.act(office.supervisor, 'hotline-topic.speak', { spokenAs: '凉亭' }, park!['id'] as string);
  expect(await seedTopics(office.app)).toBe(0);
  expect([await spokenNow(lamps), await spokenNow(parks)]).toEqual([before, '凉亭']);
  const [head] = await office.app.query('select count(*) as n from ledger_entry', []);
  await seedTopics(office.app);
  expect((await office.app.query('select count(*) as n from ledger_entry', []))[0]).toEqual(head);
});
