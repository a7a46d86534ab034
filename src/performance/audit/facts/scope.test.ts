import { describe, expect, test } from 'vitest';
import { scopeOf } from './scope.ts';

const REPORT = { title: '嘉禾县水利局2022年度部门整体支出绩效自评报告', unit: '嘉禾县水利局', year: 2022 };
const narrowed = (...trail: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(scopeOf(trail, REPORT)).filter(([, words]) => words !== ''));

describe('what a heading narrows', () => {
  test.each([
    ['一般公共预算财政拨款支出决算情况', { fund: '一般公共预算' }],
    ['政府性基金预算收支情况', { fund: '政府性基金' }],
    ['财政拨款收入支出决算总体情况', { fund: '财政拨款' }],
    ['年初预算安排情况', { stage: 'plan' }],
    ['2022年部门预算情况', { stage: 'plan' }],
    ['局机关本级收支情况', { part: '局机关本级' }],
    ['动物卫生监督所', { part: '动物卫生监督所' }],
    ['县本级一般公共预算执行情况', { part: '县本级', fund: '一般公共预算' }],
    ['城关镇资金使用情况', { part: '城关镇' }],
    ['饮水安全巩固提升工程', { part: '饮水安全巩固提升工程' }],
    ['第二季度运行情况', { time: '二季度' }],
    ['2021年情况', { time: '2021年' }],
    ['城区亮化', { matter: '城区亮化' }],
  ])('%s', (heading, wanted) => expect(narrowed(heading)).toEqual(wanted));

  test.each([
    '部门基本情况',
    '收入支出决算总体情况说明',
    '预算执行情况',
    '部门预算安排及执行情况',
    '机关运行经费支出情况',
    '“三公”经费支出情况',
    '存在的主要问题',
    '2022年主要绩效',
    '全县情况',
    '县水利局',
    '部门汇总',
  ])('%s does not', (heading) => expect(narrowed(heading)).toEqual({}));

  test('what stands below a part is of it, until a heading speaks of all again', () => {
    expect(narrowed('城关镇', '资金情况')).toEqual({ part: '城关镇' });
    expect(narrowed('城关镇', '部门汇总')).toEqual({});
  });
  test('a row that a total counts is a part of it', () => {
    expect(scopeOf(['城区亮化'], { ...REPORT, members: new Set(['城区亮化']) }).part).toBe('城区亮化');
  });
});
