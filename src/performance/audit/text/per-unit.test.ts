import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';
import { isPerUnit } from './per-unit.ts';

describe('figures for each of something have no sum', () => {
  test.each([
    '每公里支出',
    '每床日费用（元）',
    '吨水电耗（千瓦时/立方米）',
    '单位电耗',
    '综合单耗',
    '百公里油耗（升）',
    '床均药费（元/床）',
    '生均图书（册）',
    '次均费用（元）',
    '单位面积煤耗（千克/平方米）',
    '亩均税收',
    '班额',
    '单价',
  ])('%s', (name) => expect(isPerUnit(name)).toBe(true));
});
describe('amounts are added', () => {
  test.each([
    '均衡性转移支付',
    '设备（台/套）',
    '单位名称',
    '单位缴费',
    '综合能耗',
    '耗电量（万千瓦时）',
    '服务万人次',
    '造价（万元）',
    '供水量（万立方米）',
  ])('%s', (name) => expect(isPerUnit(name)).toBe(false));
});

const table = (rows: readonly (readonly string[])[]) =>
  auditDocument(
    asGrid(['某公司2023年度台账', { title: '台账', rows: rows.map((row) => [...row]) }]),
  ).findings.filter(({ verdict }) => verdict === 'contradiction');

test('a total between two parts, far from their sum, may be their mean under any name', () =>
  // (180 + 200) / 2 = 190
  expect(
    table([
      ['科室', '负荷'],
      ['内科', '180'],
      ['外科', '200'],
      ['合计', '190'],
    ]),
  ).toEqual([]));
test('a total between two parts that is near their sum is no mean', () =>
  // 200 + 5 = 205
  expect(
    table([
      ['科室', '人次'],
      ['内科', '200'],
      ['外科', '5'],
      ['合计', '199'],
    ]),
  ).toHaveLength(1));
