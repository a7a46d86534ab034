import { expect, test } from 'vitest';
import { readRows } from './read-rows.ts';
import { xlsxOf } from './testing/office.ts';

const cellOf = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = (...rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows.map((cells) => `<row>${cells.map(cellOf).join('')}</row>`).join('')}</sheetData>`;
const unreadable = (why: string): never => {
  throw new Error(why);
};
const knows = (headings: readonly string[]): boolean =>
  headings.some((each) => /^工单编?号$/.test(each)) && headings.some((each) => each.endsWith('标题'));
const read = (sheets: Readonly<Record<string, string>>) =>
  readRows({ name: '工单.xlsx', bytes: xlsxOf(sheets) }, unreadable, knows);
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

test('a sheet whose headings are other words of the same, or that goes on without any, is no explanation either', async () => {
  const words = sheet(['工单编号', '诉求标题', '登记时间'], drain);
  await expect(read({ 一月: sheet(HEAD, lamp), 二月: words })).rejects.toThrow('「一月」「二月」');
  const wide = [...HEAD, '承办单位'];
  const goesOn = sheet([...drain, '区水利局'], ['3', '井盖', '2020-02-04 10:00', '区城管局']);
  await expect(read({ 一页: sheet(wide, [...lamp, '区城管局']), 二页: goesOn })).rejects.toThrow(
    '「一页」「二页」',
  );
});

test('a line of who, when and by whom is no line of headings where those are known', async () => {
  const { rows } = await read({
    工单: sheet(['工单汇总'], ['单位：君山区', '制表：某某', '2026年'], HEAD, lamp),
  });
  expect(rows).toEqual([{ row: 4, told: told(lamp) }]);
});

test('a heading that stands twice keeps what both columns say', async () => {
  const { rows } = await read({ 工单: sheet(['工单号', '标题', '类型', '类型'], ['1', '路灯', '举报', '']) });
  expect(rows[0]!.told).toMatchObject({ 类型: '举报', '类型（2）': '' });
});

test('what is merged over several rows is said of each of them', async () => {
  const cells = [HEAD, ['1', '举报', '2020-01-02'], ['2', '', '2020-01-03'], ['3', '', '2020-01-04']];
  const merged = `${sheet(...cells)}<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>`;
  const { rows } = await read({ 工单: merged });
  expect(rows.map((each) => each.told['标题'])).toEqual(['举报', '举报', '']);
});
