import { expect, test } from 'vitest';
import type { ElementKey } from '../elements/elements.ts';
import { readValue } from './read-value.ts';

const working = (days: number) => ({ value: { days, unit: 'working' } });

test.each([
  ['legalLimit', '20个工作日', working(20)],
  ['legalLimit', { days: 30, unit: '自然日' }, { value: { days: 30, unit: 'natural' } }],
  ['legalLimit', ' ７ 工作日 ', working(7)],
  ['legalLimit', '15', working(15)],
  ['legalLimit', '10日', working(10)],
  ['promisedLimit', '即办', working(0)],
  ['promisedLimit', null, undefined],
  ['promisedLimit', '无', undefined],
  ['promisedLimit', '三天', { fault: '“三天”不是时限，应如“20个工作日”' }],
  ['promisedLimit', '2个月', { fault: '时限应以工作日或自然日计，现为“2个月”' }],
  ['type', '行政许可', { value: 'licence' }],
  ['type', 'service', { value: 'service' }],
  ['level', '县', { fault: '“县”不在行使层级之列：国家级、省级、市级、县级、乡级、村级' }],
  ['level', '县级', { value: '4' }],
  ['level', '4', { value: '4' }],
  ['audience', '自然人、企业法人，自然人', { value: ['person', 'company'] }],
  [
    'audience',
    ['自然人', '外星人'],
    {
      fault:
        '“外星人”不在服务对象之列：自然人、企业法人、事业法人、社会组织法人、非法人企业、行政机关、其他组织',
    },
  ],
  ['isOnline', true, { value: true }],
  ['canPost', '是', { value: true }],
  ['canPost', '也许', { fault: '是否支持物流快递应为“是”或“否”，现为“也许”' }],
  ['visits', 0, { value: 0 }],
  ['visits', '1次', { value: 1 }],
  ['startsOn', '2020年2月30日', { fault: '计划生效日期应为日期，现为“2020年2月30日”' }],
  ['startsOn', '2020/3/5', { value: '2020-03-05' }],
  ['specialProcedures', '无', { value: [] }],
  ['process', '申请、受理、审查、决定、送达', { value: ['申请', '受理', '审查', '决定', '送达'] }],
  ['basis', '  ', undefined],
  ['name', '/', undefined],
] as const)('%s from %j', (key, told, read) => {
  expect(readValue(key as ElementKey, told)).toEqual(read);
});

test('materials come as names; what a list says beside them is kept apart, and 无 is no material', () => {
  const read = readValue('materials', ['申请表', '无', '身份证明']) as {
    value: { name: string; need: string }[];
  };
  expect(read.value.map(({ name, need }) => [name, need])).toEqual([
    ['申请表', 'required'],
    ['身份证明', 'required'],
  ]);
  expect(readValue('materials', null)).toBeUndefined();
  expect(readValue('materials', [])).toEqual({ value: [] });
});
