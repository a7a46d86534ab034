import { afterAll, beforeAll, expect, test } from 'vitest';
import { measuresOfYear, recordsOfYear } from '#ledger/index.ts';
import { SYSTEM } from '#lib/action/person.ts';
import type { Instant } from '#lib/time.ts';
import { settleItems } from '../settling/loop.ts';
import { catalogueOffice, type CatalogueOffice } from '../testing/office.ts';

let office: CatalogueOffice;
beforeAll(async () => {
  office = await catalogueOffice('2020-06-01T01:00:00.000Z' as Instant);
});
afterAll(() => office.close());
const act = (name: string, input: object, id: string | null = null) =>
  office.act(office.publisher, name, input as never, id);
/** Value, numerator and denominator of a figure of a year. */
const figure = async (name: string, year: number) => {
  const [line] = await measuresOfYear(office.app, { year, name: `catalogue.${name}` });
  return [line!.numerator, line!.denominator];
};

test('the rates count the own items that stand at the end of the year, whatever year they came in', async () => {
  const water = { body: '区水利局', isInHall: true, kind: 'instant', visits: 0, isOnline: true };
  await office.record('SL-0001', { ...water, name: '取水许可' });
  await office.record('SL-0002', {
    ...water,
    name: '采砂许可',
    kind: 'promised',
    visits: 1,
    isInHall: false,
  });
  const { row: gone } = await office.record('SL-0003', { ...water, name: '旧许可' });
  await office.record('SL-0004', { ...water, name: '罚款', type: 'penalty' });
  await office.record('MZ-0001', { name: '社团登记', body: '区民政局' });
  await office.record('GD-0001', { ...water, name: '别处的' }, '440000');
  await act('item.cancel', { reason: '国务院取消' }, gone.id);
  for (const year of [2020, 2021]) {
    expect(await figure('items', year)).toEqual(['4', null]);
    // SL-0001 of SL-0001, SL-0002 and MZ-0001
    expect(await figure('instant-rate', year)).toEqual(['1', '3']);
    expect(await figure('one-visit-rate', year)).toEqual(['2', '3']);
    expect(await figure('no-visit-rate', year)).toEqual(['1', '3']);
    expect(await figure('online-rate', year)).toEqual(['2', '3']);
    expect(await figure('in-hall-rate', year)).toEqual(['1', '3']);
    expect(await figure('published-rate', year)).toEqual(['0', '4']);
  }
  expect(await figure('items', 2019)).toEqual(['0', null]);
});

test('authority is where a letter is in force, of the items whose department entered; the rest is a list', async () => {
  const organisation = office.unit('区水利局');
  const { row } = await act('approval-section.establish', { organisation, chief: '股长甲', isAtHall: true });
  const letter = { section: row.id, coversAll: false, items: ['SL-0001'], startsOn: '2020-06-01' };
  await office.act(SYSTEM, 'authority-letter.record', { ...letter, document: '授权书〔2020〕1号' });
  await settleItems(office.app);
  expect(await figure('authorised-rate', 2020)).toEqual(['1', '2']);
  const { items } = await recordsOfYear(office.app, {
    year: 2020,
    name: 'catalogue.authorised-rate',
    part: 'rest',
    limit: 10,
  });
  expect(items.map(({ number }) => number)).toEqual(['SL-0002']);
  expect(await figure('approval-sections', 2020)).toEqual(['1', null]);
  await act('approval-section.abolish', { reason: '机构改革' }, row.id);
  expect(await figure('approval-sections', 2020)).toEqual(['0', null]);
});

test('seals count from their first day of use until they are returned', async () => {
  const seal = { organisation: office.unit('区民政局'), engravedOn: '2019-11-01' };
  const { row } = await act('approval-seal.engrave', { ...seal, inUseFrom: '2019-12-01' });
  await act('approval-seal.engrave', { ...seal, name: '区民政局行政审批专用章（2）' });
  expect([await figure('approval-seals', 2019), await figure('approval-seals', 2020)]).toEqual([
    ['1', null],
    ['1', null],
  ]);
  await act('approval-seal.return', { reason: '更换', on: '2020-05-01' }, row.id);
  expect([await figure('approval-seals', 2019), await figure('approval-seals', 2020)]).toEqual([
    ['1', null],
    ['0', null],
  ]);
});

test('delegated items count from their first day until they lapse', async () => {
  const [{ id = '' } = {}] = await office.app.query("select id from item where number = 'SL-0001'", []);
  const wish = { item: id as string, level: 'town', startsOn: '2019-07-01', document: '赋权目录〔2019〕1号' };
  await act('delegation.delegate', { ...wish, endsOn: '2020-12-31' });
  await settleItems(office.app);
  expect([await figure('town-items', 2018), await figure('town-items', 2019)]).toEqual([
    ['0', null],
    ['1', null],
  ]);
  // It still holds on the last day of 2020, and not in 2021.
  expect([await figure('town-items', 2020), await figure('town-items', 2021)]).toEqual([
    ['1', null],
    ['0', null],
  ]);
});

test('an item that several towns have under codes of their own is one, from the first of them to the last', async () => {
  const common = { name: '老年人优待证', type: 'service', basicCode: '432099001000' };
  const towns = [...office.tree.regions.values()].filter(({ kind }) => kind === 'town').slice(0, 3);
  expect(towns).toHaveLength(3);
  const ids: string[] = [];
  for (const [n, { code }] of towns.entries()) {
    const { row } = await office.record(`LN-000${n}`, { ...common, body: '区民政局' });
    const wish = { item: row.id, level: 'village', places: [code], document: '赋权目录〔2018〕2号' };
    const made = await act('delegation.delegate', { ...wish, startsOn: `2018-0${n + 1}-01` });
    ids.push(made.row.id);
  }
  const { row: own } = await office.record('LN-0009', { name: '无基本编码的', body: '区民政局' });
  await act('delegation.delegate', {
    item: own.id,
    level: 'village',
    startsOn: '2018-05-01',
    document: '赋权目录〔2018〕2号',
  });
  await settleItems(office.app);
  // 老年人优待证 of three towns is one, the one without a basic code another: two items, four lines.
  expect([await figure('village-items', 2017), await figure('village-items', 2018)]).toEqual([
    ['0', null],
    ['2', null],
  ]);
  expect(await figure('village-delegations', 2018)).toEqual(['4', null]);
  const behind = await recordsOfYear(office.app, { year: 2018, name: 'catalogue.village-items', limit: 10 });
  expect(behind.items).toHaveLength(2);
  // The first two give it back in 2019: the third still has it. In 2020 it is gone too.
  await act('delegation.withdraw', { reason: '权限上收', on: '2019-03-01' }, ids[0]!);
  await act('delegation.withdraw', { reason: '权限上收', on: '2019-06-01' }, ids[1]!);
  await settleItems(office.app);
  expect([await figure('village-items', 2019), await figure('village-delegations', 2019)]).toEqual([
    ['2', null],
    ['2', null],
  ]);
  await act('delegation.withdraw', { reason: '权限上收', on: '2020-03-01' }, ids[2]!);
  await settleItems(office.app);
  expect([await figure('village-items', 2019), await figure('village-items', 2020)]).toEqual([
    ['2', null],
    ['1', null],
  ]);
});
