import { expect, test } from 'vitest';
import { readRows } from './read-rows.ts';
import { xlsxOf } from './testing/office.ts';

const cellOf = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = (...rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows.map((cells) => `<row>${cells.map(cellOf).join('')}</row>`).join('')}</sheetData>`;
const unreadable = (why: string): never => {
  throw new Error(why);
};
const read = (sheets: Readonly<Record<string, string>>) =>
  readRows({ name: '工单.xlsx', bytes: xlsxOf(sheets) }, unreadable);
const readText = (text: string) =>
  readRows({ name: '工单.csv', bytes: new TextEncoder().encode(text) }, unreadable);

const HEAD = ['工单号', '标题', '受理时间'];
const lamp = ['1', '路灯', '2020-01-02 10:00'];
const drain = ['2', '下水道', '2020-02-03 10:00'];
const told = ([number, title, at]: readonly string[]) => ({ 工单号: number, 标题: title, 受理时间: at });

test('rows stand under their headings, each with its place', async () => {
  const { rows } = await read({ 工单: sheet(HEAD, lamp, drain) });
  expect(rows).toEqual([
    { row: 2, told: told(lamp) },
    { row: 3, told: told(drain) },
  ]);
});

test('above the headings stand the title of the list and who filled it in; the places stay those of the sheet', async () => {
  const { rows } = await read({
    工单: sheet(['岳阳市12345热线工单（2020年1月）'], [], ['填报单位：君山区'], HEAD, lamp, [], drain),
  });
  expect(rows.map(({ row }) => row)).toEqual([5, 7]);
  expect(rows.map((each) => each.told)).toEqual([told(lamp), told(drain)]);
  const csv = await readText('君山区工单表,,\n工单号,标题,受理时间\n1,路灯,2020-01-02 10:00\n');
  expect(csv.rows).toEqual([{ row: 3, told: told(lamp) }]);
});

test('a table of one or two columns has its headings in its first line', async () => {
  expect((await readText('名称\n甲\n乙\n')).rows.map((each) => each.told)).toEqual([
    { 名称: '甲' },
    { 名称: '乙' },
  ]);
  expect((await readText('编码,名称\n1,甲\n')).rows.map((each) => each.told)).toEqual([
    { 编码: '1', 名称: '甲' },
  ]);
});

test('headings that are partly blank are still the headings', async () => {
  const { rows } = await readText('工单号,标题,,,,\n1,路灯,a,b,c,d\n');
  expect(rows.map(({ row }) => row)).toEqual([2]);
});

test('a sheet of explanations beside the list is no list', async () => {
  const notes = sheet(['填表说明'], ['受理时间按北京时间填写'], ['标题不超过 50 字'], ['工单号不得重复']);
  const { rows } = await read({ 说明: notes, 工单: sheet(HEAD, lamp, drain) });
  expect(rows).toHaveLength(2);
});

test('a sheet of the same headings without rows changes nothing', async () => {
  expect((await read({ 一月: sheet(HEAD, lamp), 二月: sheet(HEAD) })).rows).toHaveLength(1);
});

test('two sheets of one list are refused by name, so that none is left out in silence', async () => {
  const other = [...HEAD, '承办单位'];
  await expect(read({ 一月: sheet(HEAD, lamp), 二月: sheet(other, [...drain, '区水利局']) })).rejects.toThrow(
    '「一月」「二月」',
  );
});
