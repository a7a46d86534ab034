import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sharedFile } from '#lib/testing/shared.ts';
import { areItems, understandRow, type Told, type UnderstoodItem } from './understand.ts';

const rowsOf = (path: string): readonly Told[] => {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Told);
};
const guangdong = sharedFile('data/service-items/guangdong-2021.jsonl.gz');
const guangan = sharedFile('data/service-items/guangan-district.jsonl');
const isItem = (read: ReturnType<typeof understandRow>): read is UnderstoodItem => !Array.isArray(read);

test('a row of a table with Chinese headings', () => {
  const read = understandRow({
    '事项名称*': '取水许可',
    '实施编码（31位）': '11440232MB2D06811W4000117051000',
    事项类型: '行政许可',
    实施主体: '县水利局',
    法定时限: '20个工作日',
    承诺时限: '即办',
    材料: '申请表；身份证明',
    行政区划代码: '430611000000',
  });
  expect(read).toMatchObject({
    code: '11440232MB2D06811W4000117051000',
    place: '430611',
    elements: {
      name: '取水许可',
      type: 'licence',
      legalLimit: { days: 20, unit: 'working' },
      promisedLimit: { days: 0, unit: 'working' },
      bodyCode: '11440232MB2D06811W',
      materials: [{ name: '申请表' }, { name: '身份证明' }],
    },
  });
});

test('a broken row tells all that is wrong at the names of the file', () => {
  expect(understandRow({ taskName: '取水许可', type: '许可证', promisedLimit: '三天' })).toEqual([
    { field: 'type', why: expect.stringContaining('“许可证”不在事项类型之列') as string },
    { field: 'promisedLimit', why: '“三天”不是时限，应如“20个工作日”' },
    { field: '实施主体', why: '没有实施主体' },
    { field: '实施编码', why: '没有编码' },
    { field: '区划', why: '没有行政区划代码，编码里也看不出来' },
  ]);
});

test('a file of letters is none of items', () => {
  expect(areItems(['title', 'text', 'user'])).toBe(false);
  expect(areItems(['name', 'itemCode'])).toBe(true);
});

test.runIf(guangdong)(
  'the 2,262 items of the provincial portal are all understood, with their limits',
  () => {
    const read = rowsOf(guangdong!).map(understandRow);
    const items = read.filter(isItem);
    expect(read.length).toBe(2262);
    expect(items.length).toBe(2262);
    const count = (is: (item: UnderstoodItem) => boolean): number => items.filter(is).length;
    expect(
      count(({ elements }) => elements.legalLimit !== undefined && elements.promisedLimit !== undefined),
    ).toBe(1522);
    expect(count(({ elements }) => elements.type === 'service')).toBe(1586);
    expect(count(({ elements }) => elements.type === 'licence')).toBe(510);
    expect(count(({ elements }) => elements.handlingCode !== undefined)).toBe(363);
    expect(count(({ place }) => place === '440000')).toBe(2024);
    // 4,880 entries, of which 1,446 are the word 无.
    expect(items.reduce((sum, { elements }) => sum + (elements.materials?.length ?? 0), 0)).toBe(3434);
    expect(new Set(items.map(({ code }) => code)).size).toBe(2262);
  },
);

test.runIf(guangan)('the 1,135 items of one district keep their own scheme of codes', () => {
  const items = rowsOf(guangan!).map(understandRow).filter(isItem);
  expect(items.length).toBe(1135);
  expect(items.every(({ place }) => place === '511602')).toBe(true);
  expect(items.filter(({ elements }) => elements.type === 'licence').length).toBe(536);
  expect(items.filter(({ elements }) => elements.type === 'other').length).toBe(182);
});
