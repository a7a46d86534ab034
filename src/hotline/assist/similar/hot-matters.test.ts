import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { instant, instantOf } from '#lib/time.ts';
import { sharedFile } from '#lib/testing/shared.ts';
import { readLines } from '../topics/letters.ts';
import { hotMatters, type Told } from './hot-matters.ts';
import { indexTexts, nearDuplicates, similar } from './similar.ts';

const told = (id: string, at: string, title: string, place: string | null = null): Told => ({
  id,
  at: instant(at),
  place,
  topic: null,
  title,
  text: title,
});
const week = [
  told('a', '2020-05-04T02:00:00Z', '东湖花园搅拌站夜间噪音扰民', '东湖镇'),
  told('b', '2020-05-05T02:00:00Z', '东湖花园旁搅拌站粉尘严重', '东湖镇'),
  told('c', '2020-05-06T02:00:00Z', '请取缔东湖花园搅拌站', '西山镇'),
  told('d', '2020-05-06T03:00:00Z', '咨询社保卡补办手续'),
  told('e', '2020-05-06T04:00:00Z', '建议增加公交线路'),
  told('f', '2020-05-06T05:00:00Z', '小学门口没有斑马线'),
  told('g', '2020-05-07T05:00:00Z', '自来水水压不足'),
  ...['菜场缺斤少两', '河堤杨树倒伏', '快递柜收费', '村医退休补助'].map((title, i) =>
    told(`z${i}`, '2020-05-07T06:00:00Z', title),
  ),
];
const until = instant('2020-05-11T00:00:00Z');

test('letters of one matter make a hot matter with a name, a place and a trend; others do not', () => {
  const [first, ...others] = hotMatters(week, { until });
  expect(first).toMatchObject({ count: 3, before: 0, trend: 'new', place: '东湖镇' });
  expect(first!.ids.toSorted()).toEqual(['a', 'b', 'c']);
  expect(first!.name).toContain('东湖花园');
  expect(others.flatMap(({ ids }) => ids)).not.toContain('d');
});
test('the trend compares with as many days before', () => {
  const before = [
    told('o', '2020-04-28T02:00:00Z', '东湖花园搅拌站噪音'),
    told('p', '2020-04-29T02:00:00Z', '东湖花园搅拌站粉尘'),
  ];
  const older = told('q', '2020-04-20T02:00:00Z', '东湖花园搅拌站粉尘');
  expect(hotMatters([...week, ...before, older], { until })[0]).toMatchObject({
    count: 3,
    before: 2,
    trend: 'rising',
  });
});
test('a week without letters has no hot matter', () => {
  expect(hotMatters([], { until })).toEqual([]);
});
test('the likest text comes first; the same letter once more is a near-duplicate', () => {
  const index = indexTexts(week.map(({ id, title }) => ({ id, text: title })));
  expect(similar(index, '东湖花园搅拌站夜间有噪音')[0]!.id).toBe('a');
  expect(nearDuplicates(index, '小学门口没有斑马线！').map(({ id }) => id)).toEqual(['f']);
  expect(similar(index, '')).toEqual([]);
});

const mailbox = sharedFile('data/mailbox/hot-topics.jsonl.gz');
interface Row {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly time: string;
}
test.runIf(mailbox)('a mixing plant beside a new estate is the hot matter of its month', () => {
  const rows = readLines(readFileSync(mailbox!)).map(([, value]): Told => {
    const { id, title, body, time } = value as Row;
    return { ...told(id, instantOf(Date.parse(`${time.replace(' ', 'T')}+08:00`)), title), text: body };
  });
  const [first] = hotMatters(rows, { until: instant('2019-12-31T16:00:00Z'), days: 61, least: 5 });
  expect(first!.name).toMatch(/丽发新城|搅拌/);
  expect(first!.count).toBeGreaterThanOrEqual(10);
});
